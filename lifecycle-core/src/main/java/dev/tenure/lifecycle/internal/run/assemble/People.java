package dev.tenure.lifecycle.internal.run.assemble;

import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.internal.run.correlate.LostCreates;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.PersonRecords;
import dev.tenure.lifecycle.internal.run.subject.Spells;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides which record of a person with several is in charge (part D). */
public final class People {

    /** Whichever of them a run reads first, or reads again, the same one is in charge. */
    private static final Comparator<Subject> EARLIEST_FIRST = Comparator.<Subject, LocalDate>comparing(
                    record -> record.employment().hireDate().orElse(LocalDate.MAX))
            .thenComparing(Subject::ref);

    private final LifecyclePolicy policy;
    private final LifecycleStore store;
    private final Spells spells;
    private final Subjects subjects;
    private final Session session;
    private final Assembler assembler;
    private final LostCreates lostCreates;
    private final List<TargetBinding> bindings;
    private final InDoubt inDoubt;
    private final Function<WorkerRef, Optional<Subject>> readAnew;
    private final List<String> sources;
    private final LeftOut leftOut;
    private final Takeover takeover;
    private final AcrossSources acrossSources;
    private final Set<String> inLowerSources = new HashSet<>();

    public People(
            LifecyclePolicy policy,
            LifecycleStore store,
            Decider decider,
            Subjects subjects,
            Session session,
            Assembler assembler,
            LostCreates lostCreates,
            List<TargetBinding> bindings,
            Function<WorkerRef, Optional<Subject>> readAnew,
            List<String> sources) {
        this.policy = policy;
        this.store = store;
        this.spells = new Spells(decider);
        this.subjects = subjects;
        this.session = session;
        this.assembler = assembler;
        this.lostCreates = lostCreates;
        this.bindings = bindings;
        this.inDoubt = new InDoubt(bindings);
        this.readAnew = readAnew;
        this.sources = List.copyOf(sources);
        this.leftOut = new LeftOut(session, assembler, bindings);
        this.takeover = new Takeover(assembler, bindings, leftOut);
        this.acrossSources = new AcrossSources(
                this.sources, spells, assembler, takeover, leftOut, this::withProfile, this::planWithin);
    }

