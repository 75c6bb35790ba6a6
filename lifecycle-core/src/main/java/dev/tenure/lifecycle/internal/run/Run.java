package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.apply.Applier;
import dev.tenure.lifecycle.internal.apply.Retries;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.internal.map.Mapper;
import dev.tenure.lifecycle.internal.plan.Fingerprinter;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.read.WorkerReader;
import dev.tenure.lifecycle.journal.NoticeKind;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.Hold;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.AbsentWorkers;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One run on its way through the stages. For one thread, but for the changes of different workers. */
final class Run {

    private static final Duration TERMINATION_WINDOW = Duration.ofHours(24);
    private static final int MOST_IDS = 200;

    private final Settings settings;
    private final LifecyclePolicy policy;
    private final LifecycleStore store;
    private final Session session;
    private final Fingerprinter hashes;
    private final List<TargetBinding> bindings;
    private final Leases leases;
    private final Claims claims;
    private final boolean dryRun;
    private final Retries retries;
    private final Parallel parallel;
    private final Subjects subjects;
    private final Map<String, WorkerReader> readers = new LinkedHashMap<>();
    private final Map<String, GroupBook> groups = new HashMap<>();
    private final Map<String, Census> censuses = new HashMap<>();
    private final Assembler assembler;
    private final People people;
    private final Performer performer;
    private final Outstanding outstanding;
    private final ContactUpdates contacts;
    private final List<Subject> waiting = new ArrayList<>();
    private final Closings closings;
    private final List<Worker> unsettled = Collections.synchronizedList(new ArrayList<>());
    private final List<Worker> overtaken = Collections.synchronizedList(new ArrayList<>());
    private final List<SubjectPlan> prepared = new ArrayList<>();
    private final Map<String, Watermark> watermarks = new HashMap<>();
    private final Set<WorkerRef> lookedAgain = ConcurrentHashMap.newKeySet();
    private final Set<String> incomplete = ConcurrentHashMap.newKeySet();

    Run(
            Settings settings,
            Session session,
            Decider decider,
            Fingerprinter hashes,
            Mapper identityMapper,
            List<TargetBinding> bindings,
            Leases leases,
            boolean dryRun) {
        this.leases = leases;
        this.settings = settings;
        this.policy = settings.policy();
        this.store = leases.fence();
        this.claims = new Claims(store, settings.clock(), session.id(), settings.takeover());
        this.session = session;
        this.hashes = hashes;
        this.bindings = bindings;
        this.dryRun = dryRun;
        this.retries = new Retries(settings.clock(), settings.pause());
        this.parallel = new Parallel(settings.executor());
        this.subjects = new Subjects(policy, store, decider, settings.personKey());
        this.outstanding = new Outstanding(store);
        Map<String, HrSource> sources = new LinkedHashMap<>();
        settings.sources().forEach(source -> {
            sources.put(source.name(), source);
            readers.put(source.name(), new WorkerReader(source, call -> () -> alive(call)));
        });
        Map<String, TargetBinding> byName = new LinkedHashMap<>();
        Map<String, Applier> appliers = new HashMap<>();
        for (TargetBinding binding : bindings) {
            byName.put(binding.name(), binding);
            appliers.put(binding.name(), new Applier(binding.target(), store, settings.clock(), retries, session.id()));
            Optional<GroupTarget> ability = binding.target().groups();
            if (policy.importGroups() && ability.isPresent()) {
                groups.put(
                        binding.name(),
                        new GroupBook(binding.name(), ability.get(), policy, store, settings.clock(), session, dryRun));
            }
        }
        this.assembler = new Assembler(
                policy,
                store,
                session,
                new Drafts(store, session.now(), identityMapper, groups, sources.keySet()),
                settings.quarantineAfter(),
                bindings,
                groups,
                censuses,
                call -> () -> alive(call));
        this.contacts = new ContactUpdates(policy, sources, store, settings.clock(), session);
        this.performer =
                new Performer(store, settings.clock(), session, subjects, byName, appliers, censuses, contacts);
        this.closings = new Closings(policy, store, claims, byName, performer, parallel, this::overtaken, dryRun);
        this.people = new People(
                policy,
                store,
                decider,
                subjects,
                session,
                assembler,
                bindings,
                this::readOne,
                dryRun,
                List.copyOf(sources.keySet()));
    }

