package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.internal.rehearse.Invented;
import dev.tenure.lifecycle.internal.rehearse.RehearsalTarget;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.setup.Bindings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Notes what a rehearsal comes to: whom it looks at, and what it does. Ids of what was made in it are not shown; where such an
 * id is a value, the login stands for it. Safe for use by several threads.
 */
public final class PlanRecorder implements LifecycleListener, Predicate<SubjectPlan> {

    private final Bindings bindings;
    private final Map<WorkerRef, Notes> workers = new LinkedHashMap<>();
    private final List<Change> groupChanges = new ArrayList<>();

    PlanRecorder(Bindings bindings) {
        this.bindings = bindings;
    }

    /** What was seen of a worker so far. */
    private static final class Notes {
        private final Subject subject;
        private final Set<Effect> effects = new HashSet<>();
        private final List<Change> changes = new ArrayList<>();
        private final Map<String, Optional<String>> faults = new LinkedHashMap<>();

        Notes(Subject subject) {
            this.subject = subject;
        }
    }

    /**
     * A worker whom a rehearsal looked at.
     *
     * @param subject the worker, as it was before anything was done
     * @param effects what was planned
     * @param changes what was done
     * @param notes what keeps the worker from being handled, in words
     */
    public record Looked(Subject subject, Set<Effect> effects, List<Change> changes, List<String> notes) {

        public Looked {
            effects = Set.copyOf(effects);
            changes = List.copyOf(changes);
            notes = List.copyOf(notes);
        }

        @Override
        public String toString() {
            return "Looked[" + subject.ref() + "]";
        }
    }

    @Override
    public synchronized boolean test(SubjectPlan plan) {
        Notes notes = workers.computeIfAbsent(plan.subject().ref(), any -> new Notes(plan.subject()));
        notes.effects.addAll(Approval.effects(plan, bindings));
        plan.targets()
                .forEach((target, todo) -> notes.faults.put(target, todo.fault().map(Failure::message)));
        return true;
    }

    @Override
    public synchronized void changed(Change change, JournalEntry entry) {
        if (entry.outcome() != OutcomeKind.APPLIED && entry.outcome() != OutcomeKind.HELD) {
            return;
        }
        Optional<Notes> notes = change.worker().map(workers::get);
        notes.map(some -> some.changes).orElse(groupChanges).add(shown(change));
    }

    private Change shown(Change change) {
        return Change.builder(change.kind(), change.system(), change.rule(), change.reason())
                .worker(change.worker())
                .account(change.account().filter(account -> !Invented.is(account.id())))
                .login(change.login())
                .attributes(change.attributes().stream()
                        .map(attribute -> shown(change.system(), attribute))
                        .toList())
                .group(change.group())
                .groupId(change.groupId().filter(id -> !Invented.is(id)))
                .newName(change.newName())
                .place(change.place())
                .closed(change.closed())
                .build();
    }

    private AttributeChange shown(String target, AttributeChange attribute) {
        return bindings.targets().stream()
                .filter(binding -> binding.name().equals(target))
                .flatMap(binding -> loginOfMade(binding, attribute.after()).stream())
                .findFirst()
                .map(login -> new AttributeChange(
                        attribute.attribute(), attribute.before(), AttributeValue.of(login), attribute.expression()))
                .orElse(attribute);
    }

    private static Optional<String> loginOfMade(TargetBinding binding, AttributeValue value) {
        return binding.target() instanceof RehearsalTarget target && !value.isNull()
                ? target.loginOfMade(value.asText())
                : Optional.empty();
    }

    synchronized List<Change> groupChanges() {
        return List.copyOf(groupChanges);
    }

    public synchronized Map<WorkerRef, Looked> looked() {
        Map<WorkerRef, Looked> looked = new LinkedHashMap<>();
        workers.forEach((ref, notes) -> looked.put(
                ref,
                new Looked(
                        notes.subject,
                        notes.effects,
                        notes.changes,
                        notes.faults.values().stream().flatMap(Optional::stream).toList())));
        return looked;
    }
}
