package dev.tenure.lifecycle.internal.apply;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.store.WorkerState;
import java.util.Optional;

/**
 * What became of a change.
 *
 * @param state the worker as saved, of the version that the store now has
 * @param entry what the journal says
 * @param problem why it failed; empty if it succeeded
 */
public record Applied(WorkerState state, JournalEntry entry, Optional<ConnectorException> problem) {

    /**
     * Says whether it succeeded.
     *
     * @return true if there is no problem
     */
    public boolean succeeded() {
        return problem.isEmpty();
    }
}
