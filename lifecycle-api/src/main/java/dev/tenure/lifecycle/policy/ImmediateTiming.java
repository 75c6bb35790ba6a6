package dev.tenure.lifecycle.policy;

/** When an immediate termination reason closes access (rule C4). */
public enum ImmediateTiming {
    /** At the first instant of the day before the termination date. */
    DAY_BEFORE,
    /** At the moment the termination is first seen, or at the ordinary cutoff where that is earlier. */
    ON_RECEIPT
}
