package dev.tenure.lifecycle.worker;

/** How a person works for the organisation. */
public enum WorkerKind {
    /** Employed. */
    EMPLOYEE,
    /** Engaged by contract: a contractor, a contingent worker. */
    CONTINGENT
}
