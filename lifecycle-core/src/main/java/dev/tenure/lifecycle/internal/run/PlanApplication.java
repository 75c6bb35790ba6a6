package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries out a plan, worker by worker; who changed since it was made is left to the next import. */
final class PlanApplication {

    private final LifecycleStore store;
    private final Session session;
    private final Subjects subjects;
    private final Map<String, GroupBook> groups;
    private final Road road;
    private final Overtaken overtaken;

    PlanApplication(
            LifecycleStore store,
            Session session,
            Subjects subjects,
            Map<String, GroupBook> groups,
            Road road,
            Overtaken overtaken) {
        this.store = store;
        this.session = session;
        this.subjects = subjects;
        this.groups = groups;
        this.road = road;
        this.overtaken = overtaken;
    }

    void carryOut(PreparedPlan plan) {
        plan.absent().forEach(session::countAbsent);
        plan.notices().forEach(session::notice);
        for (SubjectPlan subject : plan.subjects()) {
            if (isOvertaken(subject)) {
                overtaken.note(subject);
            } else {
                road.carryOut(List.of(withRealGroups(subject)));
            }
        }
    }

    private boolean isOvertaken(SubjectPlan plan) {
        WorkerState now =
                store.load(List.of(plan.subject().ref())).get(plan.subject().ref());
        long version = now == null ? 0 : now.version();
        return version != subjects.before(plan.subject()).version();
    }

    private SubjectPlan withRealGroups(SubjectPlan plan) {
        Map<String, SubjectPlan.TargetPlan> targets = new LinkedHashMap<>();
        plan.targets().forEach((target, todo) -> {
            GroupBook book = groups.get(target);
            List<Step> steps = todo.plan().steps().stream()
                    .map(step -> book == null || step.change().groupId().isEmpty()
                            ? step
                            : withRealGroup(plan.subject().ref().source(), book, step))
                    .toList();
            targets.put(target, todo.withSteps(steps));
        });
        return new SubjectPlan(plan.subject(), targets);
    }

    private static Step withRealGroup(String source, GroupBook book, Step step) {
        Change change = step.change();
        String id = book.resolve(
                source, change.groupId().orElseThrow(), change.group().orElse(""));
        return Step.membership(Change.builder(change.kind(), change.system(), change.rule(), change.reason())
                .worker(change.worker())
                .account(change.account())
                .login(change.login())
                .group(change.group())
                .groupId(id)
                .build());
    }
}
