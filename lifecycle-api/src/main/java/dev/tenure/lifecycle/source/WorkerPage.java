package dev.tenure.lifecycle.source;

import dev.tenure.lifecycle.worker.Worker;
import java.util.List;
import java.util.OptionalLong;

/**
 * Some of the workers of a read.
 *
 * @param workers the workers, in the source's order; may be none
 * @param unreadable records that could not be understood
 * @param total how many workers the whole read has, where the source says so
 */
public record WorkerPage(List<Worker> workers, List<UnreadableWorker> unreadable, OptionalLong total) {

    /** Copies the lists. */
    public WorkerPage {
        workers = List.copyOf(workers);
        unreadable = List.copyOf(unreadable);
    }
}
