package dev.tenure.lifecycle.source;

import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.Optional;

/**
 * A worker's record that could not be understood. It fails this worker alone.
 *
 * @param worker names the record, where even that could be read
 * @param message what is wrong, where, and the remedy; without values of the person
 */
public record UnreadableWorker(Optional<WorkerRef> worker, String message) {}
