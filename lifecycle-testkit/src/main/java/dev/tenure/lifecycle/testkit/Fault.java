package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.plan.ChangeKind;
import java.util.Optional;

/**
 * Something that is to go wrong at an in-memory system: writes of one kind fail so many times. Start with {@link #of} and
 * say what should differ:
 *
 * <pre>{@code target.inject(Fault.of(ChangeKind.UPDATE, Fault.Effect.UNAVAILABLE).on("ada@acme.test").times(2))}</pre>
 *
 * @param op the kind of write
 * @param subject the login of the account (before the call), the name of the group for a change of a group itself, or the
 *     id or {@code userName} of the worker for a write-back, ignoring case; empty for any
 * @param times how often it fails; {@link #ALWAYS} for as long as the fault stands
 * @param moment whether the write takes place before it fails
 * @param effect how it fails
 */
public record Fault(ChangeKind op, Optional<String> subject, int times, Moment moment, Effect effect) {

    /** As many times as it is tried. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** Refuses a fault that never strikes, and one that turns away what took place. */
    public Fault {
        if (times < 1) {
            throw new IllegalArgumentException("times is " + times + "; a fault strikes 1 time or more");
        }
        if (effect == Effect.TURNED_AWAY && moment == Moment.AFTER) {
            throw new IllegalArgumentException(
                    "TURNED_AWAY after the act: what took place was not turned away; take UNAVAILABLE");
        }
    }

    /** When a write fails. */
    public enum Moment {
        /** The write fails and does nothing. */
        BEFORE,
        /** The write takes place, and then fails: its answer was lost. */
        AFTER
    }

    /** How a write fails. */
    public enum Effect {
        /** The system is out of reach: {@link dev.tenure.lifecycle.failure.RetryLater}. */
        UNAVAILABLE,
        /**
         * The system turns the call away before it does anything, as a rate limit does:
         * {@link dev.tenure.lifecycle.failure.RetryLater} that says that nothing was done.
         */
        TURNED_AWAY,
        /** The system refuses a value: {@link dev.tenure.lifecycle.failure.InvalidValue}. */
        INVALID_VALUE,
        /** The process is killed: {@link SimulatedCrash}. */
        CRASH
    }

    /**
     * Makes a fault that strikes every write of a kind, each time, before it does anything.
     *
     * @param op the kind of write
     * @param effect how it fails
     * @return the fault
     */
    public static Fault of(ChangeKind op, Effect effect) {
        return new Fault(op, Optional.empty(), ALWAYS, Moment.BEFORE, effect);
    }

    /**
     * Copies this fault for one account, group or worker.
     *
     * @param newSubject a login, the name of a group, or for a write-back the id or {@code userName} of a worker
     * @return the narrower fault
     */
    public Fault on(String newSubject) {
        return new Fault(op, Optional.of(newSubject), times, moment, effect);
    }

    /**
     * Copies this fault for a number of times.
     *
     * @param newTimes how often it fails, 1 or more
     * @return the changed fault
     */
    public Fault times(int newTimes) {
        return new Fault(op, subject, newTimes, moment, effect);
    }

    /**
     * Copies this fault so that the write takes place and its answer is lost.
     *
     * @return the changed fault
     */
    public Fault afterTheAct() {
        return new Fault(op, subject, times, Moment.AFTER, effect);
    }

    boolean strikes(ChangeKind call, Moment when, Iterable<String> subjects) {
        if (op != call || moment != when) {
            return false;
        }
        if (subject.isEmpty()) {
            return true;
        }
        for (String candidate : subjects) {
            if (subject.get().equalsIgnoreCase(candidate)) {
                return true;
            }
        }
        return false;
    }
}
