package dev.tenure.lifecycle.internal.run.session;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Saves workers of a run together with the lines of the journal that say why (rule S6). */
public final class Ledger {

    private final LifecycleStore store;
    private final InstantSource clock;
    private final Session session;

    public Ledger(LifecycleStore store, InstantSource clock, Session session) {
        this.store = store;
        this.clock = clock;
        this.session = session;
    }

    public WorkerState save(WorkerState state, List<JournalEntry> entries) {
        store.save(StoreUpdate.of(state, entries));
        return state.withVersion(state.version() + 1);
    }

    public JournalEntry entry(Change change, OutcomeKind outcome, String reason) {
        return JournalEntry.of(change, session.id(), clock.instant(), outcome, reason);
    }

    /** What a run that was cut off had made. */
    public static Change cutOff(ChangeKind kind, String target, WorkerRef worker, Optional<AccountRef> account) {
        return Change.builder(kind, target, "S4", "made by a run that was cut off")
                .worker(worker)
                .account(account)
                .build();
    }
}
