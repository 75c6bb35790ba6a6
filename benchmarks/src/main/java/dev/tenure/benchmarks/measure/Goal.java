package dev.tenure.benchmarks.measure;

import java.util.Locale;

/**
 * What a ratio should be.
 *
 * @param better which way is better
 * @param bound the bound; not a number if there is none
 */
public record Goal(Better better, double bound) {

    /** Which way is better. */
    public enum Better {
        /** More is better. */
        HIGHER,
        /** Less is better. */
        LOWER
    }

    /**
     * Makes a goal from below.
     *
     * @param bound the least that is good enough
     * @return the goal
     */
    public static Goal atLeast(double bound) {
        return new Goal(Better.HIGHER, bound);
    }

    /**
     * Makes a goal from above.
     *
     * @param bound the most that is good enough
     * @return the goal
     */
    public static Goal atMost(double bound) {
        return new Goal(Better.LOWER, bound);
    }

    /**
     * Makes a goal of none, for a ratio that is only watched.
     *
     * @param better which way is better
     * @return the goal
     */
    public static Goal watched(Better better) {
        return new Goal(better, Double.NaN);
    }

    /**
     * Says whether there is a bound.
     *
     * @return false for a ratio that is only watched
     */
    public boolean isBound() {
        return !Double.isNaN(bound);
    }

    /**
     * Says whether there is a bound and a ratio is on its wrong side.
     *
     * @param ratio the ratio
     * @return true if the goal is missed
     */
    public boolean isMissed(double ratio) {
        if (!isBound()) {
            return false;
        }
        return better == Better.HIGHER ? ratio < bound : ratio > bound;
    }

    /**
     * Says by which factor a ratio is worse than another.
     *
     * @param ratio the ratio
     * @param before the other
     * @return above 1 if it is worse
     */
    public double worseBy(double ratio, double before) {
        return better == Better.HIGHER ? before / ratio : ratio / before;
    }

    /** Says the goal in words. */
    @Override
    public String toString() {
        if (!isBound()) {
            return better == Better.HIGHER ? "more is better" : "less is better";
        }
        return (better == Better.HIGHER ? "at least " : "at most ") + String.format(Locale.ROOT, "%.3g", bound);
    }
}
