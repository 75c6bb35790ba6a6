package dev.tenure.lifecycle.engine;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.store.AccountState;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A store that forgets everything with the process: for tests, trials and shadow runs. A real deployment keeps its state
 * in a durable store. Safe for use by several threads.
 */
public final class InMemoryStore implements LifecycleStore {

    private final NavigableMap<WorkerRef, WorkerState> workers = new TreeMap<>();
    private final Map<AccountRef, WorkerRef> owners = new HashMap<>();
    private final Map<String, Set<WorkerRef>> people = new HashMap<>();
    private final NavigableMap<Instant, Set<WorkerRef>> due = new TreeMap<>();
    private final Map<String, GroupLink> groups = new LinkedHashMap<>();
    private final Map<String, SourceProgress> progress = new HashMap<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private final Map<WorkerRef, Claim> claims = new HashMap<>();
    private final List<ImportRun> runs = new ArrayList<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final Set<WorkerRef> seen = new HashSet<>();
    private final byte[] secret = new byte[32];
    private String seenBy = "";

    /** Who has a worker in hand, and until when. */
    private record Claim(String holder, Instant until) {}

    /** Makes an empty store with a secret of its own. */
    public InMemoryStore() {
        new SecureRandom().nextBytes(secret);
    }

    @Override
    public synchronized Map<WorkerRef, WorkerState> load(Collection<WorkerRef> refs) {
        Map<WorkerRef, WorkerState> found = new HashMap<>();
        for (WorkerRef ref : refs) {
            WorkerState state = workers.get(ref);
            if (state != null) {
                found.put(ref, state);
            }
        }
        return found;
    }

    @Override
    public synchronized List<WorkerState> find(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        Predicate<WorkerState> fits = fits(query);
        Collection<WorkerState> rest =
                after.map(ref -> workers.tailMap(ref, false)).orElse(workers).values();
        if (query instanceof WorkerStateQuery.Due at) {
            rest = known(due.headMap(at.now(), true).values(), after);
        } else if (query instanceof WorkerStateQuery.OfPerson person) {
            rest = known(List.of(people.getOrDefault(person.universalId(), Set.of())), after);
        }
        return rest.stream().filter(fits).limit(limit).toList();
    }

    private Collection<WorkerState> known(Collection<Set<WorkerRef>> refs, Optional<WorkerRef> after) {
        NavigableMap<WorkerRef, WorkerState> found = new TreeMap<>();
        for (Set<WorkerRef> some : refs) {
            for (WorkerRef ref : some) {
                WorkerState state = workers.get(ref);
                if (state != null && (after.isEmpty() || ref.compareTo(after.get()) > 0)) {
                    found.put(ref, state);
                }
            }
        }
        return found.values();
    }

    private Predicate<WorkerState> fits(WorkerStateQuery query) {
        if (query instanceof WorkerStateQuery.WithPending) {
            return anywhere(account -> account.pending().isPresent());
        }
        if (query instanceof WorkerStateQuery.WithHold) {
            return anywhere(account -> account.hold().isPresent());
        }
        if (query instanceof WorkerStateQuery.WithFailure) {
            return anywhere(account -> account.failure().isPresent());
        }
        if (query instanceof WorkerStateQuery.WithIntent) {
            return anywhere(account -> account.intent().isPresent());
        }
        if (query instanceof WorkerStateQuery.LinkedAt at) {
            return state -> state.at(at.target()).link().isPresent();
        }
        if (query instanceof WorkerStateQuery.LinkedNotSeen not) {
            return state -> state.ref().source().equals(not.source())
                    && anywhere(account -> account.link().isPresent()).test(state)
                    && !(seenBy.equals(not.run()) && seen.contains(state.ref()));
        }
        return state -> true;
    }

    private static Predicate<WorkerState> anywhere(Predicate<AccountState> fits) {
        return state -> state.accounts().values().stream().anyMatch(fits);
    }

    @Override
    public synchronized Map<AccountRef, WorkerRef> owners(Collection<AccountRef> accounts) {
        Map<AccountRef, WorkerRef> found = new HashMap<>();
        for (AccountRef account : accounts) {
            WorkerRef owner = owners.get(account);
            if (owner != null) {
                found.put(account, owner);
            }
        }
        return found;
    }

    @Override
    public synchronized int countWithAccess(String target) {
        int count = 0;
        for (WorkerState state : workers.values()) {
            Optional<Link> link = state.at(target).link();
            if (link.isPresent() && link.get().status() != AccountStatus.DEACTIVATED) {
                count++;
            }
        }
        return count;
    }

    @Override
    public synchronized Optional<Instant> nextTransition() {
        return due.isEmpty() ? Optional.empty() : Optional.of(due.firstKey());
    }

    @Override
    public synchronized void save(StoreUpdate update) {
        require(update.under());
        for (WorkerState state : update.workers()) {
            WorkerState stored = workers.get(state.ref());
            if (state.version() != (stored == null ? 0 : stored.version())) {
                throw new StaleStateException(state.ref());
            }
        }
        // Accounts may change hands within one update: all are let go before any is taken.
        update.workers().forEach(state -> forget(workers.get(state.ref())));
        update.workers().forEach(state -> keep(state.withVersion(state.version() + 1)));
        update.removedGroups().forEach(group -> groups.remove(key(group)));
        update.groups().forEach(group -> groups.put(key(group), group));
        journal.addAll(update.entries());
    }

    private void forget(@org.jspecify.annotations.Nullable WorkerState state) {
        if (state == null) {
            return;
        }
        state.accounts().values().forEach(account -> account.link().ifPresent(link -> owners.remove(link.account())));
        state.employment().universalId().ifPresent(id -> remove(people, id, state.ref()));
        state.nextTransition().ifPresent(at -> remove(due, at, state.ref()));
    }

    private void keep(WorkerState state) {
        workers.put(state.ref(), state);
        state.accounts()
                .values()
                .forEach(account -> account.link().ifPresent(link -> owners.put(link.account(), state.ref())));
        state.employment()
                .universalId()
                .ifPresent(
                        id -> people.computeIfAbsent(id, any -> new TreeSet<>()).add(state.ref()));
        state.nextTransition()
                .ifPresent(at -> due.computeIfAbsent(at, any -> new TreeSet<>()).add(state.ref()));
    }

    private static <K> void remove(Map<K, Set<WorkerRef>> index, K key, WorkerRef ref) {
        Set<WorkerRef> refs = index.get(key);
        if (refs != null && refs.remove(ref) && refs.isEmpty()) {
            index.remove(key);
        }
    }

    private static String key(GroupLink group) {
        return group.target() + '\n' + group.source() + '\n' + group.reference() + '\n' + group.name();
    }

    @Override
    public synchronized void seen(String run, Collection<WorkerRef> refs, Collection<Lease> under) {
        require(under);
        if (!run.equals(seenBy)) {
            seen.clear();
            seenBy = run;
        }
        seen.addAll(refs);
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
