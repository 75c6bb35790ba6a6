package dev.tenure.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets time pass for the calling thread. A test gives one that moves its clock instead, so that no test sleeps. */
@FunctionalInterface
public interface Waiter {

    /**
     * Returns when the instant has come, or earlier: who calls looks at the clock again.
     *
     * @param instant the instant, which may have passed
     * @throws InterruptedException if the thread is interrupted
     */
    void awaitUntil(Instant instant) throws InterruptedException;

    /**
     * Gives the waiter that sleeps.
     *
     * @param clock the clock by which the instants are meant
     * @return the waiter
     */
    static Waiter sleeping(InstantSource clock) {
        return instant -> {
            Duration left = Duration.between(clock.instant(), instant);
            if (!left.isNegative()) {
                Thread.sleep(left.toMillis() + 1);
            }
        };
    }
}