    /** The Universal IDs that several records of one page have; the store may know none of them yet. */
    public static Set<String> sharedIds(List<Subject> page) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (Subject subject : page) {
            subject.employment().universalId().filter(id -> !seen.add(id)).ifPresent(shared::add);
        }
        return shared;
    }

    /**
     * Whether a worker can be planned only once all records of the person are known.
     *
     * @param subject the worker
     * @param shared the Universal IDs that several records of its page have
     */
    public boolean mustWait(Subject subject, Set<String> shared) {
        if (subject.employment().universalId().isEmpty()) {
            return false;
        }
        if (sources.size() > 1 && belongsToSeveral(subject)) {
            return true;
        }
        if (subject.isLinked() && (isLinkedEverywhere(subject) || subject.state() == LifecycleState.TERMINATED)) {
            return subject.state() == LifecycleState.TERMINATED;
        }
        return subject.state() == LifecycleState.PRE_START
                || (subject.state().hasAccess()
                        && (shared.contains(subject.employment().universalId().get()) || hasOtherRecord(subject)));
    }

    /**
     * A7: what a lower source says waits for the higher ones, which are read after it, and whoever it says something of waits
     * for it. So one import joins the sources, and only the workers of the lower ones are kept in memory.
     */
    private boolean belongsToSeveral(Subject subject) {
        String id = subject.employment().universalId().orElseThrow();
        if (!subject.ref().source().equals(sources.get(0))) {
            inLowerSources.add(id);
            return true;
        }
        return inLowerSources.contains(id) || hasOtherRecord(subject);
    }

    /** Who is linked here and not there may have been cut off while it took over the accounts of another record. */
    private boolean isLinkedEverywhere(Subject subject) {
        return bindings.stream()
                .allMatch(binding -> subject.link(binding.name()).isPresent());
    }

    private boolean hasOtherRecord(Subject subject) {
        return records(subject.employment().universalId().orElseThrow()).stream()
                .anyMatch(other -> !other.ref().equals(subject.ref()));
    }

    private List<Subject> records(String universalId) {
        return PersonRecords.of(universalId, store).stream()
                .map(state -> subjects.stored(state, session.now(), Subject.Manner.BULK))
                .toList();
    }

    /** Plans those who had to wait, person by person. */
    public List<SubjectPlan> plan(List<Subject> waiting) {
        Map<String, Map<WorkerRef, Subject>> people = new LinkedHashMap<>();
        for (Subject subject : waiting) {
            people.computeIfAbsent(subject.employment().universalId().orElseThrow(), id -> new LinkedHashMap<>())
                    .put(subject.ref(), subject);
        }
        List<SubjectPlan> plans = new ArrayList<>();
        people.forEach((id, read) -> {
            Map<WorkerRef, Subject> all = new LinkedHashMap<>();
            List<Subject> known = records(id).stream()
                    .map(record -> read.getOrDefault(record.ref(), record))
                    .toList();
            lostCreates.settle(known).stream()
                    .filter(record -> read.containsKey(record.ref()) || !isGoneForGood(record))
                    .forEach(record -> all.put(record.ref(), record));
            all.putAll(read);
            List<Subject> records = inDoubt.together(
                    all.values().stream().sorted(EARLIEST_FIRST).toList());
            Map<WorkerRef, Subject> waited = new LinkedHashMap<>(read);
            records.forEach(record -> waited.replace(record.ref(), record));
            plans.addAll(planPerson(records, waited));
        });
        return plans;
    }

    /**
     * S2: a record that has no account and is gone from HR does not come in any more, and keeps no other one of the person out.
     * What the store knows of an end still counts, but for one that HR never reported: who was inactive before the first day
     * is not ended by that day (C8, H1).
     */
    private boolean isGoneForGood(Subject record) {
        boolean wasNeverEnded = record.state() == LifecycleState.TERMINATED
                && record.decision().effectiveAt().isEmpty()
                && !record.endedBefore();
        return (record.state().hasAccess() || wasNeverEnded)
                && !mayHaveAccount(record)
                && withProfile(record).isEmpty();
    }

    private static boolean mayHaveAccount(Subject record) {
        return record.isLinked()
                || record.stored().stream()
                        .flatMap(state -> state.accounts().values().stream())
                        .anyMatch(account -> account.intent().isPresent());
    }

    private List<SubjectPlan> planPerson(List<Subject> records, Map<WorkerRef, Subject> read) {
        boolean severalSources =
                records.stream().map(record -> record.ref().source()).distinct().count() > 1;
        Optional<String> chief = severalSources ? acrossSources.inCharge(records) : Optional.empty();
        return chief.isPresent() ? acrossSources.plan(chief.get(), records, read) : planWithin(records, read);
    }

    private List<SubjectPlan> planWithin(List<Subject> records, Map<WorkerRef, Subject> read) {
        Optional<Subject> inCharge = records.stream()
                .filter(Subject::isLinked)
                .min(Comparator.comparing(record -> !record.state().hasAccess()));
        Optional<Subject> ended = records.stream()
                .filter(record -> record.isLinked()
                        && (record.state() == LifecycleState.TERMINATED || isClosedWithoutAnEnd(record)))
                .findFirst();
        // D1: a linked record that has access stays in charge, unless a run was cut off while it took over (S4).
        boolean isAnothers = ended.isPresent()
                && inCharge.filter(record -> record.state().hasAccess() && !takeover.isFree(record, ended.get()))
                        .isPresent();
        if (ended.isPresent() && !isAnothers) {
            Optional<Subject> successor = records.stream()
                    .filter(record -> record.state() == LifecycleState.ACTIVE && takeover.isFree(record, ended.get()))
                    .min(Comparator.comparing(record -> !record.isLinked()))
                    .flatMap(this::withProfile);
            if (successor.isPresent() && policy.sourcing() == Sourcing.PROFILE_SOURCE) {
                boolean keepsActive = policy.conversionKeepsActive() && !spells.hasGap(ended.get(), successor.get());
                return takeover.plan(ended.get(), successor.get(), keepsActive, records, read);
            }
        }
        Optional<Subject> first = inCharge.or(() -> firstToComeIn(records));
        List<Subject> planned = new ArrayList<>();
        List<SubjectPlan> plans = new ArrayList<>();
        for (Subject record : read.values()) {
            Optional<Subject> before = record.isLinked() || !record.state().hasAccess()
                    ? Optional.empty()
                    : first.filter(other -> !other.ref().equals(record.ref())).or(() -> endedWithGap(record, records));
            if (before.isPresent()) {
                plans.add(leftOut.plan(record, before.get()));
            } else {
                planned.add(record);
            }
        }
        plans.addAll(assembler.plan(planned));
        return plans;
    }

    /**
     * C12, D1: a record whose hire was taken back has lost its access, and if HR then enters an end that is still ahead, it is
     * not eligible rather than ended (C7). It does not keep out who is at work.
     */
    private boolean isClosedWithoutAnEnd(Subject record) {
        return !record.state().hasAccess()
                && bindings.stream()
                        .allMatch(binding -> record.link(binding.name())
                                .filter(link -> binding.planner().atTheEnd().closes(link.status()))
                                .isEmpty());
    }

    /** Of several records that are not linked, one that is active comes before one that has not begun (D1). */
    private static Optional<Subject> firstToComeIn(List<Subject> records) {
        return records.stream()
                .filter(record -> record.state() == LifecycleState.ACTIVE)
                .findFirst()
                .or(() -> records.stream()
                        .filter(record -> record.state() == LifecycleState.PRE_START)
                        .findFirst());
    }

    /** D3: the record that ended so long before another one starts that this one comes in on its start date only. */
    private Optional<Subject> endedWithGap(Subject record, List<Subject> records) {
        return records.stream()
                .filter(other -> record.state() == LifecycleState.PRE_START
                        && spells.wasAtWork(other)
                        && spells.hasGap(other, record))
                .findFirst();
    }

    private Optional<Subject> withProfile(Subject subject) {
        return subject.worker().isPresent()
                ? Optional.of(subject)
                : readAnew.apply(subject.ref())
                        .map(there -> lostCreates
                                .settle(List.of(inDoubt.like(subject, there.inManner(subject.manner()))))
                                .get(0));
    }
}