    /** A full or incremental import (rule A1). */
    void importAll() {
        boolean full = session.kind() == ImportKind.FULL;
        readGroups(full);
        if (full) {
            bindings.forEach(this::takeCensus);
        }
        for (HrSource source : settings.sources()) {
            SourceProgress progress = store.progress(source.name());
            WorkerQuery query = full || progress.watermark().isEmpty()
                    ? new WorkerQuery.All(asOf())
                    : new WorkerQuery.ChangedSince(progress.watermark().get(), asOf());
            read(source, query, ref -> Subject.Manner.BULK)
                    .ifPresent(watermark -> watermarks.put(source.name(), watermark));
            if (!full) {
                readTerminations(source, progress.lastSuccess());
            }
        }
        readAgain(full);
        handleStored(new WorkerStateQuery.Due(session.now()));
        handleStored(new WorkerStateQuery.WithHold());
        handleWaiting();
        handleUnsettled();
        handleOvertaken();
        if (full) {
            settings.sources().forEach(this::handleAbsent);
        }
        closings.passGate();
        handleOvertaken();
        closings.passGate();
        groups.values().forEach(GroupBook::deleteDoomed);
        if (!dryRun) {
            settings.sources().forEach(this::noteProgress);
        }
    }

    /** Just the workers that a notification named (rule A3), and the terminations around now (A2). */
    void realTime(Collection<WorkerRef> workers) {
        Set<WorkerRef> named = new HashSet<>(workers);
        named(workers, Subject.Manner.NAMED);
        for (HrSource source : settings.sources()) {
            Set<WorkerRef> heldBefore = new HashSet<>(outstanding.workersWith(new WorkerStateQuery.WithHold()));
            Optional<Instant> since = store.progress(source.name()).lastSuccess();
            // What is held stays held: naming one worker does not let others through (S1).
            readTerminations(source, since, worker -> !named.contains(worker) && !heldBefore.contains(worker));
        }
        handleWaiting();
        closings.passGate();
    }

    /** Workers that a notification or a person named; their closings are not gated. */
    void named(Collection<WorkerRef> workers, Subject.Manner manner) {
        Map<String, Set<String>> bySource = new LinkedHashMap<>();
        workers.forEach(ref ->
                bySource.computeIfAbsent(ref.source(), any -> new TreeSet<>()).add(ref.id()));
        bySource.forEach((name, ids) -> {
            HrSource source = source(name);
            readIds(source, ids, ref -> manner);
            reportNotReturned(source, ids);
        });
        handleWaiting();
        closings.passGate();
    }

    /** What is due by the clock (rule H1). */
    void advance() {
        handleStored(new WorkerStateQuery.Due(session.now()));
        handleWaiting();
        closings.passGate();
    }

    void approve() {
        List<WorkerState> held = new ArrayList<>();
        outstanding.each(new WorkerStateQuery.WithHold(), state -> {
            if (state.accounts().values().stream()
                    .anyMatch(account ->
                            account.hold().filter(hold -> !hold.discarded()).isPresent())) {
                held.add(state);
            }
        });
        // What is still held was not taken back by HR since; a worker who is absent from HR cannot take anything back.
        handle(held.stream()
                .map(state -> subjects.stored(state, session.now(), Subject.Manner.NAMED))
                .map(subject -> subject.state() == LifecycleState.TERMINATED ? subject : Absent.of(subject))
                .toList());
        handleWaiting();
        closings.passGate();
    }

