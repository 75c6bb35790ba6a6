package dev.tenure.lifecycle.testkit.history;

import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.plan.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what was changed or held, from when it is told to listen: not what an earlier run had done already, nor what a target
 * refused because two of one page wanted the same login, of whom one is asked about.
 */
final class Recorder implements LifecycleListener {

    private final List<Change> changes = new ArrayList<>();

    @Override
    public void changed(Change change, JournalEntry entry) {
        if (entry.outcome() == OutcomeKind.APPLIED || entry.outcome() == OutcomeKind.HELD) {
            changes.add(change);
        }
    }

    List<Change> changes() {
        return changes;
    }
}
