package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.internal.run.Conductor;
import dev.tenure.lifecycle.internal.run.Effect;
import dev.tenure.lifecycle.internal.run.PlanRecorder;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.report.PolicyComparison;
import dev.tenure.lifecycle.report.PolicyDifference;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans a full import under two policies, writes nothing, and says for whom the two differ and by which switch (H4). */
final class PolicyComparer {

    private final Settings settings;
    private final LifecyclePolicy other;
    private final Instant now;
    private final PolicySwitches switches = new PolicySwitches();

    PolicyComparer(Settings settings, LifecyclePolicy other, Instant now) {
        this.settings = settings;
        this.other = other;
        this.now = now;
    }

    /** A worker as the two policies would handle it, and the switches that make the difference. */
    private record Compared(
            WorkerRef ref, PlanRecorder.Looked ours, PlanRecorder.Looked theirs, List<String> switches) {

        Compared(WorkerRef ref, PlanRecorder.Looked ours, PlanRecorder.Looked theirs) {
            this(ref, ours, theirs, new ArrayList<>());
        }

        PolicyDifference difference() {
            return new PolicyDifference(
                    ref,
                    ours.subject().decision(),
                    theirs.subject().decision(),
                    switches,
                    without(ours.changes(), theirs.changes()),
                    without(theirs.changes(), ours.changes()));
        }
    }

    PolicyComparison compare() {
        List<String> differing = switches.differing(settings.policy(), other);
        Map<WorkerRef, PlanRecorder.Looked> ours = plan(settings.policy());
        Map<WorkerRef, PlanRecorder.Looked> theirs = plan(other);
        List<Compared> changed = new ArrayList<>();
        ours.forEach((ref, one) -> Optional.ofNullable(theirs.get(ref))
                .filter(counterpart -> differs(one, counterpart))
                .ifPresent(counterpart -> changed.add(new Compared(ref, one, counterpart))));
        findSwitches(differing, changed);
        return new PolicyComparison(
                now,
                ours.size(),
                differing,
                changed.stream().map(Compared::difference).toList());
    }

    private Map<WorkerRef, PlanRecorder.Looked> plan(LifecyclePolicy policy) {
        Settings looking = settings.with(policy, InstantSource.fixed(now));
        return new Conductor(looking).rehearse(ImportKind.FULL).looked();
    }

    /** Finds the switches that make a difference to a worker when they alone are flipped. */
    private void findSwitches(List<String> differing, List<Compared> changed) {
        Map<String, LifecyclePolicy> undecided = new LinkedHashMap<>();
        for (String name : differing) {
            switches.with(settings.policy(), name, other)
                    .filter(alone -> !decidesOtherwise(name, alone, changed))
                    .ifPresent(alone -> undecided.put(name, alone));
        }
        // What no decision tells has to be rehearsed, which reads HR again: only for whom nothing is found yet.
        List<Compared> unexplained =
                changed.stream().filter(one -> one.switches().isEmpty()).toList();
        if (unexplained.isEmpty()) {
            return;
        }
        undecided.forEach((name, alone) -> {
            Map<WorkerRef, PlanRecorder.Looked> looked = plan(alone);
            for (Compared one : unexplained) {
                Optional.ofNullable(looked.get(one.ref()))
                        .filter(there -> differs(one.ours(), there))
                        .ifPresent(there -> one.switches().add(name));
            }
        });
    }

    private boolean decidesOtherwise(String name, LifecyclePolicy alone, List<Compared> changed) {
        Decider decider = new Decider(alone);
        boolean any = false;
        for (Compared one : changed) {
            Subject subject = one.ours().subject();
            Optional<Instant> seenAt = subject.stored().flatMap(WorkerState::endSeenAt);
            if (!isSame(subject.decision(), decider.decide(subject.employment(), seenAt, now))) {
                one.switches().add(name);
                any = true;
            }
        }
        return any;
    }

    private static boolean differs(PlanRecorder.Looked ours, PlanRecorder.Looked theirs) {
        return !isSame(ours.subject().decision(), theirs.subject().decision())
                || !without(ours.changes(), theirs.changes()).isEmpty()
                || !without(theirs.changes(), ours.changes()).isEmpty();
    }

    /** Neither the zone nor the instant since when, which is over, makes a difference to anybody by itself. */
    private static boolean isSame(Decision one, Decision another) {
        return one.state() == another.state()
                && one.because() == another.because()
                && one.next().equals(another.next());
    }

    private static List<Change> without(List<Change> all, List<Change> others) {
        Set<Effect> there = new HashSet<>();
        others.forEach(change -> there.add(effect(change)));
        return all.stream().filter(change -> !there.contains(effect(change))).toList();
    }

    private static Effect effect(Change change) {
        return Effect.of(change, Set.of());
    }
}
