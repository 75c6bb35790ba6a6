package dev.tenure.lifecycle.engine;

import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.worker.WorkerRef;

/**
 * Something that failed and is to be tried again.
 *
 * @param worker the worker
 * @param target the target's name
 * @param failure what failed, and how often
 */
public record FailedItem(WorkerRef worker, String target, Failure failure) {}
