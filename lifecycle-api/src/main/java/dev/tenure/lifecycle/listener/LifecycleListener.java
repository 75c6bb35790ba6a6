package dev.tenure.lifecycle.listener;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import java.time.Instant;

/**
 * Hears what happens, as it happens. Called by the thread that does the work, possibly by several at once. A listener that
 * throws does not break a run.
 */
public interface LifecycleListener {

    /**
     * A run begins.
     *
     * @param run the run
     * @param kind how it came to be
     * @param at when
     */
    default void started(String run, ImportKind kind, Instant at) {}

    /**
     * A run has come further.
     *
     * @param progress how far
     */
    default void progressed(Progress progress) {}

    /**
     * A change was made, held, refused or found to be so.
     *
     * @param change the change, with its values
     * @param entry what the journal says of it
     */
    default void changed(Change change, JournalEntry entry) {}

    /**
     * Something is reported.
     *
     * @param run the run
     * @param notice what
     */
    default void noticed(String run, Notice notice) {}

    /**
     * A run is over.
     *
     * @param run what it amounted to
     */
    default void finished(ImportRun run) {}
}
