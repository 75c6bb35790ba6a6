package dev.tenure.lifecycle.engine;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.internal.memory.WorkerTable;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LeaseLostException;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A store that forgets everything with the process: for tests, trials and shadow runs. A real deployment keeps its state
 * in a durable store. Safe for use by several threads.
 */
public final class InMemoryStore implements LifecycleStore {

    private final WorkerTable workers = new WorkerTable();
    private final Map<String, GroupLink> groups = new LinkedHashMap<>();
    private final Map<String, SourceProgress> progress = new HashMap<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private final Map<WorkerRef, Claim> claims = new HashMap<>();
    private final List<ImportRun> runs = new ArrayList<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final byte[] secret = new byte[32];

    /** Who has a worker in hand, and until when. */
    private record Claim(String holder, Instant until) {}

    /** Makes an empty store with a secret of its own. */
    public InMemoryStore() {
        new SecureRandom().nextBytes(secret);
    }

    @Override
    public synchronized Map<WorkerRef, WorkerState> load(Collection<WorkerRef> refs) {
        Map<WorkerRef, WorkerState> found = new HashMap<>();
        refs.forEach(ref -> workers.get(ref).ifPresent(state -> found.put(ref, state)));
        return found;
    }

    @Override
    public synchronized List<WorkerState> find(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        return workers.find(query, after, limit);
    }

    @Override
    public synchronized Map<AccountRef, WorkerRef> owners(Collection<AccountRef> accounts) {
        Map<AccountRef, WorkerRef> found = new HashMap<>();
        accounts.forEach(account -> workers.owner(account).ifPresent(owner -> found.put(account, owner)));
        return found;
    }

    @Override
    public synchronized int countWithAccess(String target) {
        return workers.countWithAccess(target);
    }

    @Override
    public synchronized Optional<Instant> nextTransition() {
        return workers.nextTransition();
    }

    @Override
    public synchronized void save(StoreUpdate update) {
        require(update.under());
        for (WorkerState state : update.workers()) {
            if (state.version()
                    != workers.get(state.ref()).map(WorkerState::version).orElse(0L)) {
                throw new StaleStateException(state.ref());
            }
        }
        workers.put(update.workers().stream()
                .map(state -> state.withVersion(state.version() + 1))
                .toList());
        update.removedGroups().forEach(group -> groups.remove(key(group)));
        update.groups().forEach(group -> groups.put(key(group), group));
        journal.addAll(update.entries());
    }

    private static String key(GroupLink group) {
        return group.target() + '\n' + group.source() + '\n' + group.reference() + '\n' + group.name();
    }

    @Override
    public synchronized void seen(String run, Collection<WorkerRef> refs, Collection<Lease> under) {
        require(under);
        workers.seen(run, refs);
    }

    @Override
    public synchronized List<GroupLink> groups(String target) {
        return groups.values().stream()
                .filter(group -> group.target().equals(target))
                .toList();
    }

    @Override
    public synchronized SourceProgress progress(String source) {
        return progress.getOrDefault(source, new SourceProgress(source, Optional.empty(), Optional.empty()));
    }

    @Override
    public synchronized void saveProgress(SourceProgress made, Collection<Lease> under) {
        require(under);
        progress.put(made.source(), made);
    }

    @Override
    public synchronized void saveRun(ImportRun run) {
        runs.add(0, run);
    }

    @Override
    public synchronized List<ImportRun> runs(int limit) {
        return List.copyOf(runs.subList(0, Math.min(limit, runs.size())));
    }

    @Override
    public synchronized List<JournalEntry> journal(JournalQuery query, int skip, int limit) {
        return journal.stream()
                .filter(entry -> query.worker().isEmpty() || query.worker().equals(entry.worker()))
                .filter(entry -> query.run().isEmpty() || query.run().get().equals(entry.run()))
                .filter(entry -> query.kind().isEmpty() || query.kind().get() == entry.kind())
                .filter(entry -> query.from().isEmpty()
                        || !entry.at().isBefore(query.from().get()))
                .filter(entry -> query.until().isEmpty()
                        || entry.at().isBefore(query.until().get()))
                .skip(skip)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Lease> acquire(String source, String holder, Instant now, Duration duration) {
        Lease held = leases.get(source);
        if (held != null && !held.holder().equals(holder) && held.until().isAfter(now)) {
            return Optional.empty();
        }
        boolean takenOver = held != null && !held.until().equals(Instant.MIN);
        long token = held == null ? 1 : held.token() + 1;
        Lease lease = new Lease(source, holder, token, now.plus(duration), takenOver);
        leases.put(source, lease);
        return Optional.of(lease);
    }

    @Override
    public synchronized Optional<Lease> renew(Lease lease, Instant now, Duration duration) {
        Lease held = leases.get(lease.source());
        if (held == null || held.token() != lease.token() || held.until().isBefore(now)) {
            return Optional.empty();
        }
        Lease renewed = new Lease(lease.source(), lease.holder(), lease.token(), now.plus(duration), lease.takenOver());
        leases.put(lease.source(), renewed);
        return Optional.of(renewed);
    }

    @Override
    public synchronized void release(Lease lease) {
        Lease held = leases.get(lease.source());
        if (held != null && held.token() == lease.token()) {
            // The token must go on growing: the lease stays, and is over.
            leases.put(lease.source(), new Lease(held.source(), held.holder(), held.token(), Instant.MIN, false));
        }
    }

    private void require(Collection<Lease> under) {
        for (Lease lease : under) {
            Lease held = leases.get(lease.source());
            if (held == null || held.token() != lease.token()) {
                throw new LeaseLostException(lease.source());
            }
        }
    }

    @Override
    public synchronized Set<WorkerRef> claim(
            Collection<WorkerRef> refs, String holder, Instant now, Duration duration) {
        Set<WorkerRef> granted = new TreeSet<>();
        for (WorkerRef ref : refs) {
            Claim claim = claims.get(ref);
            if (claim == null || claim.holder().equals(holder) || !claim.until().isAfter(now)) {
                claims.put(ref, new Claim(holder, now.plus(duration)));
                granted.add(ref);
            }
        }
        return granted;
    }

    @Override
    public synchronized void unclaim(Collection<WorkerRef> refs, String holder) {
        for (WorkerRef ref : refs) {
            Claim claim = claims.get(ref);
            if (claim != null && claim.holder().equals(holder)) {
                claims.remove(ref);
            }
        }
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }
}
