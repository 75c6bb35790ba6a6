package dev.tenure.lifecycle.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How the engine waits before it tries a call again within a run. The engine itself never sleeps. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits until an instant, or refuses to.
     *
     * @param instant when the call may be tried again
     * @return true if the instant is reached; false if it is too far ahead to wait for, so that the call is left to the
     *     next run
     */
    boolean until(Instant instant);

    /**
     * Never waits: whatever cannot be done now is left to the next run.
     *
     * @return the pause
     */
    static Pause none() {
        return instant -> false;
    }

    /**
     * Lets the calling thread sleep, for a bounded time.
     *
     * @param clock the host's clock
     * @param longest for how long it may sleep at once
     * @return the pause; an interrupted sleep ends it and keeps the interrupt
     */
    static Pause sleeping(InstantSource clock, Duration longest) {
        return instant -> {
            Duration wait = Duration.between(clock.instant(), instant);
            if (wait.compareTo(longest) > 0) {
                return false;
            }
            try {
                if (!wait.isNegative()) {
                    Thread.sleep(wait.toMillis() + 1);
                }
                return true;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }
}
