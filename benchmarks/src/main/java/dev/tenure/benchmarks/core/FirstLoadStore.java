package dev.tenure.benchmarks.core;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.store.ForwardingStore;
import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a first load be prepared quickly: what the engine saves of each worker goes to the store behind by thousands, and
 * only as it is in the end. No journal is written and nobody is claimed, so that a load must not be cut off; what is left
 * behind is the workers and links that a first load leaves. For one thread.
 */
final class FirstLoadStore extends ForwardingStore {

    private static final int AT_ONCE = 2_000;

    private final Map<WorkerRef, WorkerState> waiting = new HashMap<>();

    FirstLoadStore(LifecycleStore store) {
        super(store);
    }

    /** Saves what is still waiting. */
    void finish() {
        List<WorkerState> states =
                waiting.values().stream().map(state -> state.withVersion(0)).toList();
        store().save(new StoreUpdate(states, List.of(), List.of(), List.of()));
        waiting.clear();
    }

    @Override
    public void save(StoreUpdate update) {
        for (WorkerState state : update.workers()) {
            // All that wait are done with once the engine begins with somebody new.
            if (waiting.size() >= AT_ONCE && !waiting.containsKey(state.ref())) {
                finish();
            }
            waiting.put(state.ref(), state.withVersion(state.version() + 1));
        }
    }

    @Override
    public Map<WorkerRef, WorkerState> load(Collection<WorkerRef> refs) {
        Map<WorkerRef, WorkerState> found = new HashMap<>();
        for (WorkerRef ref : refs) {
            WorkerState state = waiting.get(ref);
            if (state != null) {
                found.put(ref, state);
            }
        }
        return found;
    }

    @Override
    public Set<WorkerRef> claim(Collection<WorkerRef> refs, String holder, Instant now, Duration duration) {
        return Set.copyOf(refs);
    }

    @Override
    public void unclaim(Collection<WorkerRef> refs, String holder) {
        // Nobody was claimed.
    }

    @Override
    public void seen(String run, Collection<WorkerRef> refs, Collection<Lease> under) {
        // The imports that are measured note that themselves.
    }

    @Override
    public List<WorkerState> find(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        return List.of();
    }

    @Override
    public List<WorkerRef> names(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        return List.of();
    }

    @Override
    public Map<AccountRef, Link> links(Collection<AccountRef> accounts) {
        return Map.of();
    }

    @Override
    public Map<AccountRef, WorkerRef> owners(Collection<AccountRef> refs) {
        return Map.of();
    }

    @Override
    public int countWithAccess(String target) {
        return 0;
    }

    @Override
    public Optional<Instant> nextTransition() {
        return Optional.empty();
    }

    @Override
    public void saveProgress(SourceProgress made, Collection<Lease> under) {
        // The imports that are measured are full ones.
    }
}
