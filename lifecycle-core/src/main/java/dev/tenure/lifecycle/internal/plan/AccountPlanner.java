package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.account.MatchKind;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans what is to be done for one worker at one target (parts E and G). Pure; safe for use by several threads.
 */
public final class AccountPlanner {

    private final LifecyclePolicy policy;
    private final ProfileDiff diff;
    private final PlaceMark places;
    private final AtTheEnd atTheEnd;
    private final StepMaker steps;
    private final Set<String> keyAttributes;

    /**
     * Prepares the plans of a target.
     *
     * @param target the target's name
     * @param policy the policy
     * @param mapping the rows whose values the target gets
     * @param hashes makes the hashes
     * @param leaving what becomes of the account of a worker who ends: deactivate, suspend, delete, or empty for nothing
     * @param keyAttributes the attributes that identify an account
     */
    public AccountPlanner(
            String target,
            LifecyclePolicy policy,
            AttributeMapping mapping,
            Fingerprinter hashes,
            Optional<ChangeKind> leaving,
            Set<String> keyAttributes) {
        this.policy = policy;
        this.diff = new ProfileDiff(mapping, policy.clearRemovedAttributes(), hashes);
        this.places = new PlaceMark(hashes);
        this.atTheEnd = new AtTheEnd(leaving, places);
        this.steps = new StepMaker(target, policy, places);
        this.keyAttributes = Set.copyOf(keyAttributes);
    }

    /**
     * Gives the comparison of profiles that this planner uses.
     *
     * @return the comparison
     */
    public ProfileDiff diff() {
        return diff;
    }

    /**
     * Says what becomes of accounts whose owners leave.
     *
     * @return how they are closed
     */
    public AtTheEnd atTheEnd() {
        return atTheEnd;
    }

    /**
     * Plans.
     *
     * @param situation what is known
     * @return what to do, to ask and to note
     */
    public AccountPlan plan(Situation situation) {
        if (situation.link().isPresent()) {
            Link link = situation.link().get();
            AccountPlan plan = policy.sourcing() == Sourcing.IMPORT_ONLY
                    ? planMadeOnce(situation, link)
                    : planLinked(situation, link);
            return noteStatus(situation, link, plan);
        }
        if (!situation.decision().state().hasAccess() || situation.profile().isEmpty() || !situation.inScope()) {
            return AccountPlan.nothing();
        }
        return planUnlinked(situation, situation.profile().get());
    }

    /** What is sent for a key attribute is held where the value belongs to another worker's account (rule E10). */
    private boolean touchesKey(List<AttributeChange> changes) {
        return changes.stream().anyMatch(change -> keyAttributes.contains(change.attribute()));
    }

    /**
     * Says whether a linked worker's new values of key attributes have to be looked up at the target before they are sent.
     *
     * @param situation what is known
     * @return true if a key would change
     */
    public boolean changesKey(Situation situation) {
        boolean sends = (situation.decision().state().hasAccess() && situation.inScope())
                || (situation.decision().state() == LifecycleState.TERMINATED && !situation.endedBefore());
        if (situation.link().isEmpty() || situation.profile().isEmpty() || !sends) {
            return false;
        }
        Fingerprint last = situation.link().get().sent();
        Profile profile = situation.profile().get();
        return (whole(situation, profile) != last.whole()
                        || !situation.inDoubt().isEmpty())
                && touchesKey(diff.toSent(profile, last, Optional.empty(), situation.inDoubt())
                        .changes());
    }

    /** A6: an account is left alone once it is made; one that was made just now may still be missing in its groups. */
    private AccountPlan planMadeOnce(Situation situation, Link link) {
        List<Step> todo = new ArrayList<>();
        if (situation.resumed() && situation.decision().state().hasAccess()) {
            addOpening(situation, link, link.status(), todo);
            situation
                    .groups()
                    .ifPresent(groups -> steps.addMemberships(
                            situation, Optional.of(link.account()), memberOf(situation, link), groups, todo));
        }
        return AccountPlan.of(todo).noting(unchanged(situation, link)).comparing();
    }

    /** F2, S4: an account that was made by a run that was cut off has what it was sent, as long as HR says nothing else. */
    private Optional<Fingerprint> unchanged(Situation situation, Link link) {
        if (!situation.made() || situation.profile().isEmpty()) {
            return Optional.empty();
        }
        ProfileDiff.Diff changes = sinceLast(situation, link);
        boolean same =
                changes.changes().stream().allMatch(change -> change.after().isNull());
        return same ? Optional.of(changes.after()) : Optional.empty();
    }

