package dev.tenure.lifecycle.internal.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When what has failed is tried again (rule S3). */
public final class Backoff {

    private static final Duration LONGEST = Duration.ofHours(24);

    private Backoff() {}

    /**
     * The first failure is tried again by the next import; one that repeats waits longer each time.
     *
     * @param attempts how often it has failed in a row
     * @param now when it failed last
     * @return before when it is not tried again; empty for at the next import
     */
    public static Optional<Instant> retryAt(int attempts, Instant now) {
        if (attempts <= 1) {
            return Optional.empty();
        }
        Duration wait = Duration.ofMinutes(15).multipliedBy(1L << Math.min(attempts - 2, 10));
        return Optional.of(now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
    }
}