    void discard() {
        outstanding.each(new WorkerStateQuery.WithHold(), state -> {
            WorkerState dropped = state;
            for (Map.Entry<String, AccountState> entry : state.accounts().entrySet()) {
                Optional<Hold> hold = entry.getValue().hold();
                dropped = dropped.with(entry.getKey(), entry.getValue().withHold(hold.map(Hold::discard)));
            }
            store.save(StoreUpdate.of(dropped, List.of()));
        });
    }

    void forceWriteBack() {
        for (HrSource source : settings.sources()) {
            reader(source).read(new WorkerQuery.All(asOf()), batch -> {
                session.read(batch.workers().size(), batch.total());
                for (Subject subject : subjects.read(batch.workers(), session.now(), ref -> Subject.Manner.NAMED)) {
                    for (TargetBinding binding : bindings) {
                        if (subject.state().hasAccess()
                                && subject.link(binding.name()).isPresent()) {
                            contacts.force(subject, binding, subjects.before(subject));
                        }
                    }
                }
            });
        }
    }

    /** Carries out a plan, worker by worker; who changed since it was made is left to the next import. */
    void apply(PreparedPlan plan) {
        readGroups(plan.kind() == ImportKind.FULL);
        for (SubjectPlan subject : plan.subjects()) {
            WorkerState now = store.load(List.of(subject.subject().ref()))
                    .get(subject.subject().ref());
            long version = now == null ? 0 : now.version();
            if (version != subjects.before(subject.subject()).version()) {
                overtaken(subject);
                continue;
            }
            carryOut(List.of(withRealGroups(subject)));
        }
        watermarks.putAll(plan.watermarks());
        closings.passGate();
        groups.values().forEach(GroupBook::deleteDoomed);
        settings.sources().forEach(this::noteProgress);
    }

    PreparedPlan prepared() {
        List<Change> groupChanges = groups.values().stream()
                .flatMap(book -> book.planned().stream())
                .toList();
        return new PreparedPlan(
                session.kind(), session.now(), prepared, groupChanges, closings.wouldHold(), watermarks);
    }

    private SubjectPlan withRealGroups(SubjectPlan plan) {
        Map<String, SubjectPlan.TargetPlan> targets = new LinkedHashMap<>();
        plan.targets().forEach((target, todo) -> {
            GroupBook book = groups.get(target);
            List<Step> steps = todo.plan().steps().stream()
                    .map(step -> book == null || step.change().groupId().isEmpty()
                            ? step
                            : withRealGroup(plan.subject().ref().source(), book, step))
                    .toList();
            targets.put(target, todo.withSteps(steps));
        });
        return new SubjectPlan(plan.subject(), targets);
    }

    private static Step withRealGroup(String source, GroupBook book, Step step) {
        Change change = step.change();
        String id = book.resolve(
                source, change.groupId().orElseThrow(), change.group().orElse(""));
        return Step.membership(Change.builder(change.kind(), change.system(), change.rule(), change.reason())
                .worker(change.worker())
                .account(change.account())
                .login(change.login())
                .group(change.group())
                .groupId(id)
                .build());
    }

    private void readGroups(boolean full) {
        if (groups.isEmpty()) {
            return;
        }
        for (HrSource source : settings.sources()) {
            retries.call(source::groups)
                    .ifPresent(inHr -> groups.values().forEach(book -> book.reconcile(source.name(), inHr, full)));
        }
    }

    private void takeCensus(TargetBinding binding) {
        censuses.put(binding.name(), Census.take(binding, store, hashes, call -> () -> alive(call)));
    }

    private Optional<Watermark> read(HrSource source, WorkerQuery query, Function<WorkerRef, Subject.Manner> manner) {
        return reader(source).read(query, batch -> take(source, batch, batch.workers(), manner));
    }