    private AccountPlan planLinked(Situation situation, Link link) {
        if (situation.gone()) {
            return AccountPlan.nothing().comparing();
        }
        AccountStatus status = situation.observed().map(Account::status).orElse(link.status());
        LifecycleState state = situation.decision().state();
        if (state == LifecycleState.TERMINATED || !situation.inScope()) {
            return planLeaver(situation, link, status);
        }
        if (!state.hasAccess() || situation.profile().isEmpty()) {
            // C9: who is no longer eligible without an end keeps the account as it is.
            return AccountPlan.nothing();
        }
        List<Step> todo = new ArrayList<>();
        boolean wasSuspendedHere = atTheEnd.wasSuspendedHere(link, status);
        if (status == AccountStatus.DEACTIVATED || wasSuspendedHere) {
            if (!policy.reactivateDeactivated()) {
                return AccountPlan.ask(PendingReason.REACTIVATION, Optional.of(link.account()));
            }
            todo.add(
                    wasSuspendedHere
                            ? steps.status(situation, link, ChangeKind.UNSUSPEND, "E5", "the worker is back")
                            : steps.reactivate(situation, link));
        } else if (status == AccountStatus.SUSPENDED && policy.reactivateSuspended()) {
            todo.add(steps.status(situation, link, ChangeKind.UNSUSPEND, "E6", "the worker is active"));
        } else if (status == AccountStatus.STAGED && situation.closedUntilStart() && state == LifecycleState.ACTIVE) {
            todo.add(steps.status(situation, link, ChangeKind.REACTIVATE, "B3", "the worker starts"));
        } else {
            addOpening(situation, link, status, todo);
        }
        steps.addMove(situation, link, status, todo);
        return withProfileAndGroups(situation, link, todo);
    }

    /** S4: a run may be cut off after an account was made and before it was opened. */
    private void addOpening(Situation situation, Link link, AccountStatus status, List<Step> todo) {
        if (situation.made() && status == AccountStatus.STAGED && !waits(situation)) {
            todo.add(steps.status(situation, link, ChangeKind.REACTIVATE, "S4", "made by a run that was cut off"));
        }
    }

    /** E3: what changed is sent first, the closing last; after the end nothing else is sent. */
    private AccountPlan planLeaver(Situation situation, Link link, AccountStatus status) {
        if (atTheEnd.isClosed(status)) {
            return AccountPlan.nothing();
        }
        List<Step> todo = new ArrayList<>();
        List<AttributeChange> held = List.of();
        Optional<Fingerprint> quietly = Optional.empty();
        boolean ends = situation.decision().state() == LifecycleState.TERMINATED;
        if (ends && !situation.endedBefore()) {
            ProfileDiff.Diff changes = sinceLast(situation, link);
            held = newlyHeld(changes, link);
            if (!changes.changes().isEmpty()) {
                todo.add(
                        steps.update(situation, link, changes, "E3", "a last change that comes together with the end"));
            } else if (!changes.after().equals(link.sent())) {
                quietly = Optional.of(changes.after());
            }
        }
        if (atTheEnd.kind().isPresent()) {
            String rule = ends ? situation.decision().because().rule() : "E3";
            String reason = ends ? inWords(situation.decision()) : "the worker left the scope of the target";
            todo.add(steps.status(situation, link, atTheEnd.kind().get(), rule, reason));
        }
        AccountPlan plan = new AccountPlan(todo, Optional.empty(), Optional.empty(), quietly, Optional.empty(), held);
        boolean compares = ends
                && !situation.endedBefore()
                && situation.profile().isPresent()
                && situation.groupsInDoubt().isEmpty();
        return compares ? plan.comparing() : plan;
    }

    /** What the last run held in just the same way is remembered by the fingerprint, and not said again. */
    private static List<AttributeChange> newlyHeld(ProfileDiff.Diff changes, Link link) {
        return changes.after().equals(link.sent()) ? List.of() : changes.held();
    }

    private static String inWords(Decision decision) {
        return "access ends: " + decision.because()
                + decision.effectiveAt().map(at -> " at " + at).orElse("");
    }

