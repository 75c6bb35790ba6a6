package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.account.Match;
import dev.tenure.lifecycle.account.MatchKind;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.match.Candidates;
import dev.tenure.lifecycle.internal.match.Matcher;
import dev.tenure.lifecycle.internal.plan.AccountPlan;
import dev.tenure.lifecycle.internal.plan.Situation;
import dev.tenure.lifecycle.internal.plan.SituationBuilder;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Makes the plans of a page of workers: maps each, looks at the target for all together where it must be looked at, and
 * lets the planner plan each.
 */
final class Assembler {

    private static final int MOST_LOGINS = 1000;

    private final LifecyclePolicy policy;
    private final LifecycleStore store;
    private final Session session;
    private final Drafts drafts;
    private final int quarantineAfter;
    private final List<TargetBinding> bindings;
    private final Map<String, GroupBook> groups;
    private final Map<String, Census> censuses;
    private final UnaryOperator<Supplier<List<Account>>> retries;
    private final ReleasedKeys released = new ReleasedKeys();
    private final Set<String> claimedLogins = ConcurrentHashMap.newKeySet();

    Assembler(
            LifecyclePolicy policy,
            LifecycleStore store,
            Session session,
            Drafts drafts,
            int quarantineAfter,
            List<TargetBinding> bindings,
            Map<String, GroupBook> groups,
            Map<String, Census> censuses,
            UnaryOperator<Supplier<List<Account>>> retries) {
        this.policy = policy;
        this.store = store;
        this.session = session;
        this.drafts = drafts;
        this.quarantineAfter = quarantineAfter;
        this.bindings = bindings;
        this.groups = groups;
        this.censuses = censuses;
        this.retries = retries;
    }

