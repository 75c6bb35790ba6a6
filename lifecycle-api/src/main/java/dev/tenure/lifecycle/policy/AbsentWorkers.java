package dev.tenure.lifecycle.policy;

/** What becomes of a linked worker that a full import no longer returns (rule S2). */
public enum AbsentWorkers {
    /** Reported, and nothing else. */
    REPORT,
    /** Deactivated, through the safeguard. */
    DEACTIVATE
}