    private AccountPlan withProfileAndGroups(Situation situation, Link link, List<Step> todo) {
        Optional<Fingerprint> quietly = Optional.empty();
        ProfileDiff.Diff changes = sinceLast(situation, link);
        if (!changes.changes().isEmpty()) {
            todo.add(
                    situation.makesWay()
                            ? steps.update(
                                    situation,
                                    link,
                                    changes,
                                    "E10",
                                    "makes way, so that workers may swap what is unique")
                            : steps.update(situation, link, changes, "E2", "the profile in HR changed"));
        } else if (!changes.after().equals(link.sent())) {
            quietly = Optional.of(changes.after());
        }
        boolean placeInDoubt = situation.inDoubt().contains(PlaceMark.NAME);
        Optional<Fingerprint> placed = places.note(quietly.orElse(link.sent()), situation.place(), placeInDoubt);
        quietly = placed.isPresent() ? placed : quietly;
        Set<String> memberOf = memberOf(situation, link);
        situation
                .groups()
                .ifPresent(
                        groups -> steps.addMemberships(situation, Optional.of(link.account()), memberOf, groups, todo));
        Optional<AccountPlan.Question> pending = situation.heldKeys().isEmpty()
                ? Optional.empty()
                : Optional.of(new AccountPlan.Question(PendingReason.CONFLICT, Optional.of(link.account())));
        return new AccountPlan(
                        todo,
                        pending,
                        Optional.empty(),
                        quietly,
                        unlessStored(memberOf, link),
                        newlyHeld(changes, link))
                .comparing();
    }

    /**
     * In which groups an account is known to be: those that are deleted do not count (G3), and those of the wanted do in which
     * it was when this run adopted them (G1).
     */
    private static Set<String> memberOf(Situation situation, Link link) {
        if (situation.groups().isEmpty()) {
            return link.groups();
        }
        Set<String> groups = new TreeSet<>(link.groups());
        groups.removeAll(situation.doomedGroups());
        situation.groups().get().stream()
                .map(TargetGroup::id)
                .filter(id -> situation.adopted().getOrDefault(id, Set.of()).contains(link.account()))
                .forEach(groups::add);
        return groups;
    }

    private static Optional<Set<String>> unlessStored(Set<String> memberOf, Link link) {
        return Optional.of(memberOf).filter(groups -> !groups.equals(link.groups()));
    }

    private long whole(Situation situation, Profile profile) {
        return situation.whole().orElseGet(() -> diff.whole(profile));
    }

    private ProfileDiff.Diff sinceLast(Situation situation, Link link) {
        Optional<Profile> profile = situation.profile();
        Set<String> anew = new TreeSet<>(situation.inDoubt());
        if (policy.repairDrift()) {
            anew.addAll(situation.drifted());
        }
        if (profile.isEmpty() || (whole(situation, profile.get()) == link.sent().whole() && anew.isEmpty())) {
            return new ProfileDiff.Diff(List.of(), link.sent());
        }
        Optional<Attributes> account = situation.observed().map(Account::attributes);
        Fingerprint last = account.map(there -> diff.seen(link.sent(), profile.get(), there, situation.inDoubt()))
                .orElse(link.sent());
        return diff.holding(diff.toSent(profile.get(), last, account, anew), last, situation.heldKeys());
    }

    private AccountPlan planUnlinked(Situation situation, Profile profile) {
        MatchKind kind = situation.match().kind();
        Optional<Account> account = situation.match().account();
        if (kind == MatchKind.CONFLICT) {
            return AccountPlan.ask(PendingReason.CONFLICT, account.map(Account::ref));
        }
        if (kind == MatchKind.NONE) {
            return policy.confirmNew() || situation.confirmed() || situation.tried()
                    ? planCreate(situation, profile)
                    : AccountPlan.ask(PendingReason.NEW, Optional.empty());
        }
        boolean yes =
                situation.confirmed() || (kind == MatchKind.EXACT ? policy.confirmExact() : policy.confirmPartial());
        if (!yes) {
            return AccountPlan.ask(
                    kind == MatchKind.EXACT ? PendingReason.EXACT_MATCH : PendingReason.PARTIAL_MATCH,
                    account.map(Account::ref));
        }
        return planAdopt(situation, profile, account.orElseThrow());
    }

    private AccountPlan planCreate(Situation situation, Profile profile) {
        ProfileDiff.Diff whole = diff.ofNew(profile);
        List<Step> todo = new ArrayList<>();
        Change create = steps.change(ChangeKind.CREATE, situation, Optional.empty(), "E1", "eligible and not there yet")
                .attributes(whole.changes())
                .place(situation.place())
                .closed(waits(situation))
                .build();
        Fingerprint sent = situation.place().isEmpty() ? whole.after() : places.at(whole.after(), situation.place());
        todo.add(new Step(create, (before, made) -> {
            Account account = made.orElseThrow();
            return new Link(account.ref(), account.status(), sent, Set.of());
        }));
        situation
                .groups()
                .ifPresent(groups -> steps.addMemberships(situation, Optional.empty(), Set.of(), groups, todo));
        return AccountPlan.of(todo);
    }

