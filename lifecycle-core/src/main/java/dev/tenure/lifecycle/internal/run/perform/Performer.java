package dev.tenure.lifecycle.internal.run.perform;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.apply.Applied;
import dev.tenure.lifecycle.internal.apply.Applier;
import dev.tenure.lifecycle.internal.apply.Doubt;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.correlate.Census;
import dev.tenure.lifecycle.internal.run.session.Ledger;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.Hold;
import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Carries out the plan of a worker: everything that gives or keeps access at once, what takes it away when told to. The
 * facts of HR are saved last, so that a run that is cut off finds them as they were and does the rest.
 */
public final class Performer {

    private final LifecycleStore store;
    private final Session session;
    private final Subjects subjects;
    private final Map<String, TargetBinding> bindings;
    private final Map<String, Applier> appliers;
    private final Map<String, Census> censuses;
    private final ContactUpdates contacts;
    private final Ledger ledger;
    private final Observations observations;
    private final OpenIntents intents;

    public Performer(
            LifecycleStore store,
            InstantSource clock,
            Session session,
            Subjects subjects,
            Map<String, TargetBinding> bindings,
            Map<String, Applier> appliers,
            Map<String, Census> censuses,
            ContactUpdates contacts) {
        this.store = store;
        this.session = session;
        this.subjects = subjects;
        this.bindings = bindings;
        this.appliers = appliers;
        this.censuses = censuses;
        this.contacts = contacts;
        this.ledger = new Ledger(store, clock, session);
        this.observations = new Observations(session, ledger);
        this.intents = new OpenIntents(session, contacts);
    }

