package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.internal.apply.Applier;
import dev.tenure.lifecycle.internal.apply.Retries;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.internal.run.assemble.Assembler;
import dev.tenure.lifecycle.internal.run.assemble.People;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.assemble.Swaps;
import dev.tenure.lifecycle.internal.run.correlate.Census;
import dev.tenure.lifecycle.internal.run.correlate.LostCreates;
import dev.tenure.lifecycle.internal.run.correlate.Matching;
import dev.tenure.lifecycle.internal.run.correlate.PageLookup;
import dev.tenure.lifecycle.internal.run.correlate.TakenKeys;
import dev.tenure.lifecycle.internal.run.perform.ContactUpdates;
import dev.tenure.lifecycle.internal.run.perform.Performer;
import dev.tenure.lifecycle.internal.run.session.Claims;
import dev.tenure.lifecycle.internal.run.session.Leases;
import dev.tenure.lifecycle.internal.run.session.Outstanding;
import dev.tenure.lifecycle.internal.run.session.Parallel;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.session.SystemCalls;
import dev.tenure.lifecycle.internal.run.setup.Bindings;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Drafts;
import dev.tenure.lifecycle.internal.run.subject.Faults;
import dev.tenure.lifecycle.internal.run.subject.GroupBook;
import dev.tenure.lifecycle.internal.run.subject.Situations;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.internal.writeback.ContactDifference;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** One run on its way through the stages: each way in says what is read, and in which order. For one thread. */
final class Run {

    private final LifecycleStore store;
    private final Session session;
    private final List<TargetBinding> bindings;
    private final Set<String> contactAttributes;
    private final SystemCalls calls;
    private final Leases leases;
    private final Sources sources;
    private final Map<String, GroupBook> groups;
    private final Map<String, Census> censuses = new HashMap<>();
    private final LostCreates lostCreates;
    private final Outstanding outstanding;
    private final TakenKeys taken = new TakenKeys();
    private final Overtaken overtaken;
    private final Closings closings;
    private final Road road;
    private final Settling settling;
    private final Reading reading;
    private final FromStore fromStore;
    private final HandMade handMade;
    private final Map<String, Watermark> watermarks = new HashMap<>();

    Run(
            Settings settings,
            Session session,
            Decider decider,
            Bindings bound,
            Leases leases,
            Predicate<SubjectPlan> review) {
        LifecyclePolicy policy = settings.policy();
        this.store = leases.fence();
        this.leases = leases;
        this.session = session;
        this.bindings = bound.targets();
        this.contactAttributes = ContactDifference.attributes(policy.writeBack());
        Retries retries = new Retries(
                settings.clock(),
                settings.pause(),
                () -> ThreadLocalRandom.current().nextDouble());
        this.calls = new SystemCalls(leases, settings.clock(), retries);
        Subjects subjects = new Subjects(policy, store, decider, settings.personKey());
        this.sources = new Sources(settings, session, subjects, calls);
        this.outstanding = new Outstanding(store);
        this.groups = groups(settings);
        Map<String, TargetBinding> byName = new LinkedHashMap<>();
        Map<String, Applier> appliers = new HashMap<>();
        for (TargetBinding binding : bindings) {
            byName.put(binding.name(), binding);
            appliers.put(binding.name(), new Applier(binding.target(), store, settings.clock(), retries, session.id()));
        }
        Drafts drafts = new Drafts(
                store,
                session.now(),
                bound.identity(),
                groups,
                Set.copyOf(sources.names()),
                call -> () -> calls.make(call));
        this.lostCreates = new LostCreates(store, drafts, bindings, calls, session);
        Situations situations = new Situations(groups);
        PageLookup lookups = new PageLookup(policy, store, situations, censuses, call -> () -> calls.make(call));
        Swaps swaps = new Swaps(lookups, taken, byName);
        Assembler assembler = new Assembler(
                session,
                drafts,
                bindings,
                situations,
                lookups,
                new Matching(lookups, situations, lostCreates, taken),
                new Faults(
                        session, settings.quarantineAfter(), settings.policy().sourcing()),
                swaps);
        ContactUpdates contacts = new ContactUpdates(policy, sources.byName(), store, settings.clock(), session);
        Performer performer =
                new Performer(store, settings.clock(), session, subjects, byName, appliers, censuses, contacts);
        Parallel parallel = new Parallel(settings.executor());
        Claims claims = new Claims(store, settings.clock(), session.id(), settings.takeover());
        this.overtaken = new Overtaken(session);
        this.closings = new Closings(policy, store, claims, byName, performer.closer(), parallel, overtaken::note);
        People people = new People(
                policy,
                store,
                decider,
                subjects,
                session,
                assembler,
                lostCreates,
                bindings,
                sources::one,
                sources.names());
        Unsettled unsettled = new Unsettled(session, bindings);
        Referrers referrers = new Referrers(store, outstanding, session, bindings);
        Road.Hands hands = new Road.Hands(
                parallel, claims, () -> leases.keep(settings.clock().instant()));
        this.road = new Road(
                store,
                session,
                lostCreates,
                assembler,
                people,
                performer,
                closings,
                hands,
                overtaken,
                swaps,
                unsettled,
                referrers,
                review);
        this.settling = new Settling(session, subjects, road, unsettled, swaps, overtaken, referrers, sources);
        this.reading = new Reading(store, session, sources, subjects, leases, road);
        this.fromStore = new FromStore(policy, store, session, sources, subjects, outstanding, reading, road, groups);
        this.handMade = new HandMade(store, session, sources, subjects, outstanding, reading, road, contacts, bindings);
    }

