package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A worker in a run: what HR says, what the store knows, what was decided.
 *
 * @param ref names the worker
 * @param worker what HR says; empty where only the store was asked
 * @param stored what the store knows; empty for one it never saw
 * @param employment the facts that count: those of HR, else the stored ones
 * @param endSeenAt when an end with an immediate reason was first seen
 * @param decision what the rules make of the facts
 * @param otherProfiles what other sources say of the same person, by the source's name (rule A7)
 * @param manner what is special about this worker in this run
 */
record Subject(
        WorkerRef ref,
        Optional<Worker> worker,
        Optional<WorkerState> stored,
        Employment employment,
        Optional<Instant> endSeenAt,
        Decision decision,
        Map<String, Attributes> otherProfiles,
        Manner manner) {

    /**
     * What is special about a worker in a run.
     *
     * @param named whether the run is about this very worker, so that its closing does not pass the gate (S1)
     * @param confirmed whether a person said yes to what was pending
     * @param chosen the account that a person chose, by the target's name
     */
    record Manner(boolean named, boolean confirmed, Map<String, AccountRef> chosen) {
        static final Manner BULK = new Manner(false, false, Map.of());
        static final Manner NAMED = new Manner(true, false, Map.of());
        static final Manner CONFIRMED = new Manner(true, true, Map.of());
    }

    Subject withOtherProfiles(Map<String, Attributes> profiles) {
        return new Subject(ref, worker, stored, employment, endSeenAt, decision, profiles, manner);
    }

    Subject inManner(Manner other) {
        return new Subject(ref, worker, stored, employment, endSeenAt, decision, otherProfiles, other);
    }

    /** The same with the decision about another record of the person, who decides for both (rule A7). */
    Subject decidedLike(Subject other) {
        return new Subject(ref, worker, stored, employment, endSeenAt, other.decision, otherProfiles, manner);
    }

    AccountState at(String target) {
        return stored.map(state -> state.at(target)).orElse(AccountState.none());
    }

    Optional<Link> link(String target) {
        return at(target).link();
    }

    boolean isLinked() {
        return stored.isPresent()
                && stored.get().accounts().values().stream()
                        .anyMatch(account -> account.link().isPresent());
    }

    LifecycleState state() {
        return decision.state();
    }

    boolean endedBefore() {
        return stored.isPresent() && stored.get().state() == LifecycleState.TERMINATED;
    }
}
