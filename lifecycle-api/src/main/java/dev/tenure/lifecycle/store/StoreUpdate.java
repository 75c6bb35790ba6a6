package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.journal.JournalEntry;
import java.util.List;

/**
 * What is saved together: all of it or nothing.
 *
 * @param workers workers to insert or replace; each is of the version that was loaded, 0 for a new one
 * @param groups groups to insert or replace, by target, source, reference id and name
 * @param removedGroups groups to forget, before the others are kept
 * @param entries lines to append to the journal
 */
public record StoreUpdate(
        List<WorkerState> workers, List<GroupLink> groups, List<GroupLink> removedGroups, List<JournalEntry> entries) {

    /** Copies the lists. */
    public StoreUpdate {
        workers = List.copyOf(workers);
        groups = List.copyOf(groups);
        removedGroups = List.copyOf(removedGroups);
        entries = List.copyOf(entries);
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
}