    private void take(
            HrSource source,
            WorkerReader.Batch batch,
            List<Worker> workers,
            Function<WorkerRef, Subject.Manner> manner) {
        session.read(workers.size(), batch.total());
        batch.unreadable().forEach(unreadable -> {
            unreadable.worker().ifPresent(session::failed);
            session.notice(NoticeKind.UNREADABLE_WORKER, unreadable.worker(), source.name(), unreadable.message());
        });
        batch.repeated()
                .forEach(ref -> session.notice(
                        NoticeKind.DUPLICATE_WORKER,
                        Optional.of(ref),
                        source.name(),
                        "returned twice in one read; the first one counts"));
        // A real-time import beside a full one must not make the store forget whom that one has seen.
        if (!dryRun && readsAll()) {
            List<WorkerRef> seen = new ArrayList<>();
            workers.forEach(worker -> seen.add(worker.ref()));
            batch.unreadable().forEach(unreadable -> unreadable.worker().ifPresent(seen::add));
            store.seen(session.id(), seen, leases.held());
        }
        handle(subjects.read(workers, session.now(), manner));
    }

    private void readTerminations(HrSource source, Optional<Instant> since) {
        readTerminations(source, since, ref -> true);
    }

    private void readTerminations(
            HrSource source, Optional<Instant> since, java.util.function.Predicate<WorkerRef> wanted) {
        Instant from = session.now().minus(TERMINATION_WINDOW);
        if (since.isPresent() && since.get().isBefore(from)) {
            from = since.get();
        }
        WorkerQuery query = new WorkerQuery.Terminations(from, session.now().plus(TERMINATION_WINDOW), asOf());
        reader(source).read(query, batch -> {
            List<Worker> workers = batch.workers().stream()
                    .filter(worker -> wanted.test(worker.ref()))
                    .toList();
            take(source, batch, workers, ref -> Subject.Manner.BULK);
        });
    }

    /** E12, E14, S3, S4: who is pending, has failed or was cut off is looked at again although HR reports no change. */
    private void readAgain(boolean full) {
        Map<String, Set<String>> again = new LinkedHashMap<>();
        Consumer<WorkerState> add = state -> again.computeIfAbsent(state.ref().source(), any -> new TreeSet<>())
                .add(state.ref().id());
        outstanding.each(new WorkerStateQuery.WithPending(), add);
        outstanding.each(new WorkerStateQuery.WithIntent(), state -> {
            // A call that failed keeps its intent as long as nobody knows whether it acted; its failure says when to
            // look.
            boolean cutOff = state.accounts().values().stream()
                    .anyMatch(account ->
                            account.intent().isPresent() && account.failure().isEmpty());
            if (cutOff) {
                add.accept(state);
            }
        });
        outstanding.each(new WorkerStateQuery.WithFailure(), state -> {
            boolean due = state.accounts().values().stream()
                    .flatMap(account -> account.failure().stream())
                    .anyMatch(failure -> full
                            || failure.retryAt()
                                    .filter(at -> at.isAfter(session.now()))
                                    .isEmpty());
            if (due) {
                add.accept(state);
            }
        });
        again.forEach((name, ids) -> {
            if (readers.containsKey(name)) {
                ids.removeIf(id -> reader(source(name)).hasRead(new WorkerRef(name, id)));
                readIds(source(name), ids, ref -> Subject.Manner.BULK);
            }
        });
    }

