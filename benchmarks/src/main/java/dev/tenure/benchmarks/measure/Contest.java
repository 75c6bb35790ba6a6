package dev.tenure.benchmarks.measure;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the sides of a duel did, round by round. */
public final class Contest {

    private final Map<String, List<Sample>> samples;

    Contest(Map<String, List<Sample>> samples) {
        this.samples = samples;
    }

    /**
     * Compares how many operations each of two sides did in a second.
     *
     * @param ours our side
     * @param other the side it is measured against
     * @return the two and their ratio
     */
    public Ratio speed(String ours, String other) {
        return compare(ours, other, Sample::perSecond);
    }

    /**
     * Compares how many bytes each of two sides allocated for an operation.
     *
     * @param ours our side
     * @param other the side it is measured against
     * @return the two and their ratio
     */
    public Ratio allocation(String ours, String other) {
        return compare(ours, other, Sample::bytesEach);
    }

    /**
     * Gives how long an operation of a side took.
     *
     * @param side the side
     * @return nanoseconds, the median of the rounds
     */
    public double nanos(String side) {
        return 1e9 / Numbers.median(column(side, Sample::perSecond));
    }

    /**
     * Gives how many bytes a side allocated for an operation.
     *
     * @param side the side
     * @return bytes, the median of the rounds
     */
    public double bytes(String side) {
        return Numbers.median(column(side, Sample::bytesEach));
    }

    private Ratio compare(String ours, String other, ToDoubleFunction<Sample> figure) {
        double[] one = column(ours, figure);
        double[] two = column(other, figure);
        double[] ratios = new double[one.length];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = one[round] / two[round];
        }
        return new Ratio(
                Numbers.median(one),
                Numbers.median(two),
                Numbers.median(ratios),
                Numbers.quantile(ratios, 0.25),
                Numbers.quantile(ratios, 0.75));
    }

    private double[] column(String side, ToDoubleFunction<Sample> figure) {
        List<Sample> rounds = samples.get(side);
        if (rounds == null) {
            throw new IllegalArgumentException("No side is named '" + side + "'; there are " + samples.keySet());
        }
        return rounds.stream().mapToDouble(figure).toArray();
    }
}
