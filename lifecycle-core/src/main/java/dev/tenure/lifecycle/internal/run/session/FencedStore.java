package dev.tenure.lifecycle.internal.run.session;

import dev.tenure.lifecycle.store.ForwardingStore;
import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * The store as a run sees it that holds leases: whatever it saves is refused once somebody else has taken one of them, so
 * that a host which slept through its lease cannot bring older facts back.
 */
final class FencedStore extends ForwardingStore {

    private final Supplier<List<Lease>> leases;

    FencedStore(LifecycleStore real, Supplier<List<Lease>> leases) {
        super(real);
        this.leases = leases;
    }

    @Override
    public void save(StoreUpdate update) {
        store().save(update.under(leases.get()));
    }

    @Override
    public void seen(String run, Collection<WorkerRef> workers, Collection<Lease> under) {
        store().seen(run, workers, leases.get());
    }

    @Override
    public void saveProgress(SourceProgress progress, Collection<Lease> under) {
        store().saveProgress(progress, leases.get());
    }
}
