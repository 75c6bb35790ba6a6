package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.perform.Performer;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who wants what another of the same run may give up, or refers to one who may come in, and whether anybody got any further, so
 * that it is worth looking at them again. Safe for use by several threads.
 */
final class Unsettled {

    private final Session session;
    private final List<TargetBinding> bindings;
    private final Map<WorkerRef, Again> referring = new LinkedHashMap<>();
    private final Map<WorkerRef, Again> inConflict = new LinkedHashMap<>();
    private boolean further = true;

    Unsettled(Session session, List<TargetBinding> bindings) {
        this.session = session;
        this.bindings = List.copyOf(bindings);
    }

    /** Notes what came of a look at a worker. */
    synchronized void note(SubjectPlan plan, Performer.Rest rest) {
        further = further || bindings.stream().anyMatch(binding -> gotFurther(plan, rest, binding));
        // What a person says yes to is what was seen then, and not what a second look would find.
        boolean conflict = session.kind() != ImportKind.BY_HAND
                && (plan.asks(PendingReason.CONFLICT)
                        || asksForAnothers(plan)
                        || (isInConflict(rest.after()) && !isInConflict(rest.before())));
        WorkerRef worker = plan.subject().ref();
        referring.remove(worker);
        inConflict.remove(worker);
        if (conflict || plan.waitsForAnother()) {
            Again.at(plan.subject())
                    .map(Again::unconfirmed)
                    .ifPresent(again -> (conflict ? inConflict : referring).put(worker, again));
        }
    }

    /** E10: whether a worker is to have the account of one who has ended, and who may turn out to be back. */
    private static boolean asksForAnothers(SubjectPlan plan) {
        return plan.targets().entrySet().stream()
                .filter(todo -> plan.subject().link(todo.getKey()).isEmpty())
                .flatMap(todo -> todo.getValue().plan().pending().stream())
                .anyMatch(question -> question.why() == PendingReason.REACTIVATION);
    }

    /** Whether there is an account now, or one with other keys, that others may have been waiting for. */
    private static boolean gotFurther(SubjectPlan plan, Performer.Rest rest, TargetBinding binding) {
        String target = binding.name();
        Optional<Link> before = rest.before().at(target).link();
        Optional<Link> after = rest.after().at(target).link();
        if (before.isEmpty() || after.isEmpty() || plan.subject().isMade(target)) {
            return after.isPresent();
        }
        return after.get().sent().whole() != before.get().sent().whole()
                && plan.at(target).sendsAnyOf(binding.description().identifying());
    }

    private static boolean isInConflict(WorkerState state) {
        return state.accounts().values().stream()
                .flatMap((AccountState account) -> account.pending().stream())
                .anyMatch(pending -> pending.why() == PendingReason.CONFLICT);
    }

    /** Whether it is worth looking again: once after everything was read, and then whenever somebody got any further. */
    synchronized boolean isWorthwhile() {
        boolean worthwhile = further;
        further = false;
        return worthwhile;
    }

    /** Gives all, each until it is noted again. */
    synchronized List<Again> takeAll() {
        List<Again> all = new ArrayList<>(referring.values());
        referring.clear();
        all.addAll(takeInConflict());
        return all;
    }

    /** Gives those who want what another has, each until it is noted again. */
    synchronized List<Again> takeInConflict() {
        List<Again> all = List.copyOf(inConflict.values());
        inConflict.clear();
        return all;
    }
}
