package dev.tenure.lifecycle.internal.run.perform;

import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.internal.apply.Applied;
import dev.tenure.lifecycle.internal.apply.Applier;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.WorkerState;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes the calls that a plan consists of, each at its target. Safe for use by several threads. */
final class TargetCalls {

    private final Map<String, TargetBinding> bindings;
    private final Map<String, Applier> appliers;

    TargetCalls(Map<String, TargetBinding> bindings, Map<String, Applier> appliers) {
        this.bindings = bindings;
        this.appliers = appliers;
    }

    /**
     * Makes a change at its target, and saves what came of it.
     *
     * @param state the worker as stored
     * @param step what to do
     * @param todo the plan of which it is part
     * @param next what comes next for the worker at the target
     * @param finish what is saved together with the outcome
     */
    Applied make(
            WorkerState state,
            Step step,
            SubjectPlan.TargetPlan todo,
            Optional<ChangeKind> next,
            UnaryOperator<WorkerState> finish) {
        Change change = step.change();
        TargetBinding binding = binding(change.system());
        Fingerprint keys = change.kind() == ChangeKind.CREATE
                ? binding.sentKeys().of(sent(change))
                : binding.touched().of(change);
        Applier.Manner manner = new Applier.Manner(
                todo.groupNames(),
                todo.lastFailure(),
                todo.profileHash(),
                keys,
                owed(change.system(), next),
                step.success(),
                next,
                finish);
        return applier(change.system()).apply(state, change, manner);
    }

    /** What is open until HR is told, where that comes next. */
    Fingerprint owed(String target, Optional<ChangeKind> next) {
        return next.filter(ChangeKind.WRITE_BACK::equals).isPresent()
                ? binding(target).touched().telling()
                : Fingerprint.none();
    }

    /** What a change sends. */
    static Attributes sent(Change change) {
        Attributes.Builder sent = Attributes.builder();
        change.attributes().forEach(attribute -> sent.put(attribute.attribute(), attribute.after()));
        return sent.build();
    }

    TargetBinding binding(String target) {
        TargetBinding binding = bindings.get(target);
        if (binding == null) {
            throw new IllegalStateException("No target is named " + target);
        }
        return binding;
    }

    private Applier applier(String target) {
        Applier applier = appliers.get(target);
        if (applier == null) {
            throw new IllegalStateException("No target is named " + target);
        }
        return applier;
    }
}
