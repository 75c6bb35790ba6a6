package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.internal.decide.Decider;
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
    private final Map<String, Decider> deciders = new LinkedHashMap<>();

    PolicyComparer(Settings settings, LifecyclePolicy other, Instant now) {
        this.settings = settings;
        this.other = other;
        this.now = now;
    }

    PolicyComparison compare() {
        List<String> differing = switches.differing(settings.policy(), other);
        for (String name : differing) {
            switches.with(settings.policy(), name, other).ifPresent(alone -> deciders.put(name, new Decider(alone)));
        }
        Map<WorkerRef, PlanRecorder.Looked> ours = plan(settings.policy());
        Map<WorkerRef, PlanRecorder.Looked> theirs = plan(other);
        List<PolicyDifference> differences = new ArrayList<>();
        ours.forEach((ref, one) -> Optional.ofNullable(theirs.get(ref))
                .flatMap(counterpart -> difference(ref, one, counterpart))
                .ifPresent(differences::add));
        return new PolicyComparison(now, ours.size(), differing, differences);
    }

    private Map<WorkerRef, PlanRecorder.Looked> plan(LifecyclePolicy policy) {
        Settings looking = settings.with(policy, InstantSource.fixed(now));
        return new Conductor(looking).rehearse(ImportKind.FULL).looked();
    }

    private Optional<PolicyDifference> difference(WorkerRef ref, PlanRecorder.Looked ours, PlanRecorder.Looked theirs) {
        Decision our = ours.subject().decision();
        Decision their = theirs.subject().decision();
        List<Change> onlyOurs = without(ours.changes(), theirs.changes());
        List<Change> onlyTheirs = without(theirs.changes(), ours.changes());
        if (isSame(our, their) && onlyOurs.isEmpty() && onlyTheirs.isEmpty()) {
            return Optional.empty();
        }
        List<String> causes = isSame(our, their) ? List.of() : causes(ours.subject(), our);
        return Optional.of(new PolicyDifference(ref, our, their, causes, onlyOurs, onlyTheirs));
    }

    private List<String> causes(Subject subject, Decision ours) {
        Optional<Instant> seenAt = subject.stored().flatMap(WorkerState::endSeenAt);
        List<String> causes = new ArrayList<>();
        deciders.forEach((name, decider) -> {
            if (!isSame(ours, decider.decide(subject.employment(), seenAt, now))) {
                causes.add(name);
            }
        });
        return causes;
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
