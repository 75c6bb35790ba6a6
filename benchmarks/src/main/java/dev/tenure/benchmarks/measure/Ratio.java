package dev.tenure.benchmarks.measure;

/**
 * Two things measured in the same run.
 *
 * @param ours ours
 * @param other the other
 * @param ratio ours divided by the other: the median of the rounds, which is not quite that of the two medians
 * @param low the lower quartile of the rounds
 * @param high the upper quartile of the rounds
 */
public record Ratio(double ours, double other, double ratio, double low, double high) {

    /**
     * Divides two things of which each was measured once.
     *
     * @param ours ours
     * @param other the other
     * @return their ratio
     */
    public static Ratio of(double ours, double other) {
        double ratio = ours / other;
        return new Ratio(ours, other, ratio, ratio, ratio);
    }
}
