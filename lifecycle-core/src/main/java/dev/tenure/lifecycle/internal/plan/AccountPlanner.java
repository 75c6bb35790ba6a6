package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.account.MatchKind;
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

    private final String target;
    private final LifecyclePolicy policy;
    private final ChangeKind leaving;
    private final ProfileDiff diff;
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
        this.target = target;
        this.policy = policy;
        this.leaving = leaving.orElse(ChangeKind.LINK);
        this.diff = new ProfileDiff(mapping, policy.clearRemovedAttributes(), hashes);
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
        boolean sends = situation.decision().state().hasAccess()
                || (situation.decision().state() == LifecycleState.TERMINATED && !situation.endedBefore());
        if (situation.link().isEmpty() || situation.profile().isEmpty() || !sends) {
            return false;
        }
        Fingerprint last = situation.link().get().sent();
        Profile profile = situation.profile().get();
        return whole(situation, profile) != last.whole()
                && touchesKey(
                        diff.toSent(profile, last, Optional.empty(), Set.of()).changes());
    }

    /**
     * Gives a link as it is once its account is closed: a target may keep closed accounts elsewhere, so where it is is not
     * known any more, and who comes back is moved (rules G6, S4).
     *
     * @param link the link
     * @return the link of the closed account
     */
    public Link closed(Link link) {
        Fingerprint sent = link.sent();
        return link.withStatus(AccountStatus.DEACTIVATED)
                .withSent(diff.knowsPlace(sent) ? diff.placed(sent, Optional.empty()) : sent);
    }

    /** A6: an account is left alone once it is made; one that was made just now may still be missing in its groups. */
    private AccountPlan planMadeOnce(Situation situation, Link link) {
        List<Step> steps = new ArrayList<>();
        if (situation.resumed() && situation.decision().state().hasAccess()) {
            situation
                    .groups()
                    .ifPresent(groups ->
                            addMemberships(situation, Optional.of(link.account()), link.groups(), groups, steps));
        }
        return AccountPlan.of(steps);
    }

    private AccountPlan planLinked(Situation situation, Link link) {
        if (situation.gone()) {
            return AccountPlan.nothing();
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
        List<Step> steps = new ArrayList<>();
        boolean wasSuspendedHere = wasSuspendedHere(link, status);
        if (status == AccountStatus.DEACTIVATED || wasSuspendedHere) {
            if (!policy.reactivateDeactivated()) {
                return AccountPlan.ask(PendingReason.REACTIVATION, Optional.of(link.account()));
            }
            steps.add(
                    wasSuspendedHere
                            ? status(situation, link, ChangeKind.UNSUSPEND, "E5", "the worker is back")
                            : reactivate(situation, link));
        } else if (status == AccountStatus.SUSPENDED && policy.reactivateSuspended()) {
            steps.add(status(situation, link, ChangeKind.UNSUSPEND, "E6", "the worker is active"));
        } else if (status == AccountStatus.STAGED && situation.closedUntilStart() && state == LifecycleState.ACTIVE) {
            steps.add(status(situation, link, ChangeKind.REACTIVATE, "B3", "the worker starts"));
        }
        addMove(situation, link, status, steps);
        return withProfileAndGroups(situation, link, steps);
    }

    /** E3: what changed is sent first, the closing last; after the end nothing else is sent. */
    private AccountPlan planLeaver(Situation situation, Link link, AccountStatus status) {
        if (isClosed(status)) {
            return AccountPlan.nothing();
        }
        List<Step> steps = new ArrayList<>();
        List<AttributeChange> held = List.of();
        boolean ends = situation.decision().state() == LifecycleState.TERMINATED;
        if (ends && !situation.endedBefore()) {
            ProfileDiff.Diff changes = sinceLast(situation, link);
            held = newlyHeld(changes, link);
            if (!changes.changes().isEmpty()) {
                steps.add(update(situation, link, changes, "E3", "a last change that comes together with the end"));
            }
        }
        if (leaving != ChangeKind.LINK) {
            String rule = ends ? situation.decision().because().rule() : "E3";
            String reason = ends ? inWords(situation.decision()) : "the worker left the scope of the target";
            steps.add(status(situation, link, leaving, rule, reason));
        }
        return new AccountPlan(steps, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), held);
    }

    /** What the last run held in just the same way is remembered by the fingerprint, and not said again. */
    private static List<AttributeChange> newlyHeld(ProfileDiff.Diff changes, Link link) {
        return changes.after().equals(link.sent()) ? List.of() : changes.held();
    }

    private static String inWords(Decision decision) {
        return "access ends: " + decision.because()
                + decision.effectiveAt().map(at -> " at " + at).orElse("");
    }

    /**
     * Says whether a suspended account is one that was closed because its owner left, and not one that somebody blocked (E6):
     * where suspending is how accounts are closed, the link of such an account says that it is deactivated.
     *
     * @param link the link as stored
     * @param seen the status of the account
     * @return true if it was closed by a leave
     */
    public boolean wasSuspendedHere(Link link, AccountStatus seen) {
        return leaving == ChangeKind.SUSPEND
                && link.status() == AccountStatus.DEACTIVATED
                && seen == AccountStatus.SUSPENDED;
    }

    /**
     * Says whether accounts are removed when their owners leave, so that who comes back needs a new one.
     *
     * @return true if they are
     */
    public boolean removesAccounts() {
        return leaving == ChangeKind.DELETE;
    }

    /**
     * Says whether an account has to be closed when its owner leaves.
     *
     * @param seen the status of the account
     * @return true if it is open, and accounts are closed at all
     */
    public boolean closes(AccountStatus seen) {
        return leaving != ChangeKind.LINK && !isClosed(seen);
    }

    /**
     * Says how an account is closed that is to be opened again for another record (rule D2): one that is removed when its
     * owner leaves for good is only deactivated then.
     *
     * @return the way of closing
     */
    public ChangeKind closing() {
        return leaving == ChangeKind.SUSPEND ? ChangeKind.SUSPEND : ChangeKind.DEACTIVATE;
    }

    /**
     * Says what status an account has after {@link #closing()}.
     *
     * @return the status that the target shows
     */
    public AccountStatus closedStatus() {
        return leaving == ChangeKind.SUSPEND ? AccountStatus.SUSPENDED : AccountStatus.DEACTIVATED;
    }

    private boolean isClosed(AccountStatus status) {
        return status == AccountStatus.DEACTIVATED
                || (leaving == ChangeKind.SUSPEND && status == AccountStatus.SUSPENDED);
    }

    private AccountPlan withProfileAndGroups(Situation situation, Link link, List<Step> steps) {
        Optional<Fingerprint> quietly = Optional.empty();
        ProfileDiff.Diff changes = sinceLast(situation, link);
        if (!changes.changes().isEmpty()) {
            steps.add(
                    situation.makesWay()
                            ? update(
                                    situation,
                                    link,
                                    changes,
                                    "E10",
                                    "makes way, so that workers may swap what is unique")
                            : update(situation, link, changes, "E2", "the profile in HR changed"));
        } else if (!changes.after().equals(link.sent())) {
            quietly = Optional.of(changes.after());
        }
        if (situation.place().isPresent() && !diff.knowsPlace(link.sent())) {
            // G6: where an account was before there was a rule for it is where it stays, until the rule's answer
            // changes.
            quietly = Optional.of(diff.placed(quietly.orElse(link.sent()), situation.place()));
        }
        Set<String> forget = new TreeSet<>();
        situation.groups().ifPresent(groups -> {
            forget.addAll(link.groups());
            forget.retainAll(situation.doomedGroups());
            addMemberships(situation, Optional.of(link.account()), link.groups(), groups, steps);
        });
        Optional<AccountPlan.Question> pending = situation.heldKeys().isEmpty()
                ? Optional.empty()
                : Optional.of(new AccountPlan.Question(PendingReason.CONFLICT, Optional.of(link.account())));
        return new AccountPlan(
                steps, pending, Optional.empty(), quietly, List.copyOf(forget), newlyHeld(changes, link));
    }

    private long whole(Situation situation, Profile profile) {
        return situation.whole().orElseGet(() -> diff.whole(profile));
    }

    private ProfileDiff.Diff sinceLast(Situation situation, Link link) {
        Optional<Profile> profile = situation.profile();
        boolean repairs = policy.repairDrift() && !situation.drifted().isEmpty();
        if (profile.isEmpty() || (whole(situation, profile.get()) == link.sent().whole() && !repairs)) {
            return new ProfileDiff.Diff(List.of(), link.sent());
        }
        ProfileDiff.Diff all = diff.toSent(
                profile.get(),
                link.sent(),
                situation.observed().map(Account::attributes),
                repairs ? situation.drifted() : Set.of());
        return diff.holding(all, link.sent(), situation.heldKeys());
    }

    private AccountPlan planUnlinked(Situation situation, Profile profile) {
        MatchKind kind = situation.match().kind();
        Optional<Account> account = situation.match().account();
        if (kind == MatchKind.CONFLICT) {
            return AccountPlan.ask(PendingReason.CONFLICT, account.map(Account::ref));
        }
        if (kind == MatchKind.NONE) {
            return policy.confirmNew() || situation.confirmed()
                    ? planCreate(situation, profile)
                    : AccountPlan.ask(PendingReason.NEW, Optional.empty());
        }
        boolean yes = situation.confirmed()
                || (kind == MatchKind.EXACT ? policy.confirmExact() || situation.resumed() : policy.confirmPartial());
        if (!yes) {
            return AccountPlan.ask(
                    kind == MatchKind.EXACT ? PendingReason.EXACT_MATCH : PendingReason.PARTIAL_MATCH,
                    account.map(Account::ref));
        }
        return planAdopt(situation, profile, account.orElseThrow());
    }

    private AccountPlan planCreate(Situation situation, Profile profile) {
        ProfileDiff.Diff whole = diff.ofNew(profile);
        List<Step> steps = new ArrayList<>();
        Change create = change(ChangeKind.CREATE, situation, Optional.empty(), "E1", "eligible and not there yet")
                .attributes(whole.changes())
                .place(situation.place())
                .closed(waits(situation))
                .build();
        Fingerprint sent = situation.place().isEmpty() ? whole.after() : diff.placed(whole.after(), situation.place());
        steps.add(new Step(create, (before, made) -> {
            Account account = made.orElseThrow();
            return new Link(account.ref(), account.status(), sent, Set.of());
        }));
        situation.groups().ifPresent(groups -> addMemberships(situation, Optional.empty(), Set.of(), groups, steps));
        return AccountPlan.of(steps);
    }

    /**
     * E7: links to an account that is there already and sends the difference. Where it was the account of a worker who ended
     * (E10), what the engine had put into it for that one is taken out again.
     */
    private AccountPlan planAdopt(Situation situation, Profile profile, Account account) {
        Link former = formerLink(situation, account);
        boolean suspendedHere = wasSuspendedHere(former, account.status());
        boolean closed = account.status() == AccountStatus.DEACTIVATED || suspendedHere;
        boolean managed = policy.sourcing() == Sourcing.PROFILE_SOURCE;
        boolean waits = closed && managed && !policy.reactivateDeactivated();
        if (waits && !situation.confirmed()) {
            return AccountPlan.ask(PendingReason.REACTIVATION, Optional.of(account.ref()));
        }
        // G6, S4: who comes back is moved, also if this run is cut off before it.
        boolean moves = situation.place().isPresent() && (closed || diff.isAt(former.sent(), Optional.empty()));
        Link link = former.withStatus(closed ? AccountStatus.DEACTIVATED : account.status())
                .withSent(moves ? diff.placed(former.sent(), Optional.empty()) : former.sent());
        List<Step> steps = new ArrayList<>();
        String by = situation.match().by().isEmpty()
                ? "chosen by hand"
                : "agrees in " + String.join(" and ", situation.match().by());
        steps.add(new Step(
                change(ChangeKind.LINK, situation, Optional.of(account), "E7", by)
                        .build(),
                (before, nothing) -> link));
        if (waits) {
            // A person said whose the account is: that stays known while it waits for an administrator (E4).
            AccountPlan.Question question =
                    new AccountPlan.Question(PendingReason.REACTIVATION, Optional.of(account.ref()));
            return new AccountPlan(
                    steps, Optional.of(question), Optional.empty(), Optional.empty(), List.of(), List.of());
        }
        if (!managed && !situation.resumed()) {
            return AccountPlan.of(steps);
        }
        if (closed) {
            steps.add(
                    suspendedHere
                            ? status(situation, link, ChangeKind.UNSUSPEND, "E5", "the worker is back")
                            : reactivate(situation, link));
        } else if (account.status() == AccountStatus.SUSPENDED && policy.reactivateSuspended()) {
            steps.add(status(situation, link, ChangeKind.UNSUSPEND, "E6", "the worker is active"));
        } else if (account.status() == AccountStatus.STAGED && situation.resumed() && !waits(situation)) {
            steps.add(status(situation, link, ChangeKind.REACTIVATE, "S4", "made by a run that was cut off"));
        }
        addMove(situation, link, link.status(), steps);
        ProfileDiff.Diff whole = diff.toExisting(profile, account.attributes(), former.sent());
        // G6: an account that was there before stays where it is.
        ProfileDiff.Diff difference = situation.place().isEmpty()
                ? whole
                : new ProfileDiff.Diff(whole.changes(), diff.placed(whole.after(), situation.place()));
        if (difference.changes().isEmpty()) {
            Fingerprint sent = moves ? diff.placed(whole.after(), Optional.empty()) : difference.after();
            steps.set(0, new Step(steps.get(0).change(), (before, nothing) -> link.withSent(sent)));
        } else {
            steps.add(update(situation, link, difference, "E7", "differs from the profile in HR"));
        }
        situation
                .groups()
                .ifPresent(
                        groups -> addMemberships(situation, Optional.of(account.ref()), link.groups(), groups, steps));
        return AccountPlan.of(steps);
    }

    /** What the engine knows of an account that a worker comes to have: nothing, unless it was that of one who ended. */
    private static Link formerLink(Situation situation, Account account) {
        if (situation.formerly().isEmpty()) {
            return new Link(account.ref(), account.status(), Fingerprint.none(), Set.of());
        }
        Link former = situation.formerly().get();
        Set<String> groups = new TreeSet<>(former.groups());
        groups.removeAll(situation.doomedGroups());
        return former.withGroups(groups);
    }

    /** Whether the account stays closed until its owner starts. */
    private static boolean waits(Situation situation) {
        return situation.closedUntilStart() && situation.decision().state() == LifecycleState.PRE_START;
    }

    /** G6: moves who comes back to the place of the others, and with {@code moveOnGroupChange} who changes place. */
    private void addMove(Situation situation, Link link, AccountStatus status, List<Step> steps) {
        Optional<String> place = situation.place();
        boolean elsewhere = status == AccountStatus.DEACTIVATED || diff.isAt(link.sent(), Optional.empty());
        boolean changed = policy.moveOnGroupChange() && diff.knowsPlace(link.sent()) && !diff.isAt(link.sent(), place);
        if (place.isEmpty() || !(elsewhere || changed)) {
            return;
        }
        Change move = change(
                        ChangeKind.MOVE,
                        situation,
                        situation.observed(),
                        "G6",
                        elsewhere ? "the worker is back" : "the worker's place changed")
                .account(link.account())
                .place(place)
                .build();
        steps.add(new Step(move, (before, nothing) -> {
            Link now = before.orElse(link);
            return now.withSent(diff.placed(now.sent(), place));
        }));
    }

    private Step reactivate(Situation situation, Link link) {
        return status(situation, link, ChangeKind.REACTIVATE, "E5", "the worker is back");
    }

    private Step status(Situation situation, Link link, ChangeKind kind, String rule, String reason) {
        AccountStatus after = switch (kind) {
            // Whatever closes an account, it counts as deactivated from then on.
            case SUSPEND, DEACTIVATE, DELETE -> AccountStatus.DEACTIVATED;
            default -> AccountStatus.ACTIVE;
        };
        Change change = change(kind, situation, situation.observed(), rule, reason)
                .account(link.account())
                .build();
        return new Step(change, (before, nothing) -> {
            Link now = before.orElse(link);
            // A target may keep closed accounts elsewhere: who comes back is moved, also by a run after a cut-off one.
            boolean moved = (kind.takesAccess() || rule.equals("E5")) && diff.knowsPlace(now.sent());
            return now.withStatus(after).withSent(moved ? diff.placed(now.sent(), Optional.empty()) : now.sent());
        });
    }

    private Step update(Situation situation, Link link, ProfileDiff.Diff changes, String rule, String reason) {
        Change change = change(ChangeKind.UPDATE, situation, situation.observed(), rule, reason)
                .account(link.account())
                .attributes(changes.changes())
                .build();
        return new Step(change, (before, account) -> {
            Link now = before.orElse(link);
            return now.withSent(diff.withPlaceOf(changes.after(), now.sent()));
        });
    }

    /** G2: removals, then additions. */
    private void addMemberships(
            Situation situation,
            Optional<AccountRef> account,
            Set<String> present,
            List<TargetGroup> wanted,
            List<Step> steps) {
        Set<String> wantedIds = new TreeSet<>();
        wanted.forEach(group -> wantedIds.add(group.id()));
        for (String id : new TreeSet<>(present)) {
            if (!wantedIds.contains(id) && !situation.doomedGroups().contains(id)) {
                steps.add(membership(situation, account, ChangeKind.MEMBER_REMOVE, id, "no longer in the group in HR"));
            }
        }
        for (TargetGroup group : wanted) {
            if (!present.contains(group.id())) {
                steps.add(membership(situation, account, ChangeKind.MEMBER_ADD, group.id(), "in the group in HR"));
            }
        }
    }

    private Step membership(
            Situation situation, Optional<AccountRef> account, ChangeKind kind, String group, String reason) {
        return Step.membership(change(kind, situation, situation.observed(), "G2", reason)
                .account(account)
                .groupId(group)
                .group(Optional.ofNullable(situation.groupNames().get(group)))
                .build());
    }

    private dev.tenure.lifecycle.plan.ChangeBuilder change(
            ChangeKind kind, Situation situation, Optional<Account> account, String rule, String reason) {
        return Change.builder(kind, target, rule, reason)
                .worker(situation.worker())
                .account(account.map(Account::ref))
                .login(account.map(Account::login));
    }

    private AccountPlan noteStatus(Situation situation, Link link, AccountPlan plan) {
        Optional<AccountStatus> seen = situation
                .observed()
                .map(Account::status)
                .filter(status -> status != link.status() && !wasSuspendedHere(link, status));
        return seen.isEmpty()
                ? plan
                : new AccountPlan(plan.steps(), plan.pending(), seen, plan.quietly(), plan.forgetGroups(), plan.held());
    }
}