    List<SubjectPlan> plan(List<Subject> subjects) {
        List<Map<String, SubjectPlan.TargetPlan>> plans = new ArrayList<>();
        List<Optional<Drafts.Mapped>> mapped = new ArrayList<>();
        for (Subject subject : subjects) {
            plans.add(new LinkedHashMap<>());
            mapped.add(drafts.map(subject));
        }
        for (TargetBinding binding : bindings) {
            List<Draft> page = new ArrayList<>();
            for (int i = 0; i < subjects.size(); i++) {
                page.add(drafts.draft(
                        subjects.get(i), mapped.get(i), binding, subjects.get(i).link(binding.name())));
            }
            Lookup lookup = look(binding, page);
            page.forEach(draft -> noteReleased(draft, binding, lookup));
            for (int i = 0; i < page.size(); i++) {
                plans.get(i).put(binding.name(), finish(page.get(i), binding, lookup));
            }
        }
        List<SubjectPlan> result = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            result.add(new SubjectPlan(subjects.get(i), plans.get(i)));
        }
        return result;
    }

    /** Plans for a worker who takes over the account of another record of the same person (rule D2). */
    SubjectPlan.TargetPlan planTakeover(Subject successor, TargetBinding binding, Link link, AccountStatus status) {
        Draft draft = drafts.draft(successor, drafts.map(successor), binding, Optional.of(link));
        Lookup lookup = Lookup.of(binding, store, Set.of(link.account()), Set.of(), retries);
        Optional<Account> account = lookup.account(link.account())
                .map(there -> new Account(there.ref(), there.login(), status, there.attributes()));
        return complete(
                draft,
                binding,
                situation(draft, binding)
                        .observed(account)
                        .gone(account.isEmpty())
                        .endedBefore(false),
                Optional.empty());
    }

    Optional<Account> observe(TargetBinding binding, AccountRef account) {
        return Lookup.of(binding, store, Set.of(account), Set.of(), retries).account(account);
    }

    private Lookup look(TargetBinding binding, List<Draft> drafts) {
        Set<AccountRef> refs = new HashSet<>();
        Set<AccountKey> keys = new HashSet<>();
        Optional<Census> census = Optional.ofNullable(censuses.get(binding.name()));
        for (Draft draft : drafts) {
            if (draft.link().isPresent()) {
                if (mustLook(draft, binding, draft.link().get(), census)) {
                    refs.add(draft.link().get().account());
                }
                if (binding.planner().changesKey(situation(draft, binding).build())) {
                    keys.addAll(binding.matcher().exactKeys(draft.values()));
                }
            } else if (mustFind(draft)) {
                binding.matcher().keys(draft.values()).stream()
                        .filter(key -> census.isEmpty() || census.get().mayHave(key))
                        .forEach(keys::add);
                chosen(draft, binding).ifPresent(refs::add);
                draft.subject()
                        .at(binding.name())
                        .pending()
                        .flatMap(pending -> pending.account())
                        .ifPresent(refs::add);
            }
        }
        return Lookup.of(binding, store, refs, keys, retries);
    }

    private void noteReleased(Draft draft, TargetBinding binding, Lookup lookup) {
        boolean changes = binding.planner().changesKey(situation(draft, binding).build());
        draft.link()
                .filter(link -> changes)
                .flatMap(link -> lookup.account(link.account()))
                .ifPresent(account -> released.note(
                        account, draft.values(), binding.description().keys()));
    }

    private List<Account> agreeing(Draft draft, TargetBinding binding, Lookup lookup) {
        return lookup.agreeing(binding.matcher().keys(draft.values())).stream()
                .map(released::without)
                .toList();
    }

    private static Optional<AccountRef> chosen(Draft draft, TargetBinding binding) {
        return Optional.ofNullable(draft.subject().manner().chosen().get(binding.name()));
    }

    /** An unlinked worker is matched; one who has ended only to report an account that fits (rule C9). */
    private static boolean mustFind(Draft draft) {
        return draft.profile().isPresent() && draft.inScope();
    }

    /** E14: the accounts of the workers that an import changes are read; an unchanged worker costs no call. */
    private boolean mustLook(Draft draft, TargetBinding binding, Link link, Optional<Census> census) {
        if (policy.sourcing() == Sourcing.IMPORT_ONLY) {
            return false;
        }
        Subject subject = draft.subject();
        AccountState known = subject.at(binding.name());
        if (census.filter(taken -> taken.isDifferent(link.account())).isPresent()
                || known.pending().isPresent()
                || known.failure().isPresent()
                || known.intent().isPresent()
                || known.hold().isPresent()) {
            return true;
        }
        if (subject.state() == LifecycleState.TERMINATED || !draft.inScope()) {
            return link.status() != AccountStatus.DEACTIVATED;
        }
        if (!subject.state().hasAccess() || draft.profile().isEmpty()) {
            return false;
        }
        boolean sameGroups = draft.wanted().isEmpty()
                || link.groups().equals(ids(draft.wanted().get()));
        return link.status() != AccountStatus.ACTIVE
                || !sameGroups
                || binding.diff().whole(draft.profile().get()) != link.sent().whole();
    }

    private static Set<String> ids(List<TargetGroup> wanted) {
        Set<String> ids = new TreeSet<>();
        wanted.forEach(group -> ids.add(group.id()));
        return ids;
    }

    private SubjectPlan.TargetPlan finish(Draft draft, TargetBinding binding, Lookup lookup) {
        SituationBuilder situation = situation(draft, binding);
        if (draft.link().isPresent()) {
            return finishLinked(draft, binding, lookup, situation, draft.link().get());
        }
        Optional<SubjectPlan.Transfer> transfer = Optional.empty();
        if (mustFind(draft)) {
            Match match = match(draft, binding, lookup);
            if (match.kind() == MatchKind.CONFLICT && draft.subject().state().hasAccess()) {
                Optional<Profile> free = withFreeLogin(draft, binding, lookup);
                if (free.isPresent()) {
                    return finishRenamed(draft.withProfile(free.get()), binding, lookup);
                }
            }
            situation.match(match);
            transfer = match.account()
                    .flatMap(account -> lookup.owner(account.ref()))
                    .flatMap(owner -> transfer(owner, binding));
            if (draft.subject().state() == LifecycleState.TERMINATED && match.kind() == MatchKind.EXACT) {
                session.notice(
                        NoticeKind.ACCOUNT_OF_ENDED_WORKER,
                        Optional.of(draft.subject().ref()),
                        binding.name(),
                        "an account fits this worker, who has ended and was never linked; it is left alone");
            }
        }
        return complete(draft, binding, situation, transfer);
    }

    /** E10: another login, where the mapped one alone is taken and the host's generator has one that is free. */
    private Optional<Profile> withFreeLogin(Draft draft, TargetBinding binding, Lookup lookup) {
        String attribute = binding.description().login();
        Optional<String> mapped = draft.values().text(attribute);
        for (int attempt = 1; mapped.isPresent() && attempt <= MOST_LOGINS; attempt++) {
            Optional<String> login = binding.logins().apply(mapped.get(), attempt);
            if (login.isEmpty()) {
                return Optional.empty();
            }
            Profile profile = draft.profile().orElseThrow();
            Profile proposed = profile.withValues(profile.values().toBuilder()
                    .put(attribute, AttributeValue.of(login.get()))
                    .build());
            AccountKey key = AccountKey.of(attribute, login.get());
            boolean free = !claimedLogins.contains(Matcher.fold(login.get()))
                    && Lookup.of(binding, store, Set.of(), Set.of(key), retries)
                            .all()
                            .isEmpty();
            if (free && match(draft.withProfile(proposed), binding, lookup).kind() != MatchKind.CONFLICT) {
                claimedLogins.add(Matcher.fold(login.get()));
                return Optional.of(proposed);
            }
        }
        return Optional.empty();
    }

    private SubjectPlan.TargetPlan finishRenamed(Draft draft, TargetBinding binding, Lookup lookup) {
        return complete(
                draft, binding, situation(draft, binding).match(match(draft, binding, lookup)), Optional.empty());
    }

    private static Optional<SubjectPlan.Transfer> transfer(WorkerState owner, TargetBinding binding) {
        return owner.at(binding.name()).link().map(link -> new SubjectPlan.Transfer(owner.ref(), link));
    }

    private Match match(Draft draft, TargetBinding binding, Lookup lookup) {
        Optional<Account> chosen = chosen(draft, binding).flatMap(lookup::account);
        if (chosen.isPresent()) {
            return new Match(MatchKind.EXACT, chosen, List.of());
        }
        List<Account> accounts = agreeing(draft, binding, lookup);
        return binding.matcher()
                .match(
                        draft.values(),
                        new Candidates(
                                accounts,
                                lookup.taken(binding.name(), draft.subject().ref(), accounts),
                                draft.subject().at(binding.name()).rejected()));
    }

    private SubjectPlan.TargetPlan finishLinked(
            Draft draft, TargetBinding binding, Lookup lookup, SituationBuilder situation, Link link) {
        Subject subject = draft.subject();
        Optional<Account> observed = lookup.account(link.account());
        Optional<Census> census = Optional.ofNullable(censuses.get(binding.name()));
        boolean looked = mustLook(draft, binding, link, census);
        boolean gone = looked && observed.isEmpty();
        situation.observed(observed).gone(gone);
        if (gone) {
            session.notice(
                    NoticeKind.ACCOUNT_VANISHED,
                    Optional.of(subject.ref()),
                    binding.name(),
                    "the linked account is gone from the target; link the worker to another one or make it anew");
        }
        observed.filter(account -> account.status() != link.status())
                .ifPresent(account -> session.notice(
                        NoticeKind.STATUS_CHANGED,
                        Optional.of(subject.ref()),
                        binding.name(),
                        "the account was " + link.status() + " and is " + account.status()));
        if (observed.isPresent() && session.kind() == ImportKind.FULL) {
            Set<String> drifted =
                    binding.diff().drift(link.sent(), observed.get().attributes());
            situation.drifted(drifted);
            if (!drifted.isEmpty()) {
                session.notice(
                        NoticeKind.DRIFT,
                        Optional.of(subject.ref()),
                        binding.name(),
                        "changed at the target: " + String.join(", ", drifted));
            }
        }
        Set<String> held = heldKeys(draft, binding, lookup, link);
        situation.heldKeys(held);
        if (!held.isEmpty()) {
            session.notice(
                    NoticeKind.KEY_TAKEN,
                    Optional.of(subject.ref()),
                    binding.name(),
                    "belongs to another account and is not sent: " + String.join(", ", held));
        }
        boolean eligible = subject.state().hasAccess() || subject.state() == LifecycleState.TERMINATED;
        if (!eligible && subject.worker().isPresent()) {
            session.notice(
                    NoticeKind.ELIGIBILITY_LOST,
                    Optional.of(subject.ref()),
                    binding.name(),
                    "the linked worker is " + subject.state() + " ("
                            + subject.decision().because() + ") without an end; the account stays as it is");
        }
        return complete(draft, binding, situation, Optional.empty());
    }

    /** E10: keys whose new value another account has are not sent. */
    private Set<String> heldKeys(Draft draft, TargetBinding binding, Lookup lookup, Link link) {
        Set<String> held = new TreeSet<>();
        if (draft.profile().isEmpty()
                || !binding.planner().changesKey(situation(draft, binding).build())) {
            return held;
        }
        List<Account> others = agreeing(draft, binding, lookup).stream()
                .filter(account -> !account.ref().equals(link.account()))
                .toList();
        Set<AccountRef> refs = others.stream().map(Account::ref).collect(Collectors.toSet());
        Match match = binding.matcher().match(draft.values(), new Candidates(others, refs, Set.of()));
        if (match.kind() == MatchKind.CONFLICT) {
            held.addAll(match.by());
        }
        return held;
    }

    private SituationBuilder situation(Draft draft, TargetBinding binding) {
        Subject subject = draft.subject();
        AccountState known = subject.at(binding.name());
        GroupBook book = groups.get(binding.name());
        return Situation.builder(subject.ref(), subject.decision())
                .endedBefore(subject.endedBefore())
                .link(draft.link())
                .profile(draft.profile().filter(profile -> profile.faults().isEmpty()))
                .groups(draft.wanted())
                .groupNames(book == null ? Map.of() : book.names())
                .doomedGroups(book == null ? Set.of() : book.doomed())
                .resumed(known.intent()
                        .filter(intent -> intent.change() == ChangeKind.CREATE)
                        .isPresent())
                .confirmed(subject.manner().confirmed())
                .inScope(draft.inScope())
                .place(draft.place().filter(name -> binding.target().places().isPresent()))
                .closedUntilStart(binding.closedUntilStart());
    }

    private SubjectPlan.TargetPlan complete(
            Draft draft, TargetBinding binding, SituationBuilder situation, Optional<SubjectPlan.Transfer> transfer) {
        Subject subject = draft.subject();
        Optional<Long> hash = draft.profile().map(profile -> binding.diff().whole(profile));
        Optional<Failure> last = subject.at(binding.name()).failure();
        boolean pointless = subject.state().hasAccess()
                && session.kind() != ImportKind.BY_HAND
                && last.filter(failure -> failure.value().equals(hash) && isOver(failure))
                        .isPresent();
        if (pointless) {
            return target(AccountPlan.nothing(), Optional.empty(), Optional.empty(), true, last, hash, draft);
        }
        Optional<Failure> fault = fault(draft, last);
        boolean broken =
                fault.filter(failure -> failure.kind() == FailureKind.MAPPING).isPresent();
        AccountPlan plan = broken && draft.link().isEmpty()
                ? AccountPlan.nothing()
                : binding.planner().plan(situation.build());
        Optional<SubjectPlan.Transfer> comesOver = transfer.filter(
                any -> plan.steps().stream().anyMatch(step -> step.change().kind() == ChangeKind.LINK));
        return target(plan, comesOver, fault, false, last, hash, draft);
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

    /** S3: a refused value is tried again by a full import; who failed too often waits for other data or a person. */
    private boolean isOver(Failure failure) {
        return failure.attempts() >= quarantineAfter
                || (failure.kind() == FailureKind.INVALID_VALUE && session.kind() != ImportKind.FULL);
    }

    /** A row of the mapping that fails for a worker fails this worker alone. */
    private Optional<Failure> fault(Draft draft, Optional<Failure> last) {
        if (draft.profile().isEmpty() || !draft.inScope()) {
            return Optional.empty();
        }
        boolean broken = !draft.profile().get().faults().isEmpty();
        if (!broken && draft.unresolved().isEmpty()) {
            return Optional.empty();
        }
        String message = broken
                ? draft.profile().get().faults().get(0).message()
                : "refers to a worker who has no account yet: " + String.join(", ", draft.unresolved())
                        + "; it is completed when that worker arrives";
        return Optional.of(new Failure(
                draft.link().isPresent() ? ChangeKind.UPDATE : ChangeKind.CREATE,
                broken ? FailureKind.MAPPING : FailureKind.REFERENCE_MISSING,
                message,
                last.map(Failure::attempts).orElse(0) + 1,
                last.map(Failure::firstAt).orElse(session.now()),
                session.now(),
                Optional.empty(),
                Optional.empty()));
    }
}
