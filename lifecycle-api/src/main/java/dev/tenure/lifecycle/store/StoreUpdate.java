package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.journal.JournalEntry;
import java.util.Collection;
import java.util.List;

/**
 * What is saved together: all of it or nothing.
 *
 * @param workers workers to insert or replace; each is of the version that was loaded, 0 for a new one
 * @param groups groups to insert or replace, by target, source, reference id and name
 * @param removedGroups groups to forget, before the others are kept
 * @param entries lines to append to the journal
 * @param under the leases of the run that saves; if one of them was taken by somebody else, nothing is saved
 */
public record StoreUpdate(
        List<WorkerState> workers,
        List<GroupLink> groups,
        List<GroupLink> removedGroups,
        List<JournalEntry> entries,
        List<Lease> under) {

    /** Copies the lists. */
    public StoreUpdate {
        workers = List.copyOf(workers);
        groups = List.copyOf(groups);
        removedGroups = List.copyOf(removedGroups);
        entries = List.copyOf(entries);
        under = List.copyOf(under);
    }

    /**
     * Saves under no lease.
     *
     * @param workers workers to insert or replace
     * @param groups groups to insert or replace
     * @param removedGroups groups to forget
     * @param entries lines to append to the journal
     */
    public StoreUpdate(
            List<WorkerState> workers,
            List<GroupLink> groups,
            List<GroupLink> removedGroups,
            List<JournalEntry> entries) {
        this(workers, groups, removedGroups, entries, List.of());
    }

    /**
     * Saves one worker and what happened.
     *
     * @param worker the worker
     * @param entries the lines for the journal
     * @return the update
     */
    public static StoreUpdate of(WorkerState worker, List<JournalEntry> entries) {
        return new StoreUpdate(List.of(worker), List.of(), List.of(), entries);
    }

    /**
     * Copies this update for a run that holds leases.
     *
     * @param leases the leases of the run
     * @return the update, to be saved only while nobody else has taken one of them
     */
    public StoreUpdate under(Collection<Lease> leases) {
        return new StoreUpdate(workers, groups, removedGroups, entries, List.copyOf(leases));
    }
}
