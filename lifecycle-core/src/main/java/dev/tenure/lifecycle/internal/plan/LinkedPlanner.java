package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans for who has an account. Pure; safe for use by several threads. */
final class LinkedPlanner {

    private final LifecyclePolicy policy;
    private final PlaceMark places;
    private final AtTheEnd atTheEnd;
    private final ProfileChanges changes;
    private final StepMaker steps;
    private final Memberships memberships;
    private final LeaverPlanner leavers;

    LinkedPlanner(
            LifecyclePolicy policy,
            PlaceMark places,
            AtTheEnd atTheEnd,
            ProfileChanges changes,
            StepMaker steps,
            Memberships memberships) {
        this.policy = policy;
        this.places = places;
        this.atTheEnd = atTheEnd;
        this.changes = changes;
        this.steps = steps;
        this.memberships = memberships;
        this.leavers = new LeaverPlanner(atTheEnd, changes, steps);
    }

    AccountPlan plan(Situation situation, Link link) {
        AccountPlan plan = policy.sourcing() == Sourcing.IMPORT_ONLY
                ? planMadeOnce(situation, link)
                : planManaged(situation, link);
        return noteStatus(situation, link, plan);
    }

    /** A6: an account is left alone once it is made; one that was made just now may still be missing in its groups. */
    private AccountPlan planMadeOnce(Situation situation, Link link) {
        List<Step> todo = new ArrayList<>();
        if (situation.resumed() && situation.decision().state().hasAccess()) {
            addOpening(situation, link, link.status(), todo);
            memberships.add(situation, Optional.of(link.account()), Memberships.of(situation, link), todo);
        }
        return AccountPlan.of(todo).noting(unchanged(situation, link)).comparing();
    }

    /** F2, S4: an account that was made by a run that was cut off has what it was sent, as long as HR says nothing else. */
    private Optional<Fingerprint> unchanged(Situation situation, Link link) {
        if (!situation.made() || situation.profile().isEmpty()) {
            return Optional.empty();
        }
        ProfileDiff.Diff changed = changes.sinceLast(situation, link);
        boolean same =
                changed.changes().stream().allMatch(change -> change.after().isNull());
        return same ? Optional.of(changed.after()) : Optional.empty();
    }

    private AccountPlan planManaged(Situation situation, Link link) {
        if (situation.gone()) {
            return AccountPlan.nothing().comparing();
        }
        AccountStatus status = situation.observed().map(Account::status).orElse(link.status());
        LifecycleState state = situation.decision().state();
        if (state == LifecycleState.TERMINATED || !situation.inScope()) {
            return leavers.plan(situation, link, status);
        }
        if (!state.hasAccess() || situation.profile().isEmpty()) {
            // C9: who is no longer eligible without an end keeps the account as it is.
            return AccountPlan.nothing();
        }
        if (staysClosed(link, status, state)) {
            return AccountPlan.ask(PendingReason.REACTIVATION, Optional.of(link.account()));
        }
        List<Step> todo = new ArrayList<>();
        boolean wasSuspendedHere = atTheEnd.wasSuspendedHere(link, status);
        if (status == AccountStatus.DEACTIVATED || wasSuspendedHere) {
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

    /** E3, E4: an account that is closed, and is not opened now, is sent nothing and keeps what it has. */
    boolean staysClosed(Link link, AccountStatus status, LifecycleState state) {
        return state.hasAccess()
                ? !policy.reactivateDeactivated()
                        && (status == AccountStatus.DEACTIVATED || atTheEnd.wasSuspendedHere(link, status))
                : atTheEnd.isClosed(status);
    }

    /** S4: a run may be cut off after an account was made and before it was opened. */
    private void addOpening(Situation situation, Link link, AccountStatus status, List<Step> todo) {
        if (situation.made() && status == AccountStatus.STAGED && !situation.waitsForStart()) {
            todo.add(steps.status(situation, link, ChangeKind.REACTIVATE, "S4", "made by a run that was cut off"));
        }
    }

    private AccountPlan withProfileAndGroups(Situation situation, Link link, List<Step> todo) {
        Optional<Fingerprint> quietly = Optional.empty();
        ProfileDiff.Diff changed = changes.sinceLast(situation, link);
        if (!changed.changes().isEmpty()) {
            todo.add(
                    situation.makesWay()
                            ? steps.update(
                                    situation,
                                    link,
                                    changed,
                                    "E10",
                                    "makes way, so that workers may swap what is unique")
                            : steps.update(situation, link, changed, "E2", "the profile in HR changed"));
        } else if (!changed.after().equals(link.sent())) {
            quietly = Optional.of(changed.after());
        }
        boolean placeInDoubt = situation.inDoubt().contains(PlaceMark.NAME);
        Optional<Fingerprint> placed = places.note(quietly.orElse(link.sent()), situation.place(), placeInDoubt);
        quietly = placed.isPresent() ? placed : quietly;
        Set<String> memberOf = Memberships.of(situation, link);
        memberships.add(situation, Optional.of(link.account()), memberOf, todo);
        Optional<AccountPlan.Question> pending = situation.heldKeys().isEmpty()
                ? Optional.empty()
                : Optional.of(new AccountPlan.Question(PendingReason.CONFLICT, Optional.of(link.account())));
        return new AccountPlan(
                        todo,
                        pending,
                        Optional.empty(),
                        quietly,
                        unlessStored(memberOf, link),
                        ProfileChanges.newlyHeld(changed, link))
                .comparing();
    }

    private static Optional<Set<String>> unlessStored(Set<String> memberOf, Link link) {
        return Optional.of(memberOf).filter(groups -> !groups.equals(link.groups()));
    }

    private AccountPlan noteStatus(Situation situation, Link link, AccountPlan plan) {
        Optional<AccountStatus> seen = situation
                .observed()
                .map(Account::status)
                .filter(status -> status != link.status() && !atTheEnd.wasSuspendedHere(link, status));
        return seen.isEmpty() ? plan : plan.seeing(seen.get());
    }
}
