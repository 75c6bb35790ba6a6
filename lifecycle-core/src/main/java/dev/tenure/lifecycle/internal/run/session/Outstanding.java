package dev.tenure.lifecycle.internal.run.session;

import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.Hold;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads from the store what waits for a person, has failed or is held. */
public final class Outstanding {

    /**
     * What is stored as the next transition of a worker whom a tick left as it is (rule H1): the next import looks at it, and
     * the clock does not.
     */
    public static final Instant BY_THE_NEXT_IMPORT = Instant.EPOCH;

    private static final int PAGE = 500;
    private static final Duration EVER = Duration.ofDays(365_000);

    private final LifecycleStore store;

    public Outstanding(LifecycleStore store) {
        this.store = store;
    }

    /**
     * Goes through stored workers, page by page.
     *
     * @param query which
     * @param sink takes each
     */
    public void each(WorkerStateQuery query, Consumer<WorkerState> sink) {
        Optional<WorkerRef> after = Optional.empty();
        List<WorkerState> page;
        do {
            page = store.find(query, after, PAGE);
            for (WorkerState state : page) {
                sink.accept(state);
                after = Optional.of(state.ref());
            }
        } while (page.size() == PAGE);
    }

    /** Goes through the few of many workers that are wanted: the others are named and not loaded. */
    public void each(WorkerStateQuery query, Predicate<WorkerRef> wanted, Consumer<WorkerState> sink) {
        eachName(query, page -> {
            List<WorkerRef> some = page.stream().filter(wanted).toList();
            if (!some.isEmpty()) {
                Map<WorkerRef, WorkerState> states = store.load(some);
                some.stream().map(states::get).filter(Objects::nonNull).forEach(sink);
            }
        });
    }

    /**
     * Names stored workers.
     *
     * @param query which
     * @return their references, in order
     */
    public List<WorkerRef> workersWith(WorkerStateQuery query) {
        List<WorkerRef> refs = new ArrayList<>();
        eachName(query, refs::addAll);
        return refs;
    }

    private void eachName(WorkerStateQuery query, Consumer<List<WorkerRef>> sink) {
        Optional<WorkerRef> after = Optional.empty();
        List<WorkerRef> page;
        do {
            page = store.names(query, after, PAGE);
            sink.accept(page);
            after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE);
    }

    /** Everybody for whom anything is due at any time. */
    public static WorkerStateQuery everDue(Instant now) {
        return new WorkerStateQuery.Due(now.plus(EVER));
    }

    /**
     * Says when something is due next by the clock (rule H1).
     *
     * @param now the present
     * @return the instant, empty if nothing is
     */
    public Optional<Instant> nextTransition(Instant now) {
        Optional<Instant> earliest = store.nextTransition();
        if (earliest.filter(BY_THE_NEXT_IMPORT::equals).isEmpty()) {
            return earliest;
        }
        List<Instant> byTheClock = new ArrayList<>();
        each(
                everDue(now),
                state -> state.nextTransition()
                        .filter(at -> !at.equals(BY_THE_NEXT_IMPORT))
                        .ifPresent(byTheClock::add));
        return byTheClock.stream().min(Comparator.naturalOrder());
    }

    /**
     * Gives what the safeguard holds and nobody dropped. The count is that of the moment of holding, or more where other
     * changes were held before and still are.
     *
     * @return one entry for each target and kind
     */
    public List<HeldChanges> held() {
        record Key(String target, ChangeKind kind) {}
        Map<Key, List<WorkerRef>> workers = new LinkedHashMap<>();
        Map<Key, Hold> holds = new LinkedHashMap<>();
        each(new WorkerStateQuery.WithHold(), state -> {
            for (Map.Entry<String, AccountState> entry : state.accounts().entrySet()) {
                entry.getValue().hold().filter(hold -> !hold.discarded()).ifPresent(hold -> {
                    Key key = new Key(entry.getKey(), hold.kind());
                    workers.computeIfAbsent(key, any -> new ArrayList<>()).add(state.ref());
                    holds.merge(key, hold, (one, other) -> one.at().isBefore(other.at()) ? other : one);
                });
            }
        });
        List<HeldChanges> held = new ArrayList<>();
        holds.forEach((key, hold) -> {
            List<WorkerRef> all = workers.getOrDefault(key, List.of());
            held.add(new HeldChanges(key.target(), key.kind(), Math.max(hold.count(), all.size()), hold.of(), all));
        });
        return held;
    }
}
