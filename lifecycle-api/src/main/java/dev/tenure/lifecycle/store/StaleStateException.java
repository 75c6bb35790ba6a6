package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.worker.WorkerRef;

/** Somebody else saved the worker in the meantime. Nothing was saved; load it and decide anew. */
public final class StaleStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports it.
     *
     * @param worker the worker
     */
    public StaleStateException(WorkerRef worker) {
        super("Worker " + worker + " was saved by another run in the meantime; it is decided anew by the next one");
    }
}
