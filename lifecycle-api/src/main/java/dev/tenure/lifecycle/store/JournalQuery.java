package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the journal are wanted: all that fit every part that is given.
 *
 * @param worker of this worker
 * @param run of this run
 * @param kind of this kind
 * @param from not before this instant
 * @param until before this instant
 */
public record JournalQuery(
        Optional<WorkerRef> worker,
        Optional<String> run,
        Optional<ChangeKind> kind,
        Optional<Instant> from,
        Optional<Instant> until) {

    /**
     * Asks for everything.
     *
     * @return the query that fits every line
     */
    public static JournalQuery all() {
        return new JournalQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Asks for the lines of a worker.
     *
     * @param worker the worker
     * @return the query
     */
    public static JournalQuery of(WorkerRef worker) {
        return new JournalQuery(
                Optional.of(worker), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Asks for the lines of a run.
     *
     * @param run the run
     * @return the query
     */
    public static JournalQuery ofRun(String run) {
        return new JournalQuery(
                Optional.empty(), Optional.of(run), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
