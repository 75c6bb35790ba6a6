package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.testkit.Fault.Moment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The faults that stand at one in-memory system, and the outage of the whole of it. */
final class Faults {

    private final String system;
    private final List<Standing> standing = new ArrayList<>();
    private boolean reachable = true;

    Faults(String system) {
        this.system = system;
    }

    synchronized void add(Fault fault) {
        standing.add(new Standing(fault));
    }

    synchronized void clear() {
        standing.clear();
    }

    synchronized void reachable(boolean now) {
        reachable = now;
    }

    synchronized boolean isReachable() {
        return reachable;
    }

    /** Throws while the system is out of reach. */
    void requireReach(String operation) {
        if (!isReachable()) {
            throw unavailable(operation);
        }
    }

    /** Carries out a write, unless a fault strikes before it; one that strikes after it loses the result. */
    <T> T around(ChangeKind op, Collection<String> subjects, Supplier<T> act) {
        requireReach(op.toString());
        strike(op, Moment.BEFORE, subjects);
        T result = act.get();
        strike(op, Moment.AFTER, subjects);
        return result;
    }

    private void strike(ChangeKind op, Moment moment, Collection<String> subjects) {
        Fault fault = take(op, moment, subjects);
        if (fault == null) {
            return;
        }
        switch (fault.effect()) {
            case UNAVAILABLE -> throw unavailable(op.toString());
            case TURNED_AWAY ->
                throw new RetryLater(
                                system,
                                null,
                                system + " turned " + op + " away: too many calls, as the test asked; try again later")
                        .nothingDone();
            case INVALID_VALUE ->
                throw new InvalidValue(
                        system, null, system + " refused " + op + ": a value is not valid, as the test asked");
            case CRASH ->
                throw new SimulatedCrash((moment == Moment.BEFORE ? "before " : "after ") + op + " at " + system);
        }
    }

    private synchronized @Nullable Fault take(ChangeKind op, Moment moment, Collection<String> subjects) {
        for (Standing candidate : standing) {
            if (candidate.left > 0 && candidate.fault.strikes(op, moment, subjects)) {
                if (candidate.left != Fault.ALWAYS) {
                    candidate.left--;
                }
                return candidate.fault;
            }
        }
        return null;
    }

    private RetryLater unavailable(String operation) {
        return new RetryLater(
                system, null, system + " is out of reach for " + operation + ", as the test asked; try again later");
    }

    private static final class Standing {

        private final Fault fault;
        private int left;

        private Standing(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }
}
