package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.account.MatchKind;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans for who has access and no account yet: a new one, one that is there already, or a question. Pure; safe for use by
 * several threads.
 */
final class UnlinkedPlanner {

    private final LifecyclePolicy policy;
    private final ProfileDiff diff;
    private final PlaceMark places;
    private final AtTheEnd atTheEnd;
    private final StepMaker steps;
    private final Memberships memberships;

    UnlinkedPlanner(
            LifecyclePolicy policy,
            ProfileDiff diff,
            PlaceMark places,
            AtTheEnd atTheEnd,
            StepMaker steps,
            Memberships memberships) {
        this.policy = policy;
        this.diff = diff;
        this.places = places;
        this.atTheEnd = atTheEnd;
        this.steps = steps;
        this.memberships = memberships;
    }

    AccountPlan plan(Situation situation, Profile profile) {
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
                .closed(situation.waitsForStart())
                .build();
        Fingerprint sent = situation.place().isEmpty() ? whole.after() : places.at(whole.after(), situation.place());
        todo.add(new Step(create, (before, made) -> {
            Account account = made.orElseThrow();
            return new Link(account.ref(), account.status(), sent, Set.of());
        }));
        memberships.add(situation, Optional.empty(), Set.of(), todo);
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
        memberships.add(situation, Optional.of(account.ref()), link.groups(), todo);
        return AccountPlan.of(todo);
    }

    /** What the engine knows of an account that a worker comes to have: little, unless it was that of one who ended. */
    private static Link formerLink(Situation situation, Account account) {
        Link former = situation
                .formerly()
                .orElseGet(() -> new Link(account.ref(), account.status(), Fingerprint.none(), Set.of()));
        return former.withGroups(Memberships.of(situation, former));
    }
}
