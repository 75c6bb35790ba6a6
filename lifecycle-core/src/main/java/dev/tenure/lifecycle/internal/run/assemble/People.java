package dev.tenure.lifecycle.internal.run.assemble;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.internal.plan.AccountPlan;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.correlate.LostCreates;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.PersonRecords;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.NoticeKind;
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

/**
 * Decides which record of a person with several is in charge, and how the account of one that ended goes over to the next
 * (part D).
 */
public final class People {

    private final LifecyclePolicy policy;
    private final LifecycleStore store;
    private final Decider decider;
    private final Subjects subjects;
    private final Session session;
    private final Assembler assembler;
    private final LostCreates lostCreates;
    private final List<TargetBinding> bindings;
    private final InDoubt inDoubt;
    private final Function<WorkerRef, Optional<Subject>> readAnew;
    private final List<String> sources;
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
        this.decider = decider;
        this.subjects = subjects;
        this.session = session;
        this.assembler = assembler;
        this.lostCreates = lostCreates;
        this.bindings = bindings;
        this.inDoubt = new InDoubt(bindings);
        this.readAnew = readAnew;
        this.sources = List.copyOf(sources);
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
            List<Subject> records = inDoubt.together(List.copyOf(all.values()));
            Map<WorkerRef, Subject> waited = new LinkedHashMap<>(read);
            records.forEach(record -> waited.replace(record.ref(), record));
            plans.addAll(planPerson(records, waited));
        });
        return plans;
    }

    /**
     * S2: a record that has no account and is gone from HR does not come in any more, and keeps no other one of the person out.
     * What the store knows of an end still counts.
     */
    private boolean isGoneForGood(Subject record) {
        return record.state().hasAccess()
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
        Optional<String> chief = severalSources ? sourceInCharge(records) : Optional.empty();
        return chief.isPresent() ? planAcross(chief.get(), records, read) : planWithin(records, read);
    }

    /** A7: the highest source in which the person is or was at work. */
    private Optional<String> sourceInCharge(List<Subject> records) {
        return sources.stream()
                .filter(source -> records.stream()
                        .anyMatch(record -> record.ref().source().equals(source)
                                && (record.state().hasAccess() || wasAtWork(record))))
                .findFirst();
    }

    /**
     * A7: the record of the higher source decides; those of lower ones only lend it attributes. So who has ended there has
     * ended, and an account that came in by a lower source is closed.
     */
    private List<SubjectPlan> planAcross(String source, List<Subject> records, Map<WorkerRef, Subject> read) {
        List<Subject> higher = new ArrayList<>();
        List<Subject> lower = new ArrayList<>();
        Map<String, Attributes> lent = new LinkedHashMap<>();
        for (Subject record : records) {
            if (record.ref().source().equals(source)) {
                higher.add(record);
            } else {
                lower.add(record);
                withProfile(record)
                        .flatMap(Subject::worker)
                        .ifPresent(worker -> lent.put(worker.ref().source(), worker.attributes()));
            }
        }
        Map<WorkerRef, Subject> decided = new LinkedHashMap<>();
        for (Subject record : higher) {
            // H1: an ending needs nothing but what the store knows, so it is not lost where HR no longer returns the
            // record.
            Optional<Subject> there = read.containsKey(record.ref()) && record.state() == LifecycleState.TERMINATED
                    ? Optional.of(record)
                    : withProfile(record);
            there.ifPresent(known -> decided.put(known.ref(), known.withOtherProfiles(lent)));
        }
        List<Subject> own = higher.stream()
                .map(record -> decided.getOrDefault(record.ref(), record))
                .toList();
        Optional<Subject> linkedBelow = lower.stream().filter(Subject::isLinked).findFirst();
        // S4: who has taken over one account before a run was cut off takes over the others, too.
        boolean free = linkedBelow
                .filter(below -> own.stream().allMatch(record -> mayTakeOver(record, below)))
                .isPresent();
        Optional<Subject> takesOver = own.stream()
                .filter(record -> record.state().hasAccess() && record.worker().isPresent())
                .min(Comparator.comparing(record -> !record.isLinked()));
        if (free && takesOver.isPresent()) {
            return planTakeover(linkedBelow.get(), takesOver.get(), true, records, read);
        }
        List<SubjectPlan> plans = new ArrayList<>(planWithin(own, decided));
        Optional<Subject> ended = own.stream().filter(this::wasAtWork).findFirst();
        for (Subject record : lower) {
            if (ended.isPresent() && takesOver.isEmpty() && record.isLinked()) {
                plans.addAll(assembler.plan(List.of(record.decidedLike(ended.get()))));
            } else if (read.containsKey(record.ref())) {
                plans.add(leaveOut(record, own.get(0)));
            }
        }
        return plans;
    }

    private List<SubjectPlan> planWithin(List<Subject> records, Map<WorkerRef, Subject> read) {
        Optional<Subject> inCharge = records.stream().filter(Subject::isLinked).findFirst();
        Optional<Subject> ended = records.stream()
                .filter(record -> record.isLinked()
                        && (record.state() == LifecycleState.TERMINATED || isClosedWithoutAnEnd(record)))
                .findFirst();
        if (ended.isPresent()) {
            Optional<Subject> successor = records.stream()
                    .filter(record -> record.state() == LifecycleState.ACTIVE && mayTakeOver(record, ended.get()))
                    .findFirst()
                    .flatMap(this::withProfile);
            if (successor.isPresent() && policy.sourcing() == Sourcing.PROFILE_SOURCE) {
                boolean keepsActive = policy.conversionKeepsActive() && hasNoGap(ended.get(), successor.get());
                return planTakeover(ended.get(), successor.get(), keepsActive, records, read);
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
                plans.add(leaveOut(record, before.get()));
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

    /** A record that has no account yet, but for those that it took over before a run was cut off (S4). */
    private boolean mayTakeOver(Subject record, Subject ended) {
        return bindings.stream()
                .map(TargetBinding::name)
                .noneMatch(target ->
                        record.link(target).isPresent() && ended.link(target).isPresent());
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
                .filter(other ->
                        record.state() == LifecycleState.PRE_START && wasAtWork(other) && !hasNoGap(other, record))
                .findFirst();
    }

    private boolean wasAtWork(Subject record) {
        return record.state() == LifecycleState.TERMINATED && decider.hadBegun(record.employment());
    }

    private SubjectPlan leaveOut(Subject record, Subject inCharge) {
        if (record.state() == LifecycleState.ACTIVE && inCharge.state().hasAccess()) {
            session.notice(
                    NoticeKind.SECOND_RECORD,
                    Optional.of(record.ref()),
                    record.ref().source(),
                    "another record of the same person, " + inCharge.ref() + ", is in charge; this one is left out");
        }
        Map<String, SubjectPlan.TargetPlan> nothing = new LinkedHashMap<>();
        for (TargetBinding binding : bindings) {
            nothing.put(binding.name(), nothing(record, binding));
        }
        return new SubjectPlan(record, nothing);
    }

    private Optional<Subject> withProfile(Subject subject) {
        return subject.worker().isPresent()
                ? Optional.of(subject)
                : readAnew.apply(subject.ref())
                        .map(there -> lostCreates
                                .settle(List.of(inDoubt.like(subject, there.inManner(subject.manner()))))
                                .get(0));
    }

    /** D2: the account of the record that ended goes over to the one that is active. */
    private List<SubjectPlan> planTakeover(
            Subject ended,
            Subject successor,
            boolean keepsActive,
            List<Subject> records,
            Map<WorkerRef, Subject> read) {
        Map<String, SubjectPlan.TargetPlan> ofEnded = new LinkedHashMap<>();
        Map<String, SubjectPlan.TargetPlan> ofSuccessor = new LinkedHashMap<>();
        for (TargetBinding binding : bindings) {
            Optional<Link> link = ended.link(binding.name());
            Optional<Account> account = link.flatMap(known -> assembler.observe(binding, known.account()));
            boolean removed = account.isEmpty() && binding.planner().atTheEnd().removesAccounts();
            if (link.isEmpty() || removed) {
                ofSuccessor.put(binding.name(), assembler.plan(successor, binding));
                // What had failed there for the record that ended is over.
                ofEnded.put(binding.name(), nothing(ended, binding));
                continue;
            }
            AccountStatus status = account.map(Account::status)
                    .filter(seen -> !binding.planner().atTheEnd().wasSuspendedHere(link.get(), seen))
                    .orElse(link.get().status());
            boolean closes = !keepsActive && binding.planner().atTheEnd().closes(status);
            if (closes) {
                ofEnded.put(binding.name(), plan(closing(ended, binding, link.get(), account), Optional.empty(), true));
                status = binding.planner().atTheEnd().closedStatus();
            }
            Link comesOver = closes || status == AccountStatus.DEACTIVATED
                    ? binding.planner().atTheEnd().closed(link.get())
                    : link.get().withStatus(status);
            SubjectPlan.TargetPlan planned = assembler.planTakeover(successor, binding, comesOver, status);
            List<Step> steps = new ArrayList<>();
            steps.add(new Step(
                    Change.builder(
                                    ChangeKind.LINK,
                                    binding.name(),
                                    "D2",
                                    "takes over the account of the record that ended, " + ended.ref())
                            .worker(successor.ref())
                            .account(link.get().account())
                            .login(account.map(Account::login))
                            .build(),
                    (before, nothing) -> comesOver));
            steps.addAll(planned.plan().steps());
            AccountPlan whole = new AccountPlan(
                    steps,
                    planned.plan().pending(),
                    Optional.empty(),
                    planned.plan().quietly(),
                    planned.plan().forgetGroups(),
                    planned.plan().held());
            ofSuccessor.put(
                    binding.name(),
                    new SubjectPlan.TargetPlan(
                            whole,
                            Optional.of(new SubjectPlan.Transfer(ended.ref(), comesOver)),
                            false,
                            planned.fault(),
                            false,
                            planned.lastFailure(),
                            planned.profileHash(),
                            planned.groupNames()));
        }
        List<SubjectPlan> plans = new ArrayList<>();
        plans.add(new SubjectPlan(ended, ofEnded));
        plans.add(new SubjectPlan(successor, ofSuccessor));
        for (Subject record : records) {
            if (read.containsKey(record.ref())
                    && !record.ref().equals(ended.ref())
                    && !record.ref().equals(successor.ref())) {
                plans.add(leaveOut(record, successor));
            }
        }
        return plans;
    }

    private boolean hasNoGap(Subject ended, Subject successor) {
        Optional<LocalDate> inactive = decider.firstInactiveDay(ended.employment());
        Optional<LocalDate> hire = successor.employment().hireDate();
        return inactive.isPresent() && hire.isPresent() && !hire.get().isAfter(inactive.get());
    }

    private AccountPlan closing(Subject ended, TargetBinding binding, Link link, Optional<Account> account) {
        Change change = Change.builder(
                        binding.planner().atTheEnd().closing(),
                        binding.name(),
                        "D2",
                        "the record ended and another takes over")
                .worker(ended.ref())
                .account(link.account())
                .login(account.map(Account::login))
                .build();
        Step step = new Step(
                change, (before, nothing) -> binding.planner().atTheEnd().closed(before.orElse(link)));
        return AccountPlan.of(List.of(step));
    }

    /** Nothing is done for a record; of one in doubt its failure tells when to look again. */
    private SubjectPlan.TargetPlan nothing(Subject record, TargetBinding binding) {
        return record.unknown(binding.name()).isPresent()
                ? assembler.plan(record, binding)
                : plan(AccountPlan.nothing(), Optional.empty(), false);
    }

    private static SubjectPlan.TargetPlan plan(
            AccountPlan plan, Optional<SubjectPlan.Transfer> transfer, boolean ungated) {
        return new SubjectPlan.TargetPlan(
                plan, transfer, ungated, Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());
    }
}
