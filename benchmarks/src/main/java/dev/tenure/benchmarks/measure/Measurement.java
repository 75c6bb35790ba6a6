package dev.tenure.benchmarks.measure;

import java.util.Locale;

/**
 * One line of a report.
 *
 * @param name its name, the same in every run: that of the figure, a slash, what was compared with what
 * @param unit what ours and the other are counted in
 * @param result ours, the other and their ratio
 * @param goal what the ratio should be
 */
public record Measurement(String name, String unit, Ratio result, Goal goal) {

    private static final int FIELDS = 9;

    /** Gives the line that is printed. */
    public String line() {
        String verdict = Double.isNaN(goal.bound()) ? "" : goal.isMissed(result.ratio()) ? "  MISSED, " : "  met, ";
        return String.format(
                Locale.ROOT,
                "%-44s %14s %14s %8.3f%s%s",
                name,
                number(result.ours()),
                number(result.other()),
                result.ratio(),
                verdict.isEmpty() ? "  " : verdict,
                goal);
    }

    private static String number(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    /**
     * Writes the measurement for {@link #parse}.
     *
     * @return one line, parted by tabs
     */
    public String toText() {
        return String.join(
                "\t",
                name,
                unit,
                Double.toString(result.ours()),
                Double.toString(result.other()),
                Double.toString(result.ratio()),
                Double.toString(result.low()),
                Double.toString(result.high()),
                goal.better().name(),
                Double.toString(goal.bound()));
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @param text the line
     * @return the measurement
     */
    public static Measurement parse(String text) {
        String[] parts = text.split("\t", FIELDS);
        if (parts.length != FIELDS) {
            throw new IllegalArgumentException("A measurement has " + FIELDS + " fields, not " + parts.length);
        }
        double[] numbers = new double[5];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(parts[i + 2]);
        }
        return new Measurement(
                parts[0],
                parts[1],
                new Ratio(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]),
                new Goal(Goal.Better.valueOf(parts[7]), Double.parseDouble(parts[8])));
    }
}
