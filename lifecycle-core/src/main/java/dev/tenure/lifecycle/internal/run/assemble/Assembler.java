package dev.tenure.lifecycle.internal.run.assemble;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.account.Match;
import dev.tenure.lifecycle.account.MatchKind;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.plan.AccountPlan;
import dev.tenure.lifecycle.internal.plan.Situation;
import dev.tenure.lifecycle.internal.plan.SituationBuilder;
import dev.tenure.lifecycle.internal.run.correlate.Lookup;
import dev.tenure.lifecycle.internal.run.correlate.Matching;
import dev.tenure.lifecycle.internal.run.correlate.PageLookup;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Draft;
import dev.tenure.lifecycle.internal.run.subject.Drafts;
import dev.tenure.lifecycle.internal.run.subject.Faults;
import dev.tenure.lifecycle.internal.run.subject.Situations;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.WorkerState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the plans of a page of workers: maps each, has the target looked at for all together where it must be looked at, and
 * lets the planner plan each.
 */
public final class Assembler {

    private final Session session;
    private final Drafts drafts;
    private final List<TargetBinding> bindings;
    private final Situations situations;
    private final PageLookup lookups;
    private final Matching matching;
    private final Faults faults;
    private final Swaps swaps;

    public Assembler(
            Session session,
            Drafts drafts,
            List<TargetBinding> bindings,
            Situations situations,
            PageLookup lookups,
            Matching matching,
            Faults faults,
            Swaps swaps) {
        this.session = session;
        this.drafts = drafts;
        this.bindings = bindings;
        this.situations = situations;
        this.lookups = lookups;
        this.matching = matching;
        this.faults = faults;
        this.swaps = swaps;
    }

