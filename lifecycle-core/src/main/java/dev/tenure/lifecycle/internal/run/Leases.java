package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LifecycleStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The leases of one run: taken before it begins, prolonged while it reads, given back when it is over. */
final class Leases implements AutoCloseable {

    private static final Duration DURATION = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMinutes(45);

    private final LifecycleStore store;
    private final List<Lease> held = new ArrayList<>();

    private Leases(LifecycleStore store) {
        this.store = store;
    }

    /** For a run that needs none. */
    static Leases none(LifecycleStore store) {
        return new Leases(store);
    }

    static Leases of(LifecycleStore store, List<String> sources, String holder, Instant now) {
        Leases leases = new Leases(store);
        try {
            sources.forEach(source -> leases.take(source, holder, now));
        } catch (IllegalStateException taken) {
            leases.close();
            throw taken;
        }
        return leases;
    }

    private void take(String source, String holder, Instant now) {
        held.add(store.acquire(source, holder, now, DURATION)
                .orElseThrow(() -> new IllegalStateException("An import of source '" + source
                        + "' is running already, here or on another host; wait until it is over")));
    }

    /** Prolongs what would run out soon; a run whose lease was lost must not go on. */
    void keep(Instant now) {
        held.replaceAll(
                lease -> Duration.between(now, lease.until()).compareTo(SOON) < 0 ? prolonged(lease, now) : lease);
    }

    private Lease prolonged(Lease lease, Instant now) {
        return store.renew(lease, now, DURATION)
                .orElseThrow(() -> new IllegalStateException("The lease of source '" + lease.source()
                        + "' was lost to another host; this run ends, and the next one goes on"));
    }

    @Override
    public void close() {
        held.forEach(store::release);
        held.clear();
    }
}
