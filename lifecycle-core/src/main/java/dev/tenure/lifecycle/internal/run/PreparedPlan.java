package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.internal.plan.AccountPlan;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.plan.PersonPlan;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan with what is needed to carry it out.
 *
 * @param kind of which import
 * @param madeAt for which moment
 * @param subjects the plans of all workers, those with nothing to do included
 * @param groupChanges changes of groups
 * @param held what the safeguard would hold
 * @param absent the linked workers whom HR no longer returns
 * @param notices what reading and planning reported
 * @param watermarks how far each source was read
 */
record PreparedPlan(
        ImportKind kind,
        Instant madeAt,
        List<SubjectPlan> subjects,
        List<Change> groupChanges,
        List<HeldChanges> held,
        Set<WorkerRef> absent,
        List<Notice> notices,
        Map<String, Watermark> watermarks)
        implements Plan {

    PreparedPlan {
        subjects = List.copyOf(subjects);
        groupChanges = List.copyOf(groupChanges);
        held = List.copyOf(held);
        absent = Set.copyOf(absent);
        notices = List.copyOf(notices);
        watermarks = Map.copyOf(watermarks);
    }

    @Override
    public List<PersonPlan> people() {
        return subjects.stream()
                .filter(PreparedPlan::saysSomething)
                .map(PreparedPlan::person)
                .toList();
    }

    @Override
    public int unchanged() {
        return (int) subjects.stream().filter(plan -> !saysSomething(plan)).count();
    }

    private static boolean saysSomething(SubjectPlan plan) {
        return plan.targets().values().stream()
                .anyMatch(todo -> !todo.plan().steps().isEmpty()
                        || todo.plan().pending().isPresent()
                        || todo.fault().isPresent());
    }

    private static PersonPlan person(SubjectPlan plan) {
        List<Change> changes = new ArrayList<>();
        Map<String, PendingReason> pending = new HashMap<>();
        List<String> notes = new ArrayList<>();
        plan.targets().forEach((target, todo) -> {
            AccountPlan account = todo.plan();
            account.steps().stream().map(Step::change).forEach(changes::add);
            account.pending().ifPresent(question -> pending.put(target, question.why()));
            notes.addAll(account.notes());
            todo.fault().ifPresent(fault -> notes.add(fault.message()));
        });
        return new PersonPlan(plan.subject().ref(), plan.subject().decision(), changes, pending, notes);
    }

    @Override
    public String toString() {
        return "Plan[" + kind + ", " + subjects.size() + " workers]";
    }
}
