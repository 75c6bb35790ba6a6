package dev.tenure.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time by which both simulators and the engine live. It stands still until the story moves it or somebody has to wait,
 * and never goes back: a minute's wait for a rate limit takes no time at all. Safe for use by several threads.
 */
final class SimulatedTime implements InstantSource {

    private Instant now;
    private Duration waited = Duration.ZERO;

    SimulatedTime(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Lets the story go on at a later moment; an earlier one is passed over. */
    synchronized void moveTo(Instant later) {
        if (later.isAfter(now)) {
            now = later;
        }
    }

    /** Lets somebody wait until a moment. Several who wait for the same one wait once. */
    synchronized void waitUntil(Instant later) {
        if (later.isAfter(now)) {
            waited = waited.plus(Duration.between(now, later));
            now = later;
        }
    }

    /** Returns for how long somebody had to wait so far. */
    synchronized Duration waited() {
        return waited;
    }
}
