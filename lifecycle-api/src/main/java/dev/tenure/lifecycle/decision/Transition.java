package dev.tenure.lifecycle.decision;

import java.time.Instant;

/**
 * A change of state that is already known.
 *
 * @param state the state that begins
 * @param at the first instant of that state
 */
public record Transition(LifecycleState state, Instant at) {}