    public List<SubjectPlan> plan(List<Subject> subjects) {
        List<Map<String, SubjectPlan.TargetPlan>> plans = new ArrayList<>();
        List<Optional<Drafts.Mapped>> mapped = new ArrayList<>();
        for (Subject subject : subjects) {
            plans.add(new LinkedHashMap<>());
            mapped.add(drafts.map(subject));
        }
        for (TargetBinding binding : bindings) {
            List<SubjectPlan.TargetPlan> ofPage = plan(subjects, mapped, binding);
            for (int i = 0; i < ofPage.size(); i++) {
                plans.get(i).put(binding.name(), ofPage.get(i));
            }
        }
        List<SubjectPlan> result = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            result.add(new SubjectPlan(subjects.get(i), plans.get(i)));
        }
        return result;
    }

    private List<SubjectPlan.TargetPlan> plan(
            List<Subject> subjects, List<Optional<Drafts.Mapped>> mapped, TargetBinding binding) {
        List<Draft> page = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            Draft draft = drafts.draft(subject, mapped.get(i), binding, link(subject, binding));
            page.add(swaps.standIn(draft, binding.name()));
        }
        Lookup lookup = lookups.look(binding, page);
        page.forEach(draft ->
                matching.noteReleased(draft, binding, draft.link().flatMap(link -> lookup.account(link.account()))));
        page.forEach(draft -> matching.noteReturned(draft, binding));
        return page.stream().map(draft -> plan(draft, binding, lookup)).toList();
    }

    /**
     * An account that was found to be made is there, whatever is known of the one that the worker had before. In place of that
     * one, once it is gone, a person may choose another.
     */
    private static Optional<Link> link(Subject subject, TargetBinding binding) {
        Optional<AccountRef> chosen =
                Optional.ofNullable(subject.manner().chosen().get(binding.name()));
        return subject.isMade(binding.name())
                ? subject.link(binding.name())
                : binding.link(subject.at(binding.name()), subject.state().hasAccess())
                        .filter(link -> chosen.isEmpty() || chosen.get().equals(link.account()));
    }

    /** Plans for a worker at one target. */
    public SubjectPlan.TargetPlan plan(Subject subject, TargetBinding binding) {
        return plan(List.of(subject), List.of(drafts.map(subject)), binding).get(0);
    }

    /** Plans for a worker who takes over the account of another record of the same person (rule D2). */
    SubjectPlan.TargetPlan planTakeover(
            Subject ended, Subject successor, TargetBinding binding, Link link, AccountStatus status) {
        Draft draft = drafts.draft(successor, drafts.map(successor), binding, Optional.of(link));
        Lookup lookup = lookups.takeover(binding, draft, link);
        Optional<Account> account = lookup.account(link.account())
                .map(there -> binding.planner().atTheEnd().wasSuspendedHere(link, there.status())
                        ? there
                        : new Account(there.ref(), there.login(), status, there.attributes()));
        matching.noteReleased(draft, binding, account);
        SituationBuilder situation = situations
                .of(draft, binding, ended.at(binding.name()))
                .observed(account)
                .gone(account.isEmpty())
                .endedBefore(false);
        noteHeld(draft, binding, matching.heldKeys(draft, binding, lookup, link), situation);
        return complete(draft, binding, situation, Optional.empty());
    }

    Optional<Account> observe(TargetBinding binding, AccountRef account) {
        return lookups.account(binding, account).account(account);
    }

    private SubjectPlan.TargetPlan plan(Draft draft, TargetBinding binding, Lookup lookup) {
        if (draft.link().isPresent()) {
            return planLinked(draft, binding, lookup, draft.link().get());
        }
        return draft.mayHaveAccount()
                ? planUnlinked(draft, binding, lookup)
                : complete(draft, binding, situations.of(draft, binding), Optional.empty());
    }

    private SubjectPlan.TargetPlan planUnlinked(Draft draft, TargetBinding binding, Lookup lookup) {
        Match match = matching.match(draft, binding, lookup);
        if (match.kind() == MatchKind.CONFLICT && draft.subject().state().hasAccess()) {
            Optional<Draft> renamed = matching.withFreeLogin(draft, binding, lookup);
            if (renamed.isPresent()) {
                return planMatched(renamed.get(), binding, lookup, matching.match(renamed.get(), binding, lookup));
            }
        }
        if (draft.subject().state() == LifecycleState.TERMINATED && match.kind() == MatchKind.EXACT) {
            session.notice(
                    NoticeKind.ACCOUNT_OF_ENDED_WORKER,
                    Optional.of(draft.subject().ref()),
                    binding.name(),
                    "an account fits this worker, who has ended and was never linked; it is left alone");
        }
        return planMatched(draft, binding, lookup, match);
    }

    private SubjectPlan.TargetPlan planMatched(Draft draft, TargetBinding binding, Lookup lookup, Match match) {
        Optional<WorkerState> owner = match.account().flatMap(account -> lookup.owner(account.ref()));
        Optional<SubjectPlan.Transfer> transfer = owner.flatMap(former -> transfer(former, binding));
        AccountState before = owner.map(former -> former.at(binding.name())).orElse(AccountState.none());
        return complete(
                draft,
                binding,
                situations
                        .of(draft, binding, before)
                        .match(match)
                        .confirmed(matching.isConfirmed(draft, binding, match))
                        .formerly(transfer.map(SubjectPlan.Transfer::link)),
                transfer);
    }

    private static Optional<SubjectPlan.Transfer> transfer(WorkerState owner, TargetBinding binding) {
        return owner.at(binding.name()).link().map(link -> new SubjectPlan.Transfer(owner.ref(), link, true));
    }

    private SubjectPlan.TargetPlan planLinked(Draft draft, TargetBinding binding, Lookup lookup, Link link) {
        Optional<Account> observed = lookup.account(link.account());
        AccountState known = draft.subject().at(binding.name());
        boolean gone = observed.isEmpty() && lookups.mustLook(draft, binding, link);
        if (gone && Unanswered.mayHaveDeleted(known)) {
            return planDeleted(draft, binding);
        }
        boolean removed = link.status() == AccountStatus.DEACTIVATED
                && binding.planner().atTheEnd().removesAccounts();
        SituationBuilder situation =
                situations.of(draft, binding).observed(observed).gone(gone);
        situation.makesWay(swaps.makesWay(draft.subject().ref(), binding.name()));
        if (gone && !removed) {
            notice(
                    NoticeKind.ACCOUNT_VANISHED,
                    draft,
                    binding,
                    "the linked account is gone from the target; link the worker to another one or make it anew");
        }
        observed.filter(account -> account.status() != link.status()
                        && !Unanswered.mayHaveChangedStatus(known)
                        && !binding.planner().atTheEnd().wasSuspendedHere(link, account.status()))
                .ifPresent(account -> notice(
                        NoticeKind.STATUS_CHANGED,
                        draft,
                        binding,
                        "the account was " + link.status() + " and is " + account.status()));
        if (observed.isPresent() && session.kind() == ImportKind.FULL) {
            Set<String> drifted =
                    binding.diff().drift(link.sent(), observed.get().attributes());
            situation.drifted(drifted);
            Set<String> bySomebody = new TreeSet<>(drifted);
            bySomebody.removeAll(situation.build().inDoubt());
            if (!bySomebody.isEmpty() && !Unanswered.mayHaveChangedValues(known)) {
                notice(NoticeKind.DRIFT, draft, binding, "changed at the target: " + String.join(", ", bySomebody));
            }
        }
        Set<String> held = matching.heldKeys(draft, binding, lookup, link);
        // What a worker makes way with was found to be nobody's, or is its own.
        held.removeAll(swaps.standIns(draft.subject().ref(), binding.name()));
        held.addAll(swaps.heldBack(draft.subject().ref(), binding.name()));
        noteHeld(draft, binding, held, situation);
        noteLostEligibility(draft, binding);
        return complete(draft, binding, situation, Optional.empty());
    }

    /** S4: what was meant is so, as if the answer had come; who is back gets another account. */
    private SubjectPlan.TargetPlan planDeleted(Draft draft, TargetBinding binding) {
        if (!draft.subject().state().hasAccess()) {
            AccountPlan deleted = AccountPlan.seen(AccountStatus.DEACTIVATED).comparing();
            Optional<Failure> last = draft.subject().at(binding.name()).failure();
            return target(deleted, Optional.empty(), Optional.empty(), false, last, draft.whole(), draft);
        }
        Draft without = draft.withoutLink();
        return plan(without, binding, lookups.look(binding, List.of(without))).seeing(AccountStatus.DEACTIVATED);
    }

    private void noteHeld(Draft draft, TargetBinding binding, Set<String> held, SituationBuilder situation) {
        situation.heldKeys(held);
        if (!held.isEmpty()) {
            notice(
                    NoticeKind.KEY_TAKEN,
                    draft,
                    binding,
                    "belongs to another account and is not sent: " + String.join(", ", held));
        }
    }

    private void noteLostEligibility(Draft draft, TargetBinding binding) {
        Subject subject = draft.subject();
        boolean eligible = subject.state().hasAccess() || subject.state() == LifecycleState.TERMINATED;
        if (!eligible && subject.worker().isPresent()) {
            notice(
                    NoticeKind.ELIGIBILITY_LOST,
                    draft,
                    binding,
                    "the linked worker is " + subject.state() + " ("
                            + subject.decision().because() + ") without an end; the account stays as it is");
        }
    }

    private void notice(NoticeKind what, Draft draft, TargetBinding binding, String text) {
        session.notice(what, Optional.of(draft.subject().ref()), binding.name(), text);
    }

    private SubjectPlan.TargetPlan complete(
            Draft draft, TargetBinding binding, SituationBuilder situation, Optional<SubjectPlan.Transfer> transfer) {
        Situation known = situation.build();
        Optional<Long> hash = draft.whole();
        Optional<Failure> stored = draft.subject().at(binding.name()).failure();
        Optional<Failure> last = session.tries().before(draft.subject().ref(), binding.name(), stored);
        // An account that is there although its create failed is looked at, however often that was tried.
        if (!draft.subject().isMade(binding.name()) && faults.isPointless(draft, stored, hash)) {
            return target(AccountPlan.nothing(), Optional.empty(), Optional.empty(), true, stored, hash, draft);
        }
        Optional<Failure> fault = faults.of(draft, binding, last);
        boolean broken = draft.subject().unknown(binding.name()).isPresent()
                || fault.filter(failure -> failure.kind() == FailureKind.MAPPING)
                        .isPresent();
        AccountPlan plan = broken && draft.link().isEmpty()
                ? AccountPlan.nothing()
                : binding.planner().plan(known);
        if (!swaps.makesWay(draft.subject().ref(), binding.name())) {
            matching.noteTaken(draft, binding, known, plan);
        }
        Optional<SubjectPlan.Transfer> comesOver = transfer.filter(
                any -> plan.steps().stream().anyMatch(step -> step.change().kind() == ChangeKind.LINK));
        return target(untilItsTurn(plan, draft, binding), comesOver, fault, false, last, hash, draft);
    }

    /** Who makes way stays in conflict until its turn, so that a run after one that was cut off looks again (rules E10, S4). */
    private AccountPlan untilItsTurn(AccountPlan plan, Draft draft, TargetBinding binding) {
        return swaps.makesWay(draft.subject().ref(), binding.name())
                ? draft.subject()
                        .at(binding.name())
                        .pending()
                        .map(plan::stillAsking)
                        .orElse(plan)
                : plan;
    }

    private static SubjectPlan.TargetPlan target(
            AccountPlan plan,
            Optional<SubjectPlan.Transfer> transfer,
            Optional<Failure> fault,
            boolean keepFailure,
            Optional<Failure> last,
            Optional<Long> hash,
            Draft draft) {
        return new SubjectPlan.TargetPlan(plan, transfer, false, fault, keepFailure, last, hash, draft.groupNames());
    }
}
