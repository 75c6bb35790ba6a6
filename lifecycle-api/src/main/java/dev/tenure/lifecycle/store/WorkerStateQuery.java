package dev.tenure.lifecycle.store;

import java.time.Instant;

/** Which of the stored workers are wanted. */
public sealed interface WorkerStateQuery {

    /** All of them. */
    record All() implements WorkerStateQuery {}

    /**
     * Those for whom something is due.
     *
     * @param now those whose next transition is not later than this
     */
    record Due(Instant now) implements WorkerStateQuery {}

    /** Those with something pending at any target. */
    record WithPending() implements WorkerStateQuery {}

    /** Those with a hold at any target, a discarded one included. */
    record WithHold() implements WorkerStateQuery {}

    /** Those with a failure at any target, or of whom HR could not be told. */
    record WithFailure() implements WorkerStateQuery {}

    /** Those with an intent at any target. */
    record WithIntent() implements WorkerStateQuery {}

    /**
     * Those who are linked at a target.
     *
     * @param target the target's name
     */
    record LinkedAt(String target) implements WorkerStateQuery {}

    /**
     * The records of one person.
     *
     * @param universalId what they share (rule D1)
     */
    record OfPerson(String universalId) implements WorkerStateQuery {}

    /**
     * Those who are linked at any target and were not seen in a run.
     *
     * @param source the source's name
     * @param run the run
     */
    record LinkedNotSeen(String source, String run) implements WorkerStateQuery {}
}
