package dev.tenure.lifecycle.plan;

/** The ways in which the engine comes to work (rules A1, H1). */
public enum ImportKind {
    /** Reads every worker and reconciles with the target. */
    FULL,
    /** Reads the workers that HR says changed since the last import that succeeded. */
    INCREMENTAL,
    /** Reads just the workers that a notification named. */
    REAL_TIME,
    /** Performs what is due by the clock, with no import. */
    ADVANCE,
    /** Carries out what a person decided: confirmed, rejected, linked, approved, discarded, forced. */
    BY_HAND
}
