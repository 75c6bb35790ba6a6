package dev.tenure.lifecycle.decision;

/** Where a worker stands in the course of an employment, at one instant. */
public enum LifecycleState {
    /** Something that an import needs is missing: part B keeps the worker out. */
    INELIGIBLE,
    /** The start is known and its window has not opened. */
    NOT_STARTED,
    /** Before the hire date, within the pre-start interval. */
    PRE_START,
    /** Employed, or within the interval after an end. */
    ACTIVE,
    /** Ended: access is closed. */
    TERMINATED;

    /**
     * Says whether a worker in this state is to have access.
     *
     * @return true for {@link #PRE_START} and {@link #ACTIVE}
     */
    public boolean hasAccess() {
        return this == PRE_START || this == ACTIVE;
    }
}
