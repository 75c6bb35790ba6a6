package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A store that hands every call on to another: to override what should be done otherwise, such as to measure calls, or to
 * keep tenants apart. As safe for use by several threads as the one behind it.
 */
public abstract class ForwardingStore implements LifecycleStore {

    private final LifecycleStore store;

    /**
     * Stands in front of a store.
     *
     * @param store the one behind
     */
    protected ForwardingStore(LifecycleStore store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    /**
     * Gives the store behind.
     *
     * @return the one that was given
     */
    protected final LifecycleStore store() {
        return store;
    }

    @Override
    public Map<WorkerRef, WorkerState> load(Collection<WorkerRef> refs) {
        return store.load(refs);
    }

    @Override
    public List<WorkerState> find(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        return store.find(query, after, limit);
    }

    @Override
    public List<WorkerRef> names(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        return store.names(query, after, limit);
    }

    @Override
    public Map<AccountRef, Link> links(Collection<AccountRef> accounts) {
        return store.links(accounts);
    }

    @Override
    public Map<AccountRef, WorkerRef> owners(Collection<AccountRef> accounts) {
        return store.owners(accounts);
    }

    @Override
    public int countWithAccess(String target) {
        return store.countWithAccess(target);
    }

    @Override
    public Optional<Instant> nextTransition() {
        return store.nextTransition();
    }

    @Override
    public void save(StoreUpdate update) {
        store.save(update);
    }

    @Override
    public void seen(String run, Collection<WorkerRef> workers, Collection<Lease> under) {
        store.seen(run, workers, under);
    }

    @Override
    public List<GroupLink> groups(String target) {
        return store.groups(target);
    }

    @Override
    public SourceProgress progress(String source) {
        return store.progress(source);
    }

    @Override
    public void saveProgress(SourceProgress progress, Collection<Lease> under) {
        store.saveProgress(progress, under);
    }

    @Override
    public void saveRun(ImportRun run) {
        store.saveRun(run);
    }

    @Override
    public List<ImportRun> runs(int limit) {
        return store.runs(limit);
    }

    @Override
    public List<JournalEntry> journal(JournalQuery query, int skip, int limit) {
        return store.journal(query, skip, limit);
    }

    @Override
    public Optional<Lease> acquire(String source, String holder, Instant now, Duration duration) {
        return store.acquire(source, holder, now, duration);
    }

    @Override
    public Optional<Lease> renew(Lease lease, Instant now, Duration duration) {
        return store.renew(lease, now, duration);
    }

    @Override
    public void release(Lease lease) {
        store.release(lease);
    }

    @Override
    public Set<WorkerRef> claim(Collection<WorkerRef> workers, String holder, Instant now, Duration duration) {
        return store.claim(workers, holder, now, duration);
    }

    @Override
    public void unclaim(Collection<WorkerRef> workers, String holder) {
        store.unclaim(workers, holder);
    }

    @Override
    public byte[] secret() {
        return store.secret();
    }
}
