package dev.tenure.lifecycle.internal.run.perform;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.internal.apply.Applied;
import dev.tenure.lifecycle.internal.apply.Doubt;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.correlate.Census;
import dev.tenure.lifecycle.internal.run.session.Ledger;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Carries out the steps of a plan that give or keep access at one target, one after the other. Safe for use by several
 * threads.
 */
final class StepPerformer {

    private final LifecycleStore store;
    private final Session session;
    private final Map<String, Census> censuses;
    private final ContactUpdates contacts;
    private final Ledger ledger;
    private final TargetCalls calls;

    StepPerformer(
            LifecycleStore store,
            Session session,
            Map<String, Census> censuses,
            ContactUpdates contacts,
            Ledger ledger,
            TargetCalls calls) {
        this.store = store;
        this.session = session;
        this.censuses = censuses;
        this.contacts = contacts;
        this.ledger = ledger;
        this.calls = calls;
    }

    /**
     * Carries out all steps but the closings.
     *
     * @param refusals takes what the target says of a key that the plan took for free
     * @return the worker as it is then
     */
    WorkerState perform(
            SubjectPlan plan,
            String target,
            SubjectPlan.TargetPlan todo,
            WorkerState before,
            Map<String, Conflict> refusals) {
        WorkerState state = before;
        List<Step> steps = todo.others();
        List<Step> all = Stream.concat(steps.stream(), todo.closings().stream()).toList();
        for (int i = 0; i < steps.size(); i++) {
            Step step = forAccount(steps.get(i), state.at(target).link());
            Change change = step.change();
            Optional<ChangeKind> next =
                    i + 1 < all.size() ? Optional.of(all.get(i + 1).change().kind()) : Optional.empty();
            boolean follows =
                    contacts.follow(change, plan.subject(), calls.binding(target)) || contacts.followLink(steps, i);
            Optional<ChangeKind> then = follows ? Optional.of(ChangeKind.WRITE_BACK) : next;
            if (change.kind() == ChangeKind.LINK && todo.transfer().isPresent()) {
                state = answered(takeOver(state, target, step, todo.transfer().get(), then), target, todo);
                state = follows ? contacts.writeBack(plan.subject(), calls.binding(target), state, next) : state;
                continue;
            }
            Applied applied = calls.make(state, step, todo, then, UnaryOperator.identity());
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
                    state = contacts.writeBack(plan.subject(), calls.binding(target), state, next);
                }
            } else if (change.kind() == ChangeKind.CREATE || change.kind() == ChangeKind.REACTIVATE) {
                // Without the account, or with a closed one, nothing else can be done.
                return skipped(steps.subList(i + 1, steps.size()), change.kind(), state);
            }
        }
        return state;
    }

    /** What a person was asked is answered once the link is saved, and not before: a run may be cut off in between. */
    private static WorkerState answered(WorkerState state, String target, SubjectPlan.TargetPlan todo) {
        return todo.plan().pending().isPresent()
                ? state
                : state.with(target, state.at(target).withPending(Optional.empty()));
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
    private static Step forAccount(Step step, Optional<Link> link) {
        Change change = step.change();
        if (change.account().isPresent() || link.isEmpty() || change.kind() == ChangeKind.CREATE) {
            return step;
        }
        Change known = Change.builder(change.kind(), change.system(), change.rule(), change.reason())
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
        return new Step(known, step.success());
    }

    private void after(String target, Change change) {
        Census census = censuses.get(target);
        if (census != null && change.kind() == ChangeKind.CREATE) {
            census.add(calls.binding(target).matcher().keys(TargetCalls.sent(change)));
        }
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
        Set<String> keys = new TreeSet<>(calls.binding(target).description().identifying());
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
        // The next run finds by the fingerprint what is still to be sent, and that nobody else changed the rest.
        long whole = todo.profileHash().orElseThrow();
        Step partly = new Step(
                change,
                (link, account) -> link.map(before ->
                                before.withSent(calls.binding(target).diff().partly(before.sent(), rest, whole)))
                        .orElseThrow());
        Applied applied = calls.make(asked, partly, todo, Optional.empty(), UnaryOperator.identity());
        session.changed(change, applied.entry());
        return applied.state();
    }

    /** D2 and E10: the account leaves one worker and comes to the other in one step. */
    private WorkerState takeOver(
            WorkerState state, String target, Step step, SubjectPlan.Transfer transfer, Optional<ChangeKind> next) {
        WorkerState from = store.load(List.of(transfer.from())).get(transfer.from());
        if (from == null) {
            throw new IllegalStateException("The store lost worker " + transfer.from());
        }
        Change change = step.change();
        boolean isStillFree = from.state() == LifecycleState.TERMINATED
                && from.at(target).link().map(Link::account).equals(change.account());
        if (transfer.ofLeaver() && !isStillFree) {
            // Another run brought its owner back, or gave it to somebody else, since this was planned.
            throw new StaleStateException(transfer.from());
        }
        Link link = step.success().apply(state.at(target).link(), Optional.<Account>empty());
        WorkerState gone = from.with(target, AccountState.none()).withNextTransition(Optional.empty());
        // What HR was to be told of its former worker is not about this one.
        Fingerprint doubt = Doubt.of(from.at(target))
                .without(calls.binding(target).touched().telling())
                .with(calls.owed(target, next));
        AccountState taken = state.at(target)
                .withLink(Optional.of(link))
                .withIntent(Doubt.open(next, doubt, session.id(), session.now()));
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
}
