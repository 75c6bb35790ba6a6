package dev.tenure.lifecycle.internal.memory;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Workers with indexes by account, person and due instant. Not for use by several threads. */
public final class WorkerTable {

    private final NavigableMap<WorkerRef, WorkerState> workers = new TreeMap<>();
    private final Map<AccountRef, WorkerRef> owners = new HashMap<>();
    private final Map<String, Set<WorkerRef>> people = new HashMap<>();
    private final NavigableMap<Instant, Set<WorkerRef>> due = new TreeMap<>();
    private final Set<WorkerRef> seen = new HashSet<>();
    private String seenBy = "";

    /** Makes an empty table. */
    public WorkerTable() {}

    /**
     * Gives a worker.
     *
     * @param ref the worker
     * @return the state, empty if it is not in the table
     */
    public Optional<WorkerState> get(WorkerRef ref) {
        return Optional.ofNullable(workers.get(ref));
    }

    /**
     * Puts workers in, in the place of what was known of them. Accounts may change hands within one call.
     *
     * @param states the workers
     */
    public void put(Collection<WorkerState> states) {
        states.forEach(state -> get(state.ref()).ifPresent(this::forget));
        states.forEach(this::keep);
    }

    private void forget(WorkerState state) {
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

    /**
     * Says to whom an account is linked.
     *
     * @param account the account
     * @return the worker, empty if nobody in the table has it
     */
    public Optional<WorkerRef> owner(AccountRef account) {
        return Optional.ofNullable(owners.get(account));
    }

    /**
     * Counts the linked accounts of a target that are not deactivated.
     *
     * @param target the target's name
     * @return how many
     */
    public int countWithAccess(String target) {
        return (int) workers.values().stream()
                .filter(state -> hasAccess(state, target))
                .count();
    }

    /**
     * Says whether a worker has an account at a target that is not deactivated.
     *
     * @param state the worker
     * @param target the target's name
     * @return true if there is one
     */
    public static boolean hasAccess(WorkerState state, String target) {
        return state.at(target)
                .link()
                .filter(link -> link.status() != AccountStatus.DEACTIVATED)
                .isPresent();
    }

    /**
     * Gives the earliest instant at which something is due.
     *
     * @return the instant, empty if there is none
     */
    public Optional<Instant> nextTransition() {
        return due.isEmpty() ? Optional.empty() : Optional.of(due.firstKey());
    }

    /**
     * Notes that a run has seen workers, and forgets what earlier runs noted.
     *
     * @param run the run
     * @param refs the workers
     */
    public void seen(String run, Collection<WorkerRef> refs) {
        if (!run.equals(seenBy)) {
            seen.clear();
            seenBy = run;
        }
        seen.addAll(refs);
    }

    /**
     * Finds workers, in the order of their references.
     *
     * @param query which
     * @param after those after this one; empty to begin
     * @param limit how many at most
     * @return the workers
     */
    public List<WorkerState> find(WorkerStateQuery query, Optional<WorkerRef> after, int limit) {
        Collection<WorkerState> rest =
                after.map(ref -> workers.tailMap(ref, false)).orElse(workers).values();
        if (query instanceof WorkerStateQuery.Due at) {
            rest = known(due.headMap(at.now(), true).values(), after);
        } else if (query instanceof WorkerStateQuery.OfPerson person) {
            rest = known(List.of(people.getOrDefault(person.universalId(), Set.of())), after);
        }
        return rest.stream().filter(fits(query)).limit(limit).toList();
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
            return anywhere(account -> !account.failures().isEmpty());
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
}