    private void readIds(HrSource source, Collection<String> ids, Function<WorkerRef, Subject.Manner> manner) {
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += MOST_IDS) {
            Set<String> some = new TreeSet<>(all.subList(from, Math.min(all.size(), from + MOST_IDS)));
            read(source, new WorkerQuery.ByIds(some, asOf()), manner);
        }
    }

    private Optional<Subject> readOne(WorkerRef ref) {
        List<Subject> found = new ArrayList<>();
        reader(source(ref.source()))
                .read(
                        new WorkerQuery.ByIds(Set.of(ref.id()), asOf()),
                        batch -> found.addAll(
                                subjects.read(batch.workers(), session.now(), any -> Subject.Manner.BULK)));
        return found.stream().findFirst();
    }

    private void reportNotReturned(HrSource source, Set<String> ids) {
        for (String id : ids) {
            WorkerRef ref = new WorkerRef(source.name(), id);
            if (!reader(source).hasRead(ref)) {
                session.notice(
                        NoticeKind.NOT_RETURNED,
                        Optional.of(ref),
                        source.name(),
                        "HR does not return this worker; nothing is changed");
            }
        }
    }

    /** H1: an ending needs nothing but what the store knows, a beginning reads the worker anew. */
    private void handleStored(WorkerStateQuery query) {
        List<Subject> endings = new ArrayList<>();
        Map<String, Set<String>> beginnings = new LinkedHashMap<>();
        outstanding.each(query, state -> {
            WorkerReader reader = readers.get(state.ref().source());
            if (reader == null || reader.hasRead(state.ref())) {
                return;
            }
            Subject subject = subjects.stored(state, session.now(), Subject.Manner.BULK);
            if (isEnding(subject)) {
                endings.add(subject);
            } else {
                beginnings
                        .computeIfAbsent(state.ref().source(), any -> new TreeSet<>())
                        .add(state.ref().id());
            }
        });
        handle(endings);
        beginnings.forEach((name, ids) -> {
            readIds(source(name), ids, ref -> Subject.Manner.BULK);
            reportNotReturned(source(name), ids);
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
        if (dryRun) {
            return;
        }
        for (String id : ids) {
            WorkerRef ref = new WorkerRef(source, id);
            Optional<WorkerState> due = Optional.ofNullable(
                            store.load(List.of(ref)).get(ref))
                    .filter(state -> state.nextTransition()
                            .filter(at -> !at.isAfter(session.now()))
                            .isPresent());
            if (due.isPresent() && !reader(source(source)).hasRead(ref)) {
                store.save(StoreUpdate.of(due.get().withNextTransition(Optional.empty()), List.of()));
            }
        }
    }

    private void handle(List<Subject> read) {
        List<Subject> now = new ArrayList<>(read.size());
        for (Subject subject : read) {
            subject.decision()
                    .unknownZones()
                    .forEach(zone -> session.notice(
                            NoticeKind.UNKNOWN_ZONE,
                            Optional.of(subject.ref()),
                            subject.ref().source(),
                            "'" + zone + "' is no time zone and was passed over"));
            if (staysAsItIs(subject)) {
                leave(subject);
            } else if (people.mustWait(subject)) {
                waiting.add(subject);
            } else {
                now.add(subject);
            }
        }
        carryOut(assembler.plan(now));
    }

    /** H1: `advance` never ends anyone by 'inactive at once'; that is left to the next import. */
    private boolean staysAsItIs(Subject subject) {
        return session.kind() == ImportKind.ADVANCE
                && subject.state() == LifecycleState.TERMINATED
                && subject.decision().effectiveAt().isEmpty();
    }

    private void leave(Subject subject) {
        subject.stored()
                .ifPresent(state -> store.save(StoreUpdate.of(state.withNextTransition(Optional.empty()), List.of())));
    }

    /** Who wants what another gave up, or refers to one who came in, in this very import is looked at once more. */
    private void handleUnsettled() {
        List<Worker> again = List.copyOf(unsettled);
        unsettled.clear();
        if (!again.isEmpty()) {
            again.forEach(
                    worker -> prepared.removeIf(plan -> plan.subject().ref().equals(worker.ref())));
            handle(subjects.read(again, session.now(), ref -> Subject.Manner.BULK));
            handleWaiting();
        }
    }

    private void handleOvertaken() {
        List<Worker> again = List.copyOf(overtaken);
        overtaken.clear();
        if (!again.isEmpty()) {
            handle(subjects.read(again, session.now(), ref -> Subject.Manner.BULK));
            handleWaiting();
        }
    }

    private void handleWaiting() {
        if (!waiting.isEmpty()) {
            List<Subject> all = List.copyOf(waiting);
            waiting.clear();
            carryOut(people.plan(all));
        }
    }

    /** S2: a linked worker whom a full import no longer returns. */
    private void handleAbsent(HrSource source) {
        if (dryRun) {
            return;
        }
        boolean seesEveryone = source.describe().seesEveryone();
        List<Subject> ended = new ArrayList<>();
        outstanding.each(new WorkerStateQuery.LinkedNotSeen(source.name(), session.id()), state -> {
            if (reader(source).hasRead(state.ref())) {
                return;
            }
            Subject subject = subjects.stored(state, session.now(), Subject.Manner.BULK);
            if (isEnding(subject)) {
                ended.add(subject);
                return;
            }
            if (seesEveryone) {
                session.absent(state.ref(), source.name());
                if (policy.absentWorkers() == AbsentWorkers.DEACTIVATE) {
                    ended.add(Absent.of(subject));
                }
            }
        });
        carryOut(assembler.plan(ended));
    }

    private void carryOut(List<SubjectPlan> plans) {
        if (dryRun) {
            for (SubjectPlan plan : plans) {
                noteUnsettled(plan);
                prepared.add(plan);
                closings.plan(plan);
            }
            return;
        }
        claims.each(
                plans,
                plan -> plan.subject().ref(),
                SubjectPlan::callsSystems,
                ours -> parallel.each(ours, this::perform),
                this::overtaken);
    }

    /** Calls a system, and says before that this run lives. */
    private <T> T alive(Supplier<T> call) {
        leases.keep(settings.clock().instant());
        return retries.call(call);
    }

    private void noteUnsettled(SubjectPlan plan) {
        boolean again = plan.asks(PendingReason.CONFLICT) || plan.waitsForAnother();
        if (again && session.kind() != ImportKind.BY_HAND) {
            plan.subject().worker().ifPresent(unsettled::add);
        }
    }

    private void perform(SubjectPlan plan) {
        leases.keep(settings.clock().instant());
        claims.keep();
        noteUnsettled(plan);
        try {
            closings.take(plan, performer.perform(plan));
        } catch (StaleStateException stale) {
            overtaken(plan);
        }
    }

    /**
     * Another run has this worker in hand, or has just handled it, perhaps on older facts: an import looks again at its end,
     * and if that is of no use either, leaves the watermark where it is, so that the next import reads the worker again.
     * What is due stays due unless the other run has done it.
     */
    private void overtaken(SubjectPlan plan) {
        WorkerRef ref = plan.subject().ref();
        if (session.kind() == ImportKind.ADVANCE) {
            return;
        }
        if (readsAll() && plan.subject().worker().isPresent() && lookedAgain.add(ref)) {
            overtaken.add(plan.subject().worker().get());
            return;
        }
        session.failed(ref);
        session.notice(NoticeKind.OVERTAKEN, Optional.of(ref), ref.source(), "another run has this worker in hand");
        incomplete.add(ref.source());
    }

    private boolean readsAll() {
        return session.kind() == ImportKind.FULL || session.kind() == ImportKind.INCREMENTAL;
    }

    private void noteProgress(HrSource source) {
        Watermark watermark = watermarks.get(source.name());
        if (watermark != null && !incomplete.contains(source.name())) {
            store.saveProgress(
                    new SourceProgress(source.name(), Optional.of(watermark), Optional.of(session.now())),
                    leases.held());
        }
    }

    private Optional<LocalDate> asOf() {
        return AsOf.day(policy, session.now());
    }

    private WorkerReader reader(HrSource source) {
        WorkerReader reader = readers.get(source.name());
        if (reader == null) {
            throw new IllegalStateException("No source is named " + source.name());
        }
        return reader;
    }

    private HrSource source(String name) {
        return settings.sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No source is named '" + name + "'; the worker reference is of another engine"));
    }
}
