package dev.tenure.lifecycle.source;

import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Some of the workers of a read.
 *
 * @param workers the workers, in the source's order; may be none
 * @param unreadable records that could not be understood
 * @param total how many workers the whole read has, where the source says so
 * @param namedOtherwise workers of this page, readable or not, by the other ids under which {@link WorkerQuery.ByIds} asked
 *     for them, where a source knows its workers by several; none for any other query
 */
public record WorkerPage(
        List<Worker> workers,
        List<UnreadableWorker> unreadable,
        OptionalLong total,
        Map<String, WorkerRef> namedOtherwise) {

    /** Copies the collections. */
    public WorkerPage {
        workers = List.copyOf(workers);
        unreadable = List.copyOf(unreadable);
        namedOtherwise = Map.copyOf(namedOtherwise);
    }

    /**
     * Makes a page of workers who were all asked for by their keys.
     *
     * @param workers the workers, in the source's order; may be none
     * @param unreadable records that could not be understood
     * @param total how many workers the whole read has, where the source says so
     */
    public WorkerPage(List<Worker> workers, List<UnreadableWorker> unreadable, OptionalLong total) {
        this(workers, unreadable, total, Map.of());
    }
}
