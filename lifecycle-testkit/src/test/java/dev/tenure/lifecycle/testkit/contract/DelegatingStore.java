package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.store.JournalQuery;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store that does what another does, for a mutant to do one thing otherwise. */
class DelegatingStore implements LifecycleStore {

    private final LifecycleStore real;

    DelegatingStore(LifecycleStore real) {
        this.real = real;
    }

    @Override
    public Map<WorkerRef, WorkerState> load(Collection<WorkerRef> refs) {
        return real.load(refs);
    }

    @Override
    public List<WorkerState> find(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        return real.find(query, after, limit);
    }

    @Override
    public List<WorkerRef> names(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        return real.names(query, after, limit);
    }

    @Override
    public Map<AccountRef, Link> links(Collection<AccountRef> accounts) {
        return real.links(accounts);
    }

    @Override
    public Map<AccountRef, WorkerRef> owners(Collection<AccountRef> accounts) {
        return real.owners(accounts);
    }

    @Override
    public int countWithAccess(String target) {
        return real.countWithAccess(target);
    }

    @Override
    public Optional<Instant> nextTransition() {
        return real.nextTransition();
    }

    @Override
    public void save(StoreUpdate update) {
        real.save(update);
    }

    @Override
    public void seen(String run, Collection<WorkerRef> workers, Collection<Lease> under) {
        real.seen(run, workers, under);
    }

    @Override
    public List<GroupLink> groups(String target) {
        return real.groups(target);
    }

    @Override
    public SourceProgress progress(String source) {
        return real.progress(source);
    }

    @Override
    public void saveProgress(SourceProgress progress, Collection<Lease> under) {
        real.saveProgress(progress, under);
    }

    @Override
    public void saveRun(ImportRun run) {
        real.saveRun(run);
    }

    @Override
    public List<ImportRun> runs(int limit) {
        return real.runs(limit);
    }

    @Override
    public List<JournalEntry> journal(JournalQuery query, int skip, int limit) {
        return real.journal(query, skip, limit);
    }

    @Override
    public Optional<Lease> acquire(String source, String holder, Instant now, Duration duration) {
        return real.acquire(source, holder, now, duration);
    }

    @Override
    public Optional<Lease> renew(Lease lease, Instant now, Duration duration) {
        return real.renew(lease, now, duration);
    }

    @Override
    public void release(Lease lease) {
        real.release(lease);
    }

    @Override
    public Set<WorkerRef> claim(Collection<WorkerRef> workers, String holder, Instant now, Duration duration) {
        return real.claim(workers, holder, now, duration);
    }

    @Override
    public void unclaim(Collection<WorkerRef> workers, String holder) {
        real.unclaim(workers, holder);
    }

    @Override
    public byte[] secret() {
        return real.secret();
    }
}
