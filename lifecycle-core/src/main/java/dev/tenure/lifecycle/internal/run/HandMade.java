package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.run.perform.ContactUpdates;
import dev.tenure.lifecycle.internal.run.session.Outstanding;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Absent;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.Hold;
import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person decides about what a run left open: held changes (rule S1), proposed accounts (E8), and contact data to push
 * (F2).
 */
final class HandMade {

    private final LifecycleStore store;
    private final Edits edits;
    private final Session session;
    private final Sources sources;
    private final Subjects subjects;
    private final Outstanding outstanding;
    private final Reading reading;
    private final Road road;
    private final ContactUpdates contacts;
    private final List<TargetBinding> bindings;

    HandMade(
            LifecycleStore store,
            Session session,
            Sources sources,
            Subjects subjects,
            Outstanding outstanding,
            Reading reading,
            Road road,
            ContactUpdates contacts,
            List<TargetBinding> bindings) {
        this.edits = new Edits(store);
        this.store = store;
        this.session = session;
        this.sources = sources;
        this.subjects = subjects;
        this.outstanding = outstanding;
        this.reading = reading;
        this.road = road;
        this.contacts = contacts;
        this.bindings = bindings;
    }

    /**
     * Makes what is held. Who has ended by what the store knows needs nothing else; who has left the scope of a target is
     * read anew, and who is not returned then is absent.
     */
    void approve() {
        List<Subject> ended = new ArrayList<>();
        Map<String, Map<String, Subject>> others = new LinkedHashMap<>();
        outstanding.each(new WorkerStateQuery.WithHold(), state -> {
            Subject subject = subjects.stored(state, session.now(), Subject.Manner.NAMED);
            if (isHeld(state) && subject.state() == LifecycleState.TERMINATED) {
                ended.add(subject);
            } else if (isHeld(state) && sources.has(state.ref().source())) {
                others.computeIfAbsent(state.ref().source(), any -> new LinkedHashMap<>())
                        .put(state.ref().id(), subject);
            }
        });
        road.take(ended);
        others.forEach((name, byId) -> {
            reading.byIds(sources.source(name), byId.keySet(), ref -> Subject.Manner.NAMED);
            road.takeAlone(byId.values().stream()
                    .filter(subject -> !reading.wasReturned(subject.ref()))
                    .map(Absent::of)
                    .toList());
        });
    }

    private static boolean isHeld(WorkerState state) {
        return state.accounts().values().stream()
                .anyMatch(account ->
                        account.hold().filter(hold -> !hold.discarded()).isPresent());
    }

    /** Drops what is held until an import counts it anew. */
    void discard() {
        outstanding.each(new WorkerStateQuery.WithHold(), state -> edits.edit(state, this::discarded));
    }

    private Optional<StoreUpdate> discarded(WorkerState state) {
        WorkerState dropped = state;
        List<JournalEntry> entries = new ArrayList<>();
        for (Map.Entry<String, AccountState> entry : state.accounts().entrySet()) {
            AccountState account = entry.getValue();
            Optional<Hold> hold = account.hold().filter(kept -> !kept.discarded());
            if (hold.isPresent()) {
                dropped = dropped.with(entry.getKey(), account.withHold(hold.map(Hold::discard)));
                entries.add(dropped(
                        hold.get().kind(),
                        entry.getKey(),
                        "S1",
                        "dropped by hand until an import counts it anew",
                        state,
                        account.link().map(Link::account)));
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(StoreUpdate.of(dropped, entries));
    }

    /**
     * Notes that the accounts that were proposed for these workers are not theirs. What another run proposes meanwhile nobody
     * has seen yet, and is not rejected.
     */
    void reject(Collection<WorkerRef> workers) {
        store.load(workers).values().forEach(seen -> edits.edit(seen, state -> rejected(seen, state)));
    }

    private Optional<StoreUpdate> rejected(WorkerState seen, WorkerState state) {
        WorkerState without = state;
        List<JournalEntry> entries = new ArrayList<>();
        for (Map.Entry<String, AccountState> entry : state.accounts().entrySet()) {
            AccountState known = entry.getValue();
            Optional<AccountRef> proposed = seen.at(entry.getKey())
                    .pending()
                    .filter(pending -> pending.why() != PendingReason.NEW)
                    .flatMap(Pending::account)
                    .filter(account -> !known.rejected().contains(account.id()));
            if (proposed.isPresent()) {
                Set<String> rejected = new TreeSet<>(known.rejected());
                rejected.add(proposed.get().id());
                without = without.with(entry.getKey(), known.withRejected(rejected));
                entries.add(dropped(
                        ChangeKind.LINK,
                        entry.getKey(),
                        "E8",
                        "a person said that the proposed account is not the worker's",
                        state,
                        proposed));
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(StoreUpdate.of(without, entries));
    }

    private JournalEntry dropped(
            ChangeKind kind,
            String target,
            String rule,
            String reason,
            WorkerState state,
            Optional<AccountRef> account) {
        Change change = Change.builder(kind, target, rule, reason)
                .worker(state.ref())
                .account(account)
                .build();
        return JournalEntry.of(change, session.id(), session.now(), OutcomeKind.DISCARDED, change.reason());
    }

    /** Writes to HR whatever contact data differs. */
    void forceWriteBack() {
        for (HrSource source : sources.all()) {
            sources.reader(source).read(new WorkerQuery.All(sources.asOf()), batch -> {
                session.read(batch.workers().size(), batch.total());
                for (Subject subject : subjects.read(batch.workers(), session.now(), ref -> Subject.Manner.NAMED)) {
                    forceWriteBack(subject);
                }
            });
        }
    }

    private void forceWriteBack(Subject subject) {
        WorkerState state = subjects.before(subject);
        for (TargetBinding binding : bindings) {
            if (subject.state().hasAccess() && subject.link(binding.name()).isPresent()) {
                state = contacts.force(subject, binding, state);
            }
        }
    }
}
