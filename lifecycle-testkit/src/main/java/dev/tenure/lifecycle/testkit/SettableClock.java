package dev.tenure.lifecycle.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands where it was put and moves only when it is told to. Safe for use by several threads. */
public final class SettableClock implements InstantSource {

    private Instant now;

    private SettableClock(Instant start) {
        this.now = start;
    }

    /**
     * Makes a clock.
     *
     * @param start where it stands
     * @return the clock
     */
    public static SettableClock at(Instant start) {
        return new SettableClock(start);
    }

    /**
     * Makes a clock from text.
     *
     * @param start where it stands, such as {@code 2026-03-02T09:00:00Z}
     * @return the clock
     * @throws java.time.format.DateTimeParseException if the text is no instant
     */
    public static SettableClock at(String start) {
        return at(Instant.parse(start));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /**
     * Puts the clock to an instant, which may be an earlier one.
     *
     * @param instant where it stands from now on
     */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    /**
     * Moves the clock.
     *
     * @param by how far; backwards if negative
     * @return where it stands now
     */
    public synchronized Instant advance(Duration by) {
        now = now.plus(by);
        return now;
    }

    @Override
    public String toString() {
        return "SettableClock[" + instant() + "]";
    }
}
