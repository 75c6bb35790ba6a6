package dev.tenure.lifecycle.internal.run.subject;

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
import java.util.HashMap;
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
 * @param answers what became of creates that were cut off, by the target's name, as far as this run has found out
 */
public record Subject(
        WorkerRef ref,
        Optional<Worker> worker,
        Optional<WorkerState> stored,
        Employment employment,
        Optional<Instant> endSeenAt,
        Decision decision,
        Map<String, Attributes> otherProfiles,
        Manner manner,
        Map<String, Answer> answers) {

    public Subject {
        answers = Map.copyOf(answers);
    }

    /**
     * What is special about a worker in a run.
     *
     * @param named whether the run is about this very worker, so that its closing does not pass the gate (S1)
     * @param confirmed whether a person said yes to what was pending
     * @param rejected whether a person said that what was found is not the worker's
     * @param nearEnd whether HR returned the worker for an end that is near, which includes nobody (A4)
     * @param chosen the account that a person chose, by the target's name
     */
    public record Manner(
            boolean named, boolean confirmed, boolean rejected, boolean nearEnd, Map<String, AccountRef> chosen) {
        public static final Manner BULK = new Manner(false, false, false, false, Map.of());
        public static final Manner NEAR_END = new Manner(false, false, false, true, Map.of());
        public static final Manner NAMED = new Manner(true, false, false, false, Map.of());
        public static final Manner CONFIRMED = new Manner(true, true, false, false, Map.of());
        public static final Manner REJECTED = new Manner(true, false, true, false, Map.of());

        /** A person chose an account for the worker. */
        public static Manner chosen(String target, AccountRef account) {
            return new Manner(true, true, false, false, Map.of(target, account));
        }

        public Manner unconfirmed() {
            return new Manner(named, false, rejected, nearEnd, chosen);
        }
    }

    public Subject withOtherProfiles(Map<String, Attributes> profiles) {
        return new Subject(ref, worker, stored, employment, endSeenAt, decision, profiles, manner, answers);
    }

    /** The same where of all that HR says only the dates count. */
    public Subject withoutProfile() {
        return new Subject(ref, Optional.empty(), stored, employment, endSeenAt, decision, Map.of(), manner, answers);
    }

    /** The same that HR returned for an end that is near, and of whom nothing else is known to have changed (rule A4). */
    public Subject nearEnd() {
        return inManner(Manner.NEAR_END);
    }

    public Subject inManner(Manner other) {
        return new Subject(ref, worker, stored, employment, endSeenAt, decision, otherProfiles, other, answers);
    }

    /** The same with the decision about another record of the person, who decides for both (rule A7). */
    public Subject decidedLike(Subject other) {
        return decided(other.decision);
    }

    public Subject decided(Decision other) {
        return new Subject(ref, worker, stored, employment, endSeenAt, other, otherProfiles, manner, answers);
    }

    /** The same once it is known what became of a create. */
    public Subject answered(String target, Answer answer) {
        Map<String, Answer> more = new HashMap<>(answers);
        more.put(target, answer);
        return new Subject(ref, worker, stored, employment, endSeenAt, decision, otherProfiles, manner, more);
    }

    /** The same with the account that came of a create, which the store does not know of yet. */
    public Subject made(Link link) {
        String target = link.account().target();
        WorkerState known = stored.orElseThrow();
        WorkerState linked = known.with(target, known.at(target).withLink(Optional.of(link)));
        return new Subject(
                        ref,
                        worker,
                        Optional.of(linked),
                        employment,
                        endSeenAt,
                        decision,
                        otherProfiles,
                        manner,
                        answers)
                .answered(target, new Answer.Made());
    }

    /** Whether this run found the account that one before it made, and that the store does not know of yet. */
    public boolean isMade(String target) {
        return answers.get(target) instanceof Answer.Made;
    }

    /** Why this run could not find out what came of a create. */
    public Optional<Answer.Unknown> unknown(String target) {
        return answers.get(target) instanceof Answer.Unknown unknown ? Optional.of(unknown) : Optional.empty();
    }

    public AccountState at(String target) {
        return stored.map(state -> state.at(target)).orElse(AccountState.none());
    }

    public Optional<Link> link(String target) {
        return at(target).link();
    }

    public boolean isLinked() {
        return stored.isPresent()
                && stored.get().accounts().values().stream()
                        .anyMatch(account -> account.link().isPresent());
    }

    public LifecycleState state() {
        return decision.state();
    }

    public boolean endedBefore() {
        return stored.isPresent() && stored.get().state() == LifecycleState.TERMINATED;
    }
}
