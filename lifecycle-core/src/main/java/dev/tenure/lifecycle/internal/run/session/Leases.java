package dev.tenure.lifecycle.internal.run.session;

import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LeaseLostException;
import dev.tenure.lifecycle.store.LifecycleStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The leases of one run: taken before it begins, prolonged while it calls, given back when it is over. Safe for use by
 * several threads.
 */
public final class Leases implements AutoCloseable {

    private final LifecycleStore store;
    private final Duration duration;
    private final List<Lease> held = new ArrayList<>();

    private Leases(LifecycleStore store, Duration duration) {
        this.store = store;
        this.duration = duration;
    }

    /** For a run that needs none. */
    public static Leases none(LifecycleStore store) {
        return new Leases(store, Duration.ZERO);
    }

    public static Leases of(LifecycleStore store, List<String> sources, String holder, Instant now, Duration duration) {
        Leases leases = new Leases(store, duration);
        try {
            sources.forEach(source -> leases.take(source, holder, now));
        } catch (IllegalStateException taken) {
            leases.close();
            throw taken;
        }
        return leases;
    }

    private synchronized void take(String source, String holder, Instant now) {
        held.add(store.acquire(source, holder, now, duration)
                .orElseThrow(() -> new IllegalStateException("An import of source '" + source
                        + "' is running already, here or on another host; wait until it is over")));
    }

    /** The store for this run: what it saves is refused once a lease was lost. */
    public LifecycleStore fence() {
        return held().isEmpty() ? store : new FencedStore(store, this::held);
    }

    public synchronized List<Lease> held() {
        return List.copyOf(held);
    }

    /** Prolongs what would run out soon; a run whose lease was lost must not go on. */
    public synchronized void keep(Instant now) {
        held.replaceAll(lease -> Duration.between(now, lease.until()).compareTo(duration.dividedBy(2)) < 0
                ? prolonged(lease, now)
                : lease);
    }

    private Lease prolonged(Lease lease, Instant now) {
        return store.renew(lease, now, duration).orElseThrow(() -> new LeaseLostException(lease.source()));
    }

    @Override
    public synchronized void close() {
        held.forEach(store::release);
        held.clear();
    }
}
