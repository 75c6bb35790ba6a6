package dev.tenure.lifecycle.internal.run.session;

import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The workers that a run has in hand, so that no two runs, here or on several hosts, call a system for the same worker at
 * once. They are claimed in small batches, so that hosts which find the same work share it. A host that dies keeps its
 * claims until they run out. Safe for use by several threads.
 */
public final class Claims {

    private static final int BATCH = 20;

    private final LifecycleStore store;
    private final InstantSource clock;
    private final String holder;
    private final Duration duration;
    private final Set<WorkerRef> held = new TreeSet<>();
    private Instant since = Instant.MIN;

    public Claims(LifecycleStore store, InstantSource clock, String holder, Duration duration) {
        this.store = store;
        this.clock = clock;
        this.holder = holder;
        this.duration = duration;
    }

    /**
     * Does something for many, batch by batch.
     *
     * @param items for whom
     * @param ref whose claim each item needs
     * @param needed whether it needs one
     * @param work takes those that are ours
     * @param refused takes each that somebody else has in hand
     */
    public <T> void each(
            List<T> items,
            Function<T, WorkerRef> ref,
            Predicate<T> needed,
            Consumer<List<T>> work,
            Consumer<T> refused) {
        List<T> batch = new ArrayList<>();
        int claims = 0;
        for (T item : items) {
            batch.add(item);
            claims += needed.test(item) ? 1 : 0;
            if (claims == BATCH) {
                handle(batch, ref, needed, work, refused);
                batch.clear();
                claims = 0;
            }
        }
        if (!batch.isEmpty()) {
            handle(batch, ref, needed, work, refused);
        }
    }

    private <T> void handle(
            List<T> batch,
            Function<T, WorkerRef> ref,
            Predicate<T> needed,
            Consumer<List<T>> work,
            Consumer<T> refused) {
        Set<WorkerRef> wanted = new TreeSet<>();
        batch.stream().filter(needed).map(ref).forEach(wanted::add);
        Set<WorkerRef> granted = take(wanted);
        try {
            List<T> ours = new ArrayList<>();
            for (T item : batch) {
                if (needed.test(item) && !granted.contains(ref.apply(item))) {
                    refused.accept(item);
                } else {
                    ours.add(item);
                }
            }
            work.accept(ours);
        } finally {
            giveBack(granted);
        }
    }

    private synchronized Set<WorkerRef> take(Collection<WorkerRef> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        since = clock.instant();
        Set<WorkerRef> granted = store.claim(wanted, holder, since, duration);
        held.addAll(granted);
        return granted;
    }

    /** Prolongs what we have once half of its time is over. */
    public synchronized void keep() {
        Instant now = clock.instant();
        if (!held.isEmpty() && Duration.between(since, now).compareTo(duration.dividedBy(2)) > 0) {
            since = now;
            store.claim(held, holder, now, duration);
        }
    }

    private synchronized void giveBack(Set<WorkerRef> done) {
        if (!done.isEmpty()) {
            held.removeAll(done);
            store.unclaim(done, holder);
        }
    }
}
