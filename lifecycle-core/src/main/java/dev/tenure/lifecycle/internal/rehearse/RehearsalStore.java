package dev.tenure.lifecycle.internal.rehearse;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.internal.memory.WorkerTable;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A store over another one, which is read and never written: what is saved stays here. Leases and claims are granted
 * to whoever asks, since a rehearsal is in nobody's way. Safe for use by several threads.
 */
public final class RehearsalStore implements LifecycleStore {

    private final LifecycleStore real;
    private final WorkerTable changed = new WorkerTable();
    private final Map<String, Integer> moreWithAccess = new HashMap<>();
    private final Map<String, List<GroupLink>> groups = new HashMap<>();

    /**
     * Begins with what a store knows.
     *
     * @param real the store
     */
    public RehearsalStore(LifecycleStore real) {
        this.real = real;
    }

    @Override
    public synchronized Map<WorkerRef, WorkerState> load(Collection<WorkerRef> refs) {
        Map<WorkerRef, WorkerState> found = new HashMap<>();
        Set<WorkerRef> rest = new HashSet<>();
        for (WorkerRef ref : refs) {
            changed.get(ref).ifPresentOrElse(state -> found.put(ref, state), () -> rest.add(ref));
        }
        if (!rest.isEmpty()) {
            found.putAll(real.load(rest));
        }
        return found;
    }

    @Override
    public synchronized List<WorkerState> find(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        List<WorkerState> found = new ArrayList<>(changed.find(query, after, limit));
        Optional<WorkerRef> from = after;
        List<WorkerState> page;
        int unchanged = 0;
        do {
            page = real.find(query, from, limit);
            for (WorkerState state : page) {
                from = Optional.of(state.ref());
                if (changed.get(state.ref()).isEmpty()) {
                    found.add(state);
                    unchanged++;
                }
            }
        } while (page.size() == limit && unchanged < limit);
        found.sort(Comparator.comparing(WorkerState::ref));
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    @Override
    public synchronized List<WorkerRef> names(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        List<WorkerRef> found = new ArrayList<>();
        changed.find(query, after, limit).forEach(state -> found.add(state.ref()));
        Optional<WorkerRef> from = after;
        List<WorkerRef> page;
        int unchanged = 0;
        do {
            page = real.names(query, from, limit);
            for (WorkerRef ref : page) {
                from = Optional.of(ref);
                if (changed.get(ref).isEmpty()) {
                    found.add(ref);
                    unchanged++;
                }
            }
        } while (page.size() == limit && unchanged < limit);
        found.sort(Comparator.naturalOrder());
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    @Override
    public synchronized Map<AccountRef, WorkerRef> owners(Collection<AccountRef> accounts) {
        Map<AccountRef, WorkerRef> owners = new HashMap<>(real.owners(accounts));
        // Whoever was changed here may have let an account go.
        owners.values().removeIf(owner -> changed.get(owner).isPresent());
        accounts.forEach(account -> changed.owner(account).ifPresent(owner -> owners.put(account, owner)));
        return owners;
    }

    @Override
    public synchronized int countWithAccess(String target) {
        return real.countWithAccess(target) + moreWithAccess.getOrDefault(target, 0);
    }

    @Override
    public synchronized void save(StoreUpdate update) {
        for (WorkerState state : update.workers()) {
            Optional<WorkerState> before =
                    Optional.ofNullable(load(Set.of(state.ref())).get(state.ref()));
            if (state.version() != before.map(WorkerState::version).orElse(0L)) {
                throw new StaleStateException(state.ref());
            }
            Set<String> targets = new HashSet<>(state.accounts().keySet());
            before.ifPresent(known -> targets.addAll(known.accounts().keySet()));
            for (String target : targets) {
                int more = (WorkerTable.hasAccess(state, target) ? 1 : 0)
                        - (before.filter(known -> WorkerTable.hasAccess(known, target))
                                        .isPresent()
                                ? 1
                                : 0);
                moreWithAccess.merge(target, more, Integer::sum);
            }
        }
        changed.put(update.workers().stream()
                .map(state -> state.withVersion(state.version() + 1))
                .toList());
        update.removedGroups().forEach(group -> groupsOf(group.target()).removeIf(same(group)));
        update.groups().forEach(group -> {
            groupsOf(group.target()).removeIf(same(group));
            groupsOf(group.target()).add(group);
        });
    }

    private static java.util.function.Predicate<GroupLink> same(GroupLink group) {
        return other -> other.source().equals(group.source())
                && other.reference().equals(group.reference())
                && other.name().equals(group.name());
    }

    private List<GroupLink> groupsOf(String target) {
        return groups.computeIfAbsent(target, name -> new ArrayList<>(real.groups(name)));
    }

    @Override
    public synchronized List<GroupLink> groups(String target) {
        return List.copyOf(groupsOf(target));
    }

    @Override
    public synchronized void seen(String run, Collection<WorkerRef> workers, Collection<Lease> under) {
        changed.seen(run, workers);
    }

    @Override
    public SourceProgress progress(String source) {
        return real.progress(source);
    }

    @Override
    public void saveProgress(SourceProgress progress, Collection<Lease> under) {
        // A rehearsal gets nowhere.
    }

    @Override
    public Set<WorkerRef> claim(Collection<WorkerRef> workers, String holder, Instant now, Duration duration) {
        return Set.copyOf(workers);
    }

    @Override
    public void unclaim(Collection<WorkerRef> workers, String holder) {
        // Nothing was claimed.
    }

    @Override
    public byte[] secret() {
        return real.secret();
    }

    @Override
    public Optional<Instant> nextTransition() {
        return real.nextTransition();
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
    public void saveRun(ImportRun run) {
        // A rehearsal is no run.
    }

    @Override
    public Optional<Lease> acquire(String source, String holder, Instant now, Duration duration) {
        return Optional.of(new Lease(source, holder, 0, now.plus(duration), false));
    }

    @Override
    public Optional<Lease> renew(Lease lease, Instant now, Duration duration) {
        return acquire(lease.source(), lease.holder(), now, duration);
    }

    @Override
    public void release(Lease lease) {
        // Nobody else could have it.
    }
}