    /**
     * A closing that is still to be made or held.
     *
     * @param plan whose
     * @param target at which target
     * @param step what
     */
    public record Closing(SubjectPlan plan, String target, Step step) {}

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
                    plan, target, todo, state, intents.afterTheLook(plan.subject(), binding(target), todo));
            did |= plan.subject().isMade(target);
            boolean sent = Observations.isSent(state.at(target), todo);
            if (sent) {
                state = contacts.catchUp(plan.subject(), binding(target), state, true, OpenIntents.first(todo));
            }
            if (!todo.others().isEmpty()) {
                state = performSteps(plan, target, todo, state, refusals);
                did = true;
            }
            if (!sent) {
                boolean sentNow = Observations.isSent(state.at(target), todo);
                state = contacts.catchUp(plan.subject(), binding(target), state, sentNow, Optional.empty());
            }
            state = contacts.tell(plan.subject(), binding(target), state, ownContacts(target, state));
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

    /** Makes a closing; the facts are settled with the last one of the worker. */
    public void close(Closing closing, boolean last) {
        SubjectPlan plan = closing.plan();
        WorkerState state = current(plan);
        if (isAnothers(closing, state)) {
            ledger.save(settling(plan, last).apply(state), List.of());
            return;
        }
        Applied applied = applier(closing.target())
                .apply(
                        state,
                        closing.step().change(),
                        manner(plan.at(closing.target()), closing.step(), Optional.empty(), settling(plan, last)));
        session.changed(closing.step().change(), applied.entry());
    }

    /** E10: an account that went over to another worker since the closing was planned is not closed for this one. */
    private static boolean isAnothers(Closing closing, WorkerState state) {
        return state.at(closing.target()).link().isEmpty();
    }

    /** Holds a closing (rule S1). */
    public void hold(Closing closing, int count, int of, boolean last) {
        SubjectPlan plan = closing.plan();
        WorkerState state = current(plan);
        if (isAnothers(closing, state)) {
            ledger.save(settling(plan, last).apply(state), List.of());
            return;
        }
        Hold hold = new Hold(closing.step().change().kind(), session.id(), session.now(), count, of, false);
        // What is held waits for a person: no run takes it up again by itself.
        AccountState known = state.at(closing.target());
        AccountState account = known.withHold(Optional.of(hold))
                .withIntent(known.intent()
                        .filter(intent -> !intent.change().takesAccess())
                        .or(() -> Doubt.open(Optional.empty(), Doubt.of(known), session.id(), session.now())));
        JournalEntry entry = ledger.entry(
                closing.step().change(), OutcomeKind.HELD, "held by the safeguard: " + count + " of " + of);
        ledger.save(settling(plan, last).apply(state.with(closing.target(), account)), List.of(entry));
        session.changed(closing.step().change(), entry);
    }

    private UnaryOperator<WorkerState> settling(SubjectPlan plan, boolean last) {
        return last ? state -> subjects.settle(state, plan.subject()) : UnaryOperator.identity();
    }

    private WorkerState current(SubjectPlan plan) {
        WorkerState stored =
                store.load(List.of(plan.subject().ref())).get(plan.subject().ref());
        return stored == null ? subjects.before(plan.subject()) : stored;
    }

    /** What a person was asked is answered once the link is saved, and not before: a run may be cut off in between. */
    private static WorkerState answered(WorkerState state, String target, SubjectPlan.TargetPlan todo) {
        return todo.plan().pending().isPresent()
                ? state
                : state.with(target, state.at(target).withPending(Optional.empty()));
    }

    private WorkerState performSteps(
            SubjectPlan plan,
            String target,
            SubjectPlan.TargetPlan todo,
            WorkerState before,
            Map<String, Conflict> refusals) {
        WorkerState state = before;
        List<Step> steps = todo.others();
        List<Step> all = Stream.concat(steps.stream(), todo.closings().stream()).toList();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Optional<ChangeKind> next =
                    i + 1 < all.size() ? Optional.of(all.get(i + 1).change().kind()) : Optional.empty();
            Change change = forAccount(step.change(), state.at(target).link());
            boolean follows = contacts.follow(change, plan.subject(), binding(target)) || contacts.followLink(steps, i);
            Optional<ChangeKind> then = follows ? Optional.of(ChangeKind.WRITE_BACK) : next;
            if (change.kind() == ChangeKind.LINK && todo.transfer().isPresent()) {
                state = answered(takeOver(state, target, change, todo.transfer().get(), step, then), target, todo);
                state = follows ? contacts.writeBack(plan.subject(), binding(target), state, next) : state;
                continue;
            }
            Applied applied = applier(target).apply(state, change, manner(todo, step, then, UnaryOperator.identity()));
            state = applied.state();
            session.changed(change, applied.entry());
            if (applied.problem().orElse(null) instanceof Conflict refusal) {
                refusals.put(target, refusal);
                state = conflicted(target, todo, step, state, refusal);
            }
            if (applied.succeeded()) {
                state = change.kind() == ChangeKind.LINK ? answered(state, target, todo) : state;
                after(target, change);
                if (follows) {
                    state = contacts.writeBack(plan.subject(), binding(target), state, next);
                }
            } else if (change.kind() == ChangeKind.CREATE || change.kind() == ChangeKind.REACTIVATE) {
                // Without the account, or with a closed one, nothing else can be done.
                return skipped(steps.subList(i + 1, steps.size()), change.kind(), state);
            }
        }
        return state;
    }

    /** S6: what was meant to follow is in the journal, too. */
    private WorkerState skipped(List<Step> steps, ChangeKind failed, WorkerState state) {
        if (steps.isEmpty()) {
            return state;
        }
        List<JournalEntry> entries = new ArrayList<>();
        steps.forEach(step -> entries.add(
                ledger.entry(step.change(), OutcomeKind.SKIPPED, "not tried, because " + failed + " did not succeed")));
        return ledger.save(state, entries);
    }

    /** An account that was made while the plan was carried out is known only now. */
    private static Change forAccount(Change change, Optional<Link> link) {
        if (change.account().isPresent() || link.isEmpty() || change.kind() == ChangeKind.CREATE) {
            return change;
        }
        return Change.builder(change.kind(), change.system(), change.rule(), change.reason())
                .worker(change.worker())
                .account(link.get().account())
                .login(change.login())
                .attributes(change.attributes())
                .group(change.group())
                .groupId(change.groupId())
                .newName(change.newName())
                .place(change.place())
                .closed(change.closed())
                .build();
    }

    private void after(String target, Change change) {
        Census census = censuses.get(target);
        if (census != null && change.kind() == ChangeKind.CREATE) {
            census.add(binding(target).matcher().keys(sent(change)));
        }
    }

    private static Attributes sent(Change change) {
        Attributes.Builder sent = Attributes.builder();
        change.attributes().forEach(attribute -> sent.put(attribute.attribute(), attribute.after()));
        return sent.build();
    }

    /** D2 and E10: the account leaves one worker and comes to the other in one step. */
    private WorkerState takeOver(
            WorkerState state,
            String target,
            Change change,
            SubjectPlan.Transfer transfer,
            Step step,
            Optional<ChangeKind> next) {
        WorkerState from = store.load(List.of(transfer.from())).get(transfer.from());
        if (from == null) {
            throw new IllegalStateException("The store lost worker " + transfer.from());
        }
        Link link = step.success().apply(state.at(target).link(), Optional.<Account>empty());
        WorkerState gone = from.with(target, AccountState.none()).withNextTransition(Optional.empty());
        AccountState taken = state.at(target)
                .withLink(Optional.of(link))
                .withIntent(Doubt.open(next, Doubt.of(from.at(target)), session.id(), session.now()));
        JournalEntry entry = ledger.entry(change, OutcomeKind.APPLIED, change.reason());
        List<JournalEntry> entries = new ArrayList<>();
        from.at(target)
                .intent()
                .map(Intent::change)
                .filter(ChangeKind::takesAccess)
                .ifPresent(kind -> {
                    Change closed = Ledger.cutOff(kind, target, from.ref(), change.account());
                    entries.add(ledger.entry(closed, OutcomeKind.ALREADY_SO, closed.reason()));
                });
        entries.add(entry);
        store.save(new StoreUpdate(List.of(gone, state.with(target, taken)), List.of(), List.of(), entries));
        session.changed(change, entry);
        return state.with(target, taken).withVersion(state.version() + 1);
    }

    /** E10: what another account has is held for a person, and the rest of an update goes. */
    private WorkerState conflicted(
            String target, SubjectPlan.TargetPlan todo, Step step, WorkerState state, Conflict refusal) {
        AccountState known = state.at(target);
        Pending pending = new Pending(PendingReason.CONFLICT, known.link().map(Link::account), session.now());
        // S4: what is in the way of a create that was sent twice may be the account that the first one made.
        Optional<Intent> open = known.intent().filter(intent -> !intent.keys().equals(Fingerprint.none()));
        AccountState held = known.withPending(Optional.of(pending))
                .withFailure(Optional.empty())
                .withIntent(open);
        WorkerState asked = ledger.save(state.with(target, held), List.of());
        if (step.change().kind() != ChangeKind.UPDATE) {
            return asked;
        }
        Set<String> keys = new TreeSet<>(binding(target).description().identifying());
        refusal.attribute().ifPresent(keys::add);
        List<AttributeChange> rest = step.change().attributes().stream()
                .filter(attribute -> !keys.contains(attribute.attribute()))
                .toList();
        if (rest.isEmpty() || rest.size() == step.change().attributes().size()) {
            return asked;
        }
        Change change = Change.builder(ChangeKind.UPDATE, target, "E10", "all but what belongs to another account")
                .worker(step.change().worker())
                .account(step.change().account())
                .login(step.change().login())
                .attributes(rest)
                .build();
        // The link keeps its fingerprint: the next run finds by it what is still to be sent.
        Step partly = new Step(change, (link, account) -> link.orElseThrow());
        Applied applied =
                applier(target).apply(asked, change, manner(todo, partly, Optional.empty(), UnaryOperator.identity()));
        session.changed(change, applied.entry());
        return applied.state();
    }

    private Applier.Manner manner(
            SubjectPlan.TargetPlan todo, Step step, Optional<ChangeKind> next, UnaryOperator<WorkerState> finish) {
        Change change = step.change();
        TargetBinding binding = binding(change.system());
        Fingerprint keys = change.kind() == ChangeKind.CREATE
                ? binding.sentKeys().of(sent(change))
                : binding.touched().of(change);
        return new Applier.Manner(
                todo.groupNames(), todo.lastFailure(), todo.profileHash(), keys, step.success(), next, finish);
    }

    private TargetBinding binding(String target) {
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
