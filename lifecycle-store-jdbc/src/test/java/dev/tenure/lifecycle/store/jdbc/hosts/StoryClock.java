package dev.tenure.lifecycle.store.jdbc.hosts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Stands still until the story moves it, back too, or somebody has to wait. Safe for use by several threads. */
final class StoryClock implements InstantSource {

    private Instant now;

    private final Consumer<Duration> waited;

    StoryClock(Instant now) {
        this(now, any -> {});
    }

    /** Takes what is told of each wait: the clock of somebody else, who waits as long. */
    StoryClock(Instant now, Consumer<Duration> waited) {
        this.now = now;
        this.waited = waited;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    synchronized void set(Instant instant) {
        now = instant;
    }

    /** A wait takes no time but the story's. */
    synchronized boolean waitUntil(Instant later) {
        if (later.isAfter(now)) {
            waited.accept(Duration.between(now, later));
            now = later;
        }
        return true;
    }
}
