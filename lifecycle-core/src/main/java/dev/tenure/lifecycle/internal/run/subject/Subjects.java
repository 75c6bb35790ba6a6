package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.decision.Why;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.policy.ImmediateTiming;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what HR says, what the store knows and what the rules make of it; and what the store is to know after. */
public final class Subjects {

    private final LifecyclePolicy policy;
    private final LifecycleStore store;
    private final Decider decider;
    private final Optional<String> personKey;

    public Subjects(LifecyclePolicy policy, LifecycleStore store, Decider decider, Optional<String> personKey) {
        this.policy = policy;
        this.store = store;
        this.decider = decider;
        this.personKey = personKey;
    }

    public List<Subject> read(
            List<Worker> workers, Instant now, java.util.function.Function<WorkerRef, Subject.Manner> manner) {
        Map<WorkerRef, WorkerState> known =
                store.load(workers.stream().map(Worker::ref).toList());
        List<Subject> subjects = new ArrayList<>(workers.size());
        for (Worker worker : workers) {
            subjects.add(read(worker, Optional.ofNullable(known.get(worker.ref())), now, manner.apply(worker.ref())));
        }
        return subjects;
    }

    private Subject read(Worker worker, Optional<WorkerState> stored, Instant now, Subject.Manner manner) {
        return subject(worker.ref(), Optional.of(worker), stored, facts(worker), now, manner);
    }

    /** A7, D1: where HR gives no Universal ID, an attribute that the host named tells persons apart. */
    private Employment facts(Worker worker) {
        Employment facts = worker.employment();
        if (facts.universalId().isPresent() || personKey.isEmpty()) {
            return facts;
        }
        return Employment.builder()
                .from(facts)
                .universalId(worker.attributes().text(personKey.get()))
                .build();
    }

    /** A worker of whom only the store was asked. */
    public Subject stored(WorkerState state, Instant now, Subject.Manner manner) {
        return subject(state.ref(), Optional.empty(), Optional.of(state), state.employment(), now, manner);
    }

    private Subject subject(
            WorkerRef ref,
            Optional<Worker> worker,
            Optional<WorkerState> stored,
            Employment employment,
            Instant now,
            Subject.Manner manner) {
        // C4 on receipt: what counts is the moment at which the end was first seen.
        Optional<Instant> seenAt = stored.flatMap(WorkerState::endSeenAt);
        Decision decision = decider.decide(employment, seenAt, now);
        boolean onReceipt =
                policy.immediateTiming() == ImmediateTiming.ON_RECEIPT && decision.because() == Why.IMMEDIATE_REASON;
        return new Subject(
                ref,
                worker,
                stored,
                employment,
                onReceipt ? Optional.of(seenAt.orElse(now)) : Optional.empty(),
                decision,
                Map.of(),
                manner,
                Map.of());
    }

    /** What the store is to know of a worker once everything is done that this run does. */
    public WorkerState settle(WorkerState state, Subject subject) {
        WorkerState settled = new WorkerState(
                state.ref(),
                state.version(),
                subject.employment(),
                subject.decision().state(),
                Optional.empty(),
                subject.endSeenAt(),
                state.accounts());
        return settled.withNextTransition(
                Stream.concat(due(settled, subject.decision()).stream(), shown(settled, subject.decision()).stream())
                        .min(Comparator.naturalOrder()));
    }

    /** The state of a worker before this run; for one whom the store never saw, as if it had been seen without effect. */
    public WorkerState before(Subject subject) {
        return subject.stored()
                .orElseGet(() -> new WorkerState(
                        subject.ref(),
                        0,
                        subject.employment(),
                        LifecycleState.INELIGIBLE,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    /**
     * When something is due with no import (rule H1): for who is linked or may still come in. What is held or pending does
     * not count, except the end of a linked worker whose account is active.
     */
    private Optional<Instant> due(WorkerState state, Decision decision) {
        if (decision.next().isEmpty()) {
            return Optional.empty();
        }
        LifecycleState next = decision.next().get().state();
        boolean linked = false;
        boolean open = false;
        boolean waits = false;
        for (AccountState account : state.accounts().values()) {
            linked |= account.link().isPresent() || mayBeMade(account);
            open |= mayBeMade(account)
                    || account.link()
                            .filter(link -> link.status() != AccountStatus.DEACTIVATED)
                            .isPresent();
            waits |= account.pending().isPresent()
                    || account.hold().filter(hold -> !hold.discarded()).isPresent();
        }
        if (linked && policy.sourcing() == Sourcing.IMPORT_ONLY) {
            return Optional.empty();
        }
        boolean counts = next == LifecycleState.TERMINATED ? linked && (open || !waits) : !waits;
        return counts ? Optional.of(decision.next().get().at()) : Optional.empty();
    }

    /** S4: whether nobody has heard what came of a create. */
    private static boolean mayBeMade(AccountState account) {
        return account.intent()
                .filter(intent -> intent.change() == ChangeKind.CREATE)
                .isPresent();
    }

    /** H1, S4: when it can be told whether there is an account to close, for somebody who has ended by the clock. */
    private static Optional<Instant> shown(WorkerState state, Decision decision) {
        if (decision.state() != LifecycleState.TERMINATED
                || decision.effectiveAt().isEmpty()) {
            return Optional.empty();
        }
        return state.accounts().values().stream()
                .filter(Subjects::mayBeMade)
                .flatMap(account -> account.failure().stream())
                .filter(failure -> failure.kind() == FailureKind.RETRY_LATER)
                .flatMap(failure -> failure.retryAt().stream())
                .min(Comparator.naturalOrder());
    }
}
