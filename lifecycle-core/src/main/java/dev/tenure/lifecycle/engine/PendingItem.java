package dev.tenure.lifecycle.engine;

import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.worker.WorkerRef;

/**
 * Something that waits for a person to decide.
 *
 * @param worker the worker
 * @param target the target's name
 * @param pending what waits, and since when
 */
public record PendingItem(WorkerRef worker, String target, Pending pending) {}
