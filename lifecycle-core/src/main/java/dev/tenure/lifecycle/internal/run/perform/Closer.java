package dev.tenure.lifecycle.internal.run.perform;

import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.internal.apply.Applied;
import dev.tenure.lifecycle.internal.apply.Doubt;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.session.Ledger;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.Hold;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Closes accounts, or holds that for a person (rule S1). Safe for use by several threads. */
public final class Closer {

    private final LifecycleStore store;
    private final Session session;
    private final Subjects subjects;
    private final Ledger ledger;
    private final TargetCalls calls;

    Closer(LifecycleStore store, Session session, Subjects subjects, Ledger ledger, TargetCalls calls) {
        this.store = store;
        this.session = session;
        this.subjects = subjects;
        this.ledger = ledger;
        this.calls = calls;
    }

    /** Makes a closing; the facts are settled with the last one of the worker. */
    public void close(Closing closing, boolean last) {
        SubjectPlan plan = closing.plan();
        WorkerState state = current(plan);
        if (isAnothers(closing, state)) {
            ledger.save(settling(plan, last).apply(state), List.of());
            return;
        }
        Applied applied = calls.make(
                untold(state, closing.target()),
                closing.step(),
                plan.at(closing.target()),
                Optional.empty(),
                settling(plan, last));
        session.changed(closing.step().change(), applied.entry());
    }

    /** F1: of somebody whose account is closed HR is told nothing any more, and what it could not be told is over. */
    private WorkerState untold(WorkerState state, String target) {
        AccountState known = state.at(target);
        Fingerprint telling = calls.binding(target).touched().telling();
        Optional<Intent> open = known.intent()
                .map(intent -> new Intent(
                        intent.change(),
                        intent.run(),
                        intent.at(),
                        intent.keys().without(telling)));
        return state.with(target, known.withIntent(open).withUntold(Optional.empty()));
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
}
