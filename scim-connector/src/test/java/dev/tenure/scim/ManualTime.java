package dev.tenure.scim;

import dev.tenure.http.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves, and a waiter that moves it instead of sleeping. */
final class ManualTime implements InstantSource, Waiter {

    static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void awaitUntil(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }

    synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
