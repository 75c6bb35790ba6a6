package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeBuilder;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.util.List;
import java.util.Optional;

/** Makes the steps of a plan, each with what it makes of the link. Pure; safe for use by several threads. */
final class StepMaker {

    private final String target;
    private final LifecyclePolicy policy;
    private final PlaceMark places;

    StepMaker(String target, LifecyclePolicy policy, PlaceMark places) {
        this.target = target;
        this.policy = policy;
        this.places = places;
    }

    /** G6: moves who comes back to the place of the others, and with {@code moveOnGroupChange} who changes place. */
    void addMove(Situation situation, Link link, AccountStatus status, List<Step> steps) {
        Optional<String> place = situation.place();
        boolean elsewhere = status == AccountStatus.DEACTIVATED || places.isAway(link.sent());
        boolean inDoubt = situation.inDoubt().contains(PlaceMark.NAME);
        boolean changed = policy.moveOnGroupChange()
                && places.isKnown(link.sent())
                && (inDoubt || !places.isAt(link.sent(), place));
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
            return now.withSent(places.at(now.sent(), place));
        }));
    }

    Step reactivate(Situation situation, Link link) {
        return status(situation, link, ChangeKind.REACTIVATE, "E5", "the worker is back");
    }

    Step status(Situation situation, Link link, ChangeKind kind, String rule, String reason) {
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
            boolean moved = kind.takesAccess() || rule.equals("E5");
            return now.withStatus(after).withSent(moved ? places.awayIfKnown(now.sent()) : now.sent());
        });
    }

    Step update(Situation situation, Link link, ProfileDiff.Diff changes, String rule, String reason) {
        Change change = change(ChangeKind.UPDATE, situation, situation.observed(), rule, reason)
                .account(link.account())
                .attributes(changes.changes())
                .build();
        return new Step(change, (before, account) -> {
            Link now = before.orElse(link);
            return now.withSent(places.asBefore(changes.after(), now.sent()));
        });
    }

    ChangeBuilder change(ChangeKind kind, Situation situation, Optional<Account> account, String rule, String reason) {
        return Change.builder(kind, target, rule, reason)
                .worker(situation.worker())
                .account(account.map(Account::ref))
                .login(account.map(Account::login));
    }
}
