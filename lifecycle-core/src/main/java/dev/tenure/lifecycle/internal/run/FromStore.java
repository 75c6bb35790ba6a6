package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.run.session.Outstanding;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.subject.Absent;
import dev.tenure.lifecycle.internal.run.subject.Faults;
import dev.tenure.lifecycle.internal.run.subject.GroupBook;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.policy.AbsentWorkers;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Workers whom a run handles because the store knows something of them, and not because HR reports a change. */
final class FromStore {

    private final LifecyclePolicy policy;
    private final LifecycleStore store;
    private final Session session;
    private final Sources sources;
    private final Subjects subjects;
    private final Outstanding outstanding;
    private final Reading reading;
    private final Road road;
    private final Map<String, GroupBook> groups;
    private final Set<WorkerRef> ended = new HashSet<>();

    FromStore(
            LifecyclePolicy policy,
            LifecycleStore store,
            Session session,
            Sources sources,
            Subjects subjects,
            Outstanding outstanding,
            Reading reading,
            Road road,
            Map<String, GroupBook> groups) {
        this.policy = policy;
        this.store = store;
        this.session = session;
        this.sources = sources;
        this.subjects = subjects;
        this.outstanding = outstanding;
        this.reading = reading;
        this.road = road;
        this.groups = groups;
    }

    /** E12, E14, S3, S4: who is pending, has failed or was cut off is looked at again although HR reports no change. */
    void takeUnfinished(boolean full) {
        Map<String, Set<String>> again = new LinkedHashMap<>();
        Consumer<WorkerState> add = state -> again.computeIfAbsent(state.ref().source(), any -> new TreeSet<>())
                .add(state.ref().id());
        outstanding.each(new WorkerStateQuery.WithPending(), add);
        outstanding.each(new WorkerStateQuery.WithIntent(), state -> {
            if (isCutOff(state)) {
                add.accept(state);
            }
        });
        outstanding.each(new WorkerStateQuery.WithFailure(), state -> {
            if (full || isToBeTriedAgain(state)) {
                add.accept(state);
            }
        });
        again.forEach((name, ids) -> {
            if (sources.has(name)) {
                ids.removeIf(id -> sources.hasRead(new WorkerRef(name, id)));
                reading.byIds(sources.source(name), ids, ref -> Subject.Manner.BULK);
            }
            takeGone(name, ids, Subject.Manner.BULK);
        });
    }

    /**
     * S4: an account that a run may have made before it was cut off is looked for, although HR no longer returns its worker,
     * or is no longer asked.
     */
    void takeGone(String source, Set<String> ids, Subject.Manner manner) {
        List<WorkerRef> gone = ids.stream()
                .map(id -> new WorkerRef(source, id))
                .filter(ref -> !reading.wasReturned(ref))
                .toList();
        Map<WorkerRef, WorkerState> known = store.load(gone);
        road.take(gone.stream()
                .flatMap(ref -> Stream.ofNullable(known.get(ref)))
                .filter(FromStore::mayHaveBeenMade)
                .map(state -> subjects.stored(state, session.now(), manner))
                .toList());
    }

    /** Those of some workers for whom the store alone can answer, since an account may have been made for them. */
    Set<String> inDoubt(String source, Set<String> ids) {
        return store.load(ids.stream().map(id -> new WorkerRef(source, id)).toList()).values().stream()
                .filter(FromStore::mayHaveBeenMade)
                .map(state -> state.ref().id())
                .collect(Collectors.toSet());
    }

    private static boolean mayHaveBeenMade(WorkerState state) {
        return state.accounts().values().stream()
                .flatMap(account -> account.intent().stream())
                .anyMatch(intent -> intent.change() == ChangeKind.CREATE);
    }

    /** A call that failed keeps its intent as long as nobody knows whether it acted; its failure says when to look. */
    private static boolean isCutOff(WorkerState state) {
        return state.accounts().values().stream()
                .anyMatch(account ->
                        account.intent().isPresent() && account.failure().isEmpty() && !waitsForTheReturn(account));
    }

    /** What is in doubt of a closed account, or to be told of it, matters once its owner is back, and HR or the clock says that. */
    private static boolean waitsForTheReturn(AccountState account) {
        return account.intent()
                        .filter(intent ->
                                intent.change() == ChangeKind.UPDATE || intent.change() == ChangeKind.WRITE_BACK)
                        .isPresent()
                && account.link()
                        .filter(link -> link.status() == AccountStatus.DEACTIVATED)
                        .isPresent();
    }

    private boolean isToBeTriedAgain(WorkerState state) {
        return state.accounts().entrySet().stream()
                .anyMatch(at -> at.getValue().failures().stream()
                        .anyMatch(failure -> isDue(failure) || isGroupThere(failure, state.ref(), at.getKey())));
    }

    private boolean isDue(Failure failure) {
        return failure.retryAt().filter(at -> at.isAfter(session.now())).isEmpty();
    }

    /** S3: who waits for a group waits no longer than until it is made. */
    private boolean isGroupThere(Failure failure, WorkerRef worker, String target) {
        GroupBook book = groups.get(target);
        return book != null && book.lacksNoneOf(worker.source()) && Faults.isOfMissingGroup(failure);
    }

    /** H1: what is due by the clock. */
    void takeDue() {
        take(new WorkerStateQuery.Due(session.now()));
    }

