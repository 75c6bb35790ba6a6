package com.example.host.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock that keeps time at first and then goes faster than time does, so that midnight comes while somebody looks on. Safe
 * for use by several threads.
 */
final class FastClock implements InstantSource {

    private final int fast;
    private final LongSupplier nanos;
    private Instant begin;
    private long beganAt;
    private int speed = 1;

    FastClock(Instant begin, int fast, LongSupplier nanos) {
        this.begin = begin;
        this.fast = fast;
        this.nanos = nanos;
        this.beganAt = nanos.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        return begin.plusNanos((nanos.getAsLong() - beganAt) * speed);
    }

    synchronized void goFast() {
        begin = instant();
        beganAt = nanos.getAsLong();
        speed = fast;
    }

    /** Waits until the clock shows an instant. */
    void await(Instant instant) throws InterruptedException {
        Duration left = Duration.between(instant(), instant);
        while (!left.isNegative()) {
            Thread.sleep(left.dividedBy(fast).toMillis() + 1);
            left = Duration.between(instant(), instant);
        }
    }
}
