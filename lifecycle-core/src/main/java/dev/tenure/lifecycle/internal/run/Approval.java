package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.setup.Bindings;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lets pass what a plan shows and nothing else: a worker whom another run has handled since, or for whom something else would
 * be done now, is left to the next import. For one thread.
 */
final class Approval implements Predicate<SubjectPlan> {

    private final Map<WorkerRef, PlanRecorder.Looked> looked;
    private final Bindings bindings;
    private final Set<WorkerRef> begun = new HashSet<>();

    Approval(PreparedPlan plan, Bindings bindings) {
        this.looked = plan.looked();
        this.bindings = bindings;
    }

    @Override
    public boolean test(SubjectPlan plan) {
        PlanRecorder.Looked approved = looked.get(plan.subject().ref());
        if (approved == null) {
            return false;
        }
        // Once its first part is carried out, a worker is of another version, and only what is done for it counts.
        boolean same = version(plan.subject()) == version(approved.subject())
                || begun.contains(plan.subject().ref());
        begun.add(plan.subject().ref());
        return same && approved.effects().containsAll(effects(plan, bindings));
    }

    private static long version(Subject subject) {
        return subject.stored().map(WorkerState::version).orElse(0L);
    }

    static Set<Effect> effects(SubjectPlan plan, Bindings bindings) {
        Set<Effect> effects = new HashSet<>();
        plan.targets().forEach((target, todo) -> {
            Set<String> references = bindings.target(target).references();
            todo.plan().steps().forEach(step -> effects.add(Effect.of(step.change(), references)));
        });
        return effects;
    }
}
