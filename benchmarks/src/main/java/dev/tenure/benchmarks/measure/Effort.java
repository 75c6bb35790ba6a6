package dev.tenure.benchmarks.measure;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param warmUps how many rounds are thrown away first
 * @param rounds how many rounds count
 * @param round how long each side works in a round
 * @param quick whether this is the short run, which makes large figures smaller too
 */
public record Effort(int warmUps, int rounds, Duration round, boolean quick) {

    /**
     * Gives the effort of a run whose figures are worth to be kept.
     *
     * @return the effort
     */
    public static Effort full() {
        return new Effort(6, 15, Duration.ofMillis(400), false);
    }

    /**
     * Gives the effort of a run that only looks whether something is badly off.
     *
     * @return the effort
     */
    public static Effort brief() {
        return new Effort(3, 5, Duration.ofMillis(200), true);
    }

    /**
     * Gives the effort of a test: every side works once.
     *
     * @return the effort
     */
    public static Effort least() {
        return new Effort(0, 1, Duration.ZERO, true);
    }
}