    /**
     * E7: links to an account that is there already and sends the difference. Where it was the account of a worker who ended
     * (E10), what the engine had put into it for that one is taken out again.
     */
    private AccountPlan planAdopt(Situation situation, Profile profile, Account account) {
        Link former = formerLink(situation, account);
        boolean suspendedHere = atTheEnd.wasSuspendedHere(former, account.status());
        boolean closed = account.status() == AccountStatus.DEACTIVATED || suspendedHere;
        boolean managed = policy.sourcing() == Sourcing.PROFILE_SOURCE;
        boolean waits = closed && managed && !policy.reactivateDeactivated();
        if (waits && !situation.confirmed()) {
            return AccountPlan.ask(PendingReason.REACTIVATION, Optional.of(account.ref()));
        }
        // G6, S4: who comes back is moved, also if this run is cut off before it.
        boolean moves = situation.place().isPresent() && (closed || places.isAway(former.sent()));
        Link link = former.withStatus(closed ? AccountStatus.DEACTIVATED : account.status())
                .withSent(moves ? places.away(former.sent()) : former.sent());
        List<Step> todo = new ArrayList<>();
        String by = situation.match().by().isEmpty()
                ? "chosen by hand"
                : "agrees in " + String.join(" and ", situation.match().by());
        todo.add(new Step(
                steps.change(ChangeKind.LINK, situation, Optional.of(account), "E7", by)
                        .build(),
                (before, nothing) -> link));
        if (waits) {
            // A person said whose the account is: that stays known while it waits for an administrator (E4).
            AccountPlan.Question question =
                    new AccountPlan.Question(PendingReason.REACTIVATION, Optional.of(account.ref()));
            return new AccountPlan(
                    todo, Optional.of(question), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }
        if (!managed) {
            return AccountPlan.of(todo);
        }
        if (closed) {
            todo.add(
                    suspendedHere
                            ? steps.status(situation, link, ChangeKind.UNSUSPEND, "E5", "the worker is back")
                            : steps.reactivate(situation, link));
        } else if (account.status() == AccountStatus.SUSPENDED && policy.reactivateSuspended()) {
            todo.add(steps.status(situation, link, ChangeKind.UNSUSPEND, "E6", "the worker is active"));
        }
        steps.addMove(situation, link, link.status(), todo);
        ProfileDiff.Diff whole = diff.toExisting(profile, account.attributes(), former.sent());
        // G6: an account that was there before stays where it is.
        ProfileDiff.Diff difference = situation.place().isEmpty()
                ? whole
                : new ProfileDiff.Diff(whole.changes(), places.at(whole.after(), situation.place()));
        if (difference.changes().isEmpty()) {
            Fingerprint sent = moves ? places.away(whole.after()) : difference.after();
            todo.set(0, new Step(todo.get(0).change(), (before, nothing) -> link.withSent(sent)));
        } else {
            todo.add(steps.update(situation, link, difference, "E7", "differs from the profile in HR"));
        }
        situation
                .groups()
                .ifPresent(groups ->
                        steps.addMemberships(situation, Optional.of(account.ref()), link.groups(), groups, todo));
        return AccountPlan.of(todo);
    }

    /** What the engine knows of an account that a worker comes to have: little, unless it was that of one who ended. */
    private static Link formerLink(Situation situation, Account account) {
        Link former = situation
                .formerly()
                .orElseGet(() -> new Link(account.ref(), account.status(), Fingerprint.none(), Set.of()));
        return former.withGroups(memberOf(situation, former));
    }

    /** Whether the account stays closed until its owner starts. */
    private static boolean waits(Situation situation) {
        return situation.closedUntilStart() && situation.decision().state() == LifecycleState.PRE_START;
    }

    private AccountPlan noteStatus(Situation situation, Link link, AccountPlan plan) {
        Optional<AccountStatus> seen = situation
                .observed()
                .map(Account::status)
                .filter(status -> status != link.status() && !atTheEnd.wasSuspendedHere(link, status));
        return seen.isEmpty() ? plan : plan.seeing(seen.get());
    }
}