    private Map<String, GroupBook> groups(Settings settings) {
        Map<String, GroupBook> books = new HashMap<>();
        for (TargetBinding binding : bindings) {
            Optional<GroupTarget> ability = binding.target().groups();
            if (settings.policy().importGroups() && ability.isPresent()) {
                books.put(
                        binding.name(),
                        new GroupBook(
                                binding.name(), ability.get(), settings.policy(), store, settings.clock(), session));
            }
        }
        return books;
    }

    /** A full or incremental import (rule A1). */
    void importAll() {
        boolean full = session.kind() == ImportKind.FULL;
        readGroups(full);
        if (full) {
            bindings.forEach(this::takeCensus);
        }
        for (HrSource source : sources.lowestFirst()) {
            SourceProgress progress = store.progress(source.name());
            WorkerQuery query = full || progress.watermark().isEmpty()
                    ? new WorkerQuery.All(sources.asOf())
                    : new WorkerQuery.ChangedSince(progress.watermark().get(), sources.asOf());
            reading.read(source, query, ref -> Subject.Manner.BULK)
                    .ifPresent(watermark -> watermarks.put(source.name(), watermark));
            if (!full) {
                reading.terminations(source, progress.lastSuccess());
            }
        }
        fromStore.takeUnfinished(full);
        fromStore.takeDue();
        fromStore.takeHeld();
        settling.settle();
        if (full) {
            sources.all().forEach(fromStore::takeAbsent);
            fromStore.forgetGone();
        }
        passGate();
        groups.values().forEach(GroupBook::deleteDoomed);
        sources.all().forEach(this::noteProgress);
    }

    /** Just the workers that a notification named (rule A3), and the terminations around now (A2). */
    void realTime(Collection<WorkerRef> workers) {
        Set<WorkerRef> named = new HashSet<>(workers);
        named(workers, Subject.Manner.NAMED);
        for (HrSource source : sources.all()) {
            Set<WorkerRef> heldBefore = new HashSet<>(outstanding.workersWith(new WorkerStateQuery.WithHold()));
            Optional<Instant> since = store.progress(source.name()).lastSuccess();
            // What is held stays held: naming one worker does not let others through (S1).
            reading.terminationsBeside(
                    source, since, worker -> !named.contains(worker) && !heldBefore.contains(worker));
        }
        settleAndPassGate();
    }

    /** Workers that a notification or a person named; their closings are not gated. */
    void named(Collection<WorkerRef> workers, Subject.Manner manner) {
        Map<String, Set<String>> bySource = new LinkedHashMap<>();
        workers.forEach(ref ->
                bySource.computeIfAbsent(ref.source(), any -> new TreeSet<>()).add(ref.id()));
        bySource.forEach((name, ids) -> {
            Set<String> inDoubt = fromStore.inDoubt(name, ids);
            // A source that is no longer there is not asked where the store can answer for all.
            if (sources.has(name) || !inDoubt.equals(ids)) {
                HrSource source = sources.source(name);
                reading.byIds(source, ids, ref -> manner);
                reading.reportNotReturned(source, ids, inDoubt);
            }
            fromStore.takeGone(name, ids, manner);
        });
        settleAndPassGate();
    }

    /** Proposed accounts are not these workers'; they go on without. */
    void reject(Collection<WorkerRef> workers) {
        handMade.reject(workers);
        named(workers, Subject.Manner.REJECTED);
    }

    /** What is due by the clock (rule H1). */
    void advance() {
        fromStore.takeDue();
        fromStore.takeEndedPending();
        settleAndPassGate();
    }

    /** Makes what the safeguard holds. */
    void approve() {
        handMade.approve();
        settleAndPassGate();
    }

    /** Drops what the safeguard holds. */
    void discard() {
        handMade.discard();
    }

    /** Writes to HR whatever contact data differs. */
    void forceWriteBack() {
        handMade.forceWriteBack();
    }

    private void settleAndPassGate() {
        settling.settle();
        passGate();
    }

    /** What is closed may be what others wait for, and may let them give up something in turn. */
    private void passGate() {
        if (closings.passGate()) {
            taken.forgetEnded();
            settling.settleAfterClosings();
            closings.passGate();
        }
    }

    private void readGroups(boolean full) {
        if (groups.isEmpty()) {
            return;
        }
        for (HrSource source : sources.all()) {
            calls.make(source::groups)
                    .ifPresent(inHr -> groups.values().forEach(book -> book.reconcile(source.name(), inHr, full)));
        }
    }

    private void takeCensus(TargetBinding binding) {
        censuses.put(
                binding.name(),
                Census.take(
                        binding,
                        store,
                        contactAttributes,
                        lostCreates.listing(binding),
                        call -> () -> calls.make(call)));
    }

    private void noteProgress(HrSource source) {
        Watermark watermark = watermarks.get(source.name());
        if (watermark != null && !overtaken.leftOutOf(source.name())) {
            store.saveProgress(
                    new SourceProgress(source.name(), Optional.of(watermark), Optional.of(session.now())),
                    leases.held());
        }
    }
}
