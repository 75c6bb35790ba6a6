package dev.tenure.simulators.successfactors;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their calls. Safe for use by several threads. */
final class Faults {

    private static final class Waiting {
        private final String operation;
        private final SuccessFactorsFault fault;
        private int passes;
        private int left;

        Waiting(String operation, int passes, int times, SuccessFactorsFault fault) {
            this.operation = operation;
            this.passes = passes;
            this.left = times;
            this.fault = fault;
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();

    synchronized void add(String operation, int passes, int times, SuccessFactorsFault fault) {
        waiting.add(new Waiting(operation, passes, times, fault));
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized Optional<SuccessFactorsFault> take(String operation) {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting candidate = each.next();
            if (!candidate.operation.equals("*") && !candidate.operation.equals(operation)) {
                continue;
            }
            if (candidate.passes > 0) {
                candidate.passes--;
                continue;
            }
            if (--candidate.left <= 0) {
                each.remove();
            }
            return Optional.of(candidate.fault);
        }
        return Optional.empty();
    }
}
