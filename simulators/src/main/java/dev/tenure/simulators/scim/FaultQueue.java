package dev.tenure.simulators.scim;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their calls. */
final class FaultQueue {

    private static final class Waiting {
        private final String call;
        private final Fault fault;
        private int left;

        Waiting(String call, Fault fault, int left) {
            this.call = call;
            this.fault = fault;
            this.left = left;
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();

    synchronized void add(String call, int times, Fault fault) {
        waiting.add(new Waiting(call, fault, times));
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized Optional<Fault> take(String call) {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting candidate = each.next();
            if (candidate.call.equals("*") || candidate.call.equals(call)) {
                if (--candidate.left == 0) {
                    each.remove();
                }
                return Optional.of(candidate.fault);
            }
        }
        return Optional.empty();
    }
}
