package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that the engine remembers of a worker: the facts of the employment, where it stands, and its accounts. No payload
 * (rule S7). It is read and saved as one.
 *
 * @param ref names the worker
 * @param version counts the saves; 0 for a worker that was never saved. A save of another version than the stored one is
 *     refused
 * @param employment the facts as last read
 * @param state where the worker stood when last decided
 * @param nextTransition when something is due for this worker with no import (rule H1)
 * @param endSeenAt when an end with an immediate reason was first seen, for the timing on receipt (rule C4)
 * @param accounts what is known at each target, by the target's name
 */
public record WorkerState(
        WorkerRef ref,
        long version,
        Employment employment,
        LifecycleState state,
        Optional<Instant> nextTransition,
        Optional<Instant> endSeenAt,
        Map<String, AccountState> accounts) {

    /** Copies the map. */
    public WorkerState {
        accounts = Collections.unmodifiableMap(new TreeMap<>(accounts));
    }

    /**
     * Gives what is known at a target.
     *
     * @param target the target's name
     * @return the state there, {@link AccountState#none()} if nothing is known
     */
    public AccountState at(String target) {
        return accounts.getOrDefault(target, AccountState.none());
    }

    /**
     * Copies this state with what is known at one target replaced.
     *
     * @param target the target's name
     * @param state what is known there now
     * @return the changed state, of the same version
     */
    public WorkerState with(String target, AccountState state) {
        Map<String, AccountState> changed = new TreeMap<>(accounts);
        if (state.equals(AccountState.none())) {
            changed.remove(target);
        } else {
            changed.put(target, state);
        }
        return new WorkerState(ref, version, employment, this.state, nextTransition, endSeenAt, changed);
    }

    /**
     * Copies this state with another due instant.
     *
     * @param newNext when something is due, or empty for never
     * @return the changed state
     */
    public WorkerState withNextTransition(Optional<Instant> newNext) {
        return new WorkerState(ref, version, employment, state, newNext, endSeenAt, accounts);
    }

    /**
     * Copies this state as of another version.
     *
     * @param newVersion the version
     * @return the changed state
     */
    public WorkerState withVersion(long newVersion) {
        return new WorkerState(ref, newVersion, employment, state, nextTransition, endSeenAt, accounts);
    }

    /** Names the worker and says nothing of the person. */
    @Override
    public String toString() {
        return "WorkerState[" + ref + ", " + state + ", version " + version + "]";
    }
}