    /** H1: who has ended waits for nobody any more, whatever was asked about them; what is held stays held (S1). */
    void takeEndedPending() {
        List<Subject> endings = new ArrayList<>();
        outstanding.each(new WorkerStateQuery.WithPending(), state -> {
            Subject subject = subjects.stored(state, session.now(), Subject.Manner.BULK);
            boolean isHeld = state.accounts().values().stream()
                    .anyMatch(account -> account.hold().isPresent());
            if (sources.has(state.ref().source()) && isEnding(subject) && !isHeld && ended.add(state.ref())) {
                endings.add(subject);
            }
        });
        road.take(endings);
    }

    /** S1: what is held is counted anew. */
    void takeHeld() {
        take(new WorkerStateQuery.WithHold());
    }

    /** An ending needs nothing but what the store knows, a beginning reads the worker anew. */
    private void take(WorkerStateQuery query) {
        List<Subject> endings = new ArrayList<>();
        Map<String, Set<String>> beginnings = new LinkedHashMap<>();
        outstanding.each(query, state -> {
            if (!sources.has(state.ref().source()) || sources.hasRead(state.ref())) {
                return;
            }
            Subject subject = subjects.stored(state, session.now(), Subject.Manner.BULK);
            if (isEnding(subject)) {
                if (ended.add(state.ref())) {
                    endings.add(subject);
                }
            } else {
                beginnings
                        .computeIfAbsent(state.ref().source(), any -> new TreeSet<>())
                        .add(state.ref().id());
            }
        });
        road.take(endings);
        beginnings.forEach((name, ids) -> {
            HrSource source = sources.source(name);
            reading.byIds(source, ids, ref -> Subject.Manner.BULK);
            reading.reportNotReturned(source, ids);
            forgetDue(name, ids);
        });
    }

    /** An end by the clock has an instant; 'inactive at once' (C8) is for imports to decide. */
    private static boolean isEnding(Subject subject) {
        Decision decision = subject.decision();
        return decision.state() == LifecycleState.TERMINATED
                && decision.effectiveAt().isPresent();
    }

    /** Who was due and is not returned by HR is not asked for again at every tick. */
    private void forgetDue(String source, Set<String> ids) {
        for (String id : ids) {
            WorkerRef ref = new WorkerRef(source, id);
            Optional<WorkerState> due = Optional.ofNullable(
                            store.load(List.of(ref)).get(ref))
                    .filter(state -> state.nextTransition()
                            .filter(at -> !at.isAfter(session.now()))
                            .isPresent());
            if (due.isPresent() && !sources.hasRead(ref)) {
                store.save(StoreUpdate.of(due.get().withNextTransition(Optional.empty()), List.of()));
            }
        }
    }

    /** Who is gone from HR and was never linked cannot come in any more, and waits for nobody. */
    void forgetGone() {
        Map<WorkerRef, WorkerState> gone = new LinkedHashMap<>();
        Consumer<WorkerState> add = state -> {
            if (isGone(state)) {
                gone.put(state.ref(), state);
            }
        };
        outstanding.each(new WorkerStateQuery.WithPending(), add);
        outstanding.each(new WorkerStateQuery.WithFailure(), add);
        outstanding.each(Outstanding.everDue(session.now()), add);
        gone.values().forEach(this::forget);
    }

    private void forget(WorkerState state) {
        try {
            store.save(StoreUpdate.of(waitingForNothing(state), List.of()));
        } catch (StaleStateException stale) {
            // Another run has the worker in hand, and knows better.
        }
    }

    private boolean isGone(WorkerState state) {
        String source = state.ref().source();
        boolean hasAccount = state.accounts().values().stream()
                .anyMatch(account ->
                        account.link().isPresent() || account.intent().isPresent());
        return !hasAccount
                && sources.has(source)
                && sources.source(source).describe().seesEveryone()
                && !reading.wasReturned(state.ref());
    }

    private static WorkerState waitingForNothing(WorkerState state) {
        WorkerState quiet = state.withNextTransition(Optional.empty());
        for (Map.Entry<String, AccountState> entry : state.accounts().entrySet()) {
            quiet = quiet.with(
                    entry.getKey(),
                    entry.getValue().withPending(Optional.empty()).withFailure(Optional.empty()));
        }
        return quiet;
    }

    /**
     * S2: linked workers whom a full import no longer returns. All are named, which costs next to nothing, and whether one is
     * linked is asked of those few who were not returned: of all, it would be a look at every account once more.
     */
    void takeAbsent(HrSource source) {
        Predicate<WorkerRef> gone = ref -> ref.source().equals(source.name()) && !reading.wasReturned(ref);
        boolean seesEveryone = source.describe().seesEveryone();
        List<Subject> endings = new ArrayList<>();
        outstanding.each(new WorkerStateQuery.All(), gone, state -> {
            if (!isLinked(state)) {
                return;
            }
            Subject subject = subjects.stored(state, session.now(), Subject.Manner.BULK);
            // An end at once (C8) that an import has seen is known by now, and may be still to be made (S3).
            boolean ends = isEnding(subject) || (subject.endedBefore() && subject.state() == LifecycleState.TERMINATED);
            // Who ended before and is gone from HR by now is no news.
            if (seesEveryone && !(ends && subject.endedBefore())) {
                session.absent(state.ref(), source.name());
            }
            boolean closes = ends || (seesEveryone && policy.absentWorkers() == AbsentWorkers.DEACTIVATE);
            if (closes && ended.add(state.ref())) {
                endings.add(ends ? subject : Absent.of(subject));
            }
        });
        road.takeAlone(endings);
    }

    private static boolean isLinked(WorkerState state) {
        return state.accounts().values().stream()
                .anyMatch(account -> account.link().isPresent());
    }
}
