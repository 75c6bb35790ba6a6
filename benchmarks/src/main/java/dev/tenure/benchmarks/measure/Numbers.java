package dev.tenure.benchmarks.measure;

import java.util.Arrays;

/** Middle and edges of a row of numbers. */
public final class Numbers {

    private Numbers() {}

    /**
     * Gives the middle one.
     *
     * @param values at least one
     * @return the median
     */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /**
     * Gives the value below which a part of all lies.
     *
     * @param values at least one
     * @param part from 0 to 1
     * @return the value, between two neighbours by their distance
     */
    public static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = part * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
