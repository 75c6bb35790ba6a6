package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.plan.AttributeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans for who has ended, or has left the scope of the target. Pure; safe for use by several threads. */
final class LeaverPlanner {

    private final AtTheEnd atTheEnd;
    private final ProfileChanges changes;
    private final StepMaker steps;

    LeaverPlanner(AtTheEnd atTheEnd, ProfileChanges changes, StepMaker steps) {
        this.atTheEnd = atTheEnd;
        this.changes = changes;
        this.steps = steps;
    }

    /** E3: what changed is sent first, the closing last; after the end nothing else is sent. */
    AccountPlan plan(Situation situation, Link link, AccountStatus status) {
        if (atTheEnd.isClosed(status)) {
            return AccountPlan.nothing();
        }
        List<Step> todo = new ArrayList<>();
        List<AttributeChange> held = List.of();
        Optional<Fingerprint> quietly = Optional.empty();
        boolean ends = situation.decision().state() == LifecycleState.TERMINATED;
        if (ends && !situation.endedBefore()) {
            ProfileDiff.Diff changed = changes.sinceLast(situation, link);
            held = ProfileChanges.newlyHeld(changed, link);
            if (!changed.changes().isEmpty()) {
                todo.add(
                        steps.update(situation, link, changed, "E3", "a last change that comes together with the end"));
            } else if (!changed.after().equals(link.sent())) {
                quietly = Optional.of(changed.after());
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

    private static String inWords(Decision decision) {
        return "access ends: " + decision.because()
                + decision.effectiveAt().map(at -> " at " + at).orElse("");
    }
}
