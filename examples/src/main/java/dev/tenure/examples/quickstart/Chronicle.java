package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers what was done since it was last asked to forget, with the values that the journal leaves out. Only a made-up
 * company may be treated like this: a host that keeps values keeps personal data.
 */
final class Chronicle implements LifecycleListener {

    /** A change and what the journal says of it. */
    record Event(Change change, JournalEntry entry) {}

    private final List<Event> events = new ArrayList<>();

    @Override
    public synchronized void changed(Change change, JournalEntry entry) {
        events.add(new Event(change, entry));
    }

    synchronized List<Event> of(WorkerRef worker) {
        return events.stream()
                .filter(event -> event.entry().worker().filter(worker::equals).isPresent())
                .toList();
    }

    synchronized void forget() {
        events.clear();
    }
}
