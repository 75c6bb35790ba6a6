package dev.tenure.lifecycle.internal.run.perform;

import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.apply.Applier;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.correlate.Census;
import dev.tenure.lifecycle.internal.run.session.Ledger;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out the plan of a worker: everything that gives or keeps access at once, what takes it away when told to. The
 * facts of HR are saved last, so that a run that is cut off finds them as they were and does the rest.
 */
public final class Performer {

    private final Session session;
    private final Subjects subjects;
    private final Map<String, Census> censuses;
    private final ContactUpdates contacts;
    private final Ledger ledger;
    private final Observations observations;
    private final OpenIntents intents;
    private final TargetCalls calls;
    private final StepPerformer steps;
    private final Closer closer;

    public Performer(
            LifecycleStore store,
            InstantSource clock,
            Session session,
            Subjects subjects,
            Map<String, TargetBinding> bindings,
            Map<String, Applier> appliers,
            Map<String, Census> censuses,
            ContactUpdates contacts) {
        this.session = session;
        this.subjects = subjects;
        this.censuses = censuses;
        this.contacts = contacts;
        this.ledger = new Ledger(store, clock, session);
        this.observations = new Observations(session, ledger);
        this.intents = new OpenIntents(session, contacts);
        this.calls = new TargetCalls(bindings, appliers);
        this.steps = new StepPerformer(store, session, censuses, contacts, ledger, calls);
        this.closer = new Closer(store, session, subjects, ledger, calls);
    }

    /**
     * Gives what makes the closings that are left of plans.
     *
     * @return closes accounts, or holds that
     */
    public Closer closer() {
        return closer;
    }

    /**
     * What is left of a plan.
     *
     * @param closings those that are still to be made or held
     * @param refusals what targets say of a key that the plan took for free, by target
     * @param before the worker as it was
     * @param after the worker as it is, but for the closings
     */
    public record Rest(List<Closing> closings, Map<String, Conflict> refusals, WorkerState before, WorkerState after) {}

    /** Carries out everything but the closings. */
    public Rest perform(SubjectPlan plan) {
        WorkerState state = subjects.before(plan.subject());
        WorkerState stored = state;
        List<Closing> closings = new ArrayList<>();
        Map<String, Conflict> refusals = new HashMap<>();
        boolean did = false;
        // What HR was not told is told by this look.
        session.tries().again(plan.subject().ref(), plan.subject().ref().source());
        for (Map.Entry<String, SubjectPlan.TargetPlan> entry : plan.targets().entrySet()) {
            String target = entry.getKey();
            SubjectPlan.TargetPlan todo = entry.getValue();
            todo.closings().forEach(step -> closings.add(new Closing(plan, target, step)));
            if (!todo.keepFailure()) {
                session.tries().again(plan.subject().ref(), target);
            }
            state = observations.note(
                    plan, target, todo, state, intents.afterTheLook(plan.subject(), calls.binding(target), todo));
            did |= plan.subject().isMade(target);
            boolean sent = Observations.isSent(state.at(target), todo);
            if (sent) {
                state = contacts.catchUp(plan.subject(), calls.binding(target), state, true, OpenIntents.first(todo));
            }
            if (!todo.others().isEmpty()) {
                state = steps.perform(plan, target, todo, state, refusals);
                did = true;
            }
            if (!sent) {
                boolean sentNow = Observations.isSent(state.at(target), todo);
                state = contacts.catchUp(plan.subject(), calls.binding(target), state, sentNow, Optional.empty());
            }
            state = contacts.tell(plan.subject(), calls.binding(target), state, ownContacts(target, state));
            boolean waits = todo.fault()
                    .filter(fault -> fault.kind() == FailureKind.REFERENCE_MISSING)
                    .isPresent();
            if (todo.fault().isPresent() && !waits) {
                session.tries().failed(plan.subject().ref(), target);
            }
            if (!todo.keepFailure() && state.at(target).failure().isPresent()) {
                session.tries().replaced(plan.subject().ref(), target, todo.lastFailure());
            }
        }
        boolean asks = plan.targets().values().stream()
                .anyMatch(todo -> todo.plan().pending().isPresent());
        if (!did && !asks && closings.isEmpty()) {
            session.unchanged();
        }
        if (closings.isEmpty()) {
            state = subjects.settle(state, plan.subject());
        }
        if (!state.equals(stored.withVersion(state.version())) || stored.version() == 0) {
            ledger.save(state, List.of());
        }
        return new Rest(closings, refusals, stored, state);
    }

    private Set<String> ownContacts(String target, WorkerState state) {
        Census census = censuses.get(target);
        return census == null
                ? Set.of()
                : state.at(target)
                        .link()
                        .map(link -> census.ownContacts(link.account()))
                        .orElse(Set.of());
    }
}
