package dev.tenure.workday;

/** Which id of a worker is its key in {@link dev.tenure.lifecycle.worker.WorkerRef}. Never change it for a store that is in use. */
public enum WorkerKey {
    /** The employee or contingent worker id, as people know it. */
    WORKER_ID,
    /** The id that Workday makes itself: the surest, as it is never used twice. */
    WID
}
