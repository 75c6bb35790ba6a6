package dev.tenure.benchmarks;

import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Results;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a figure finds with the least effort; whatever has a clock in it means nothing then. */
public final class Found implements Results {

    private final Map<String, Double> ratios = new LinkedHashMap<>();

    private Found() {}

    public static Map<String, Double> by(Figure figure) throws Exception {
        Found found = new Found();
        figure.measure(Effort.least(), found);
        return found.ratios;
    }

    @Override
    public void add(Measurement measurement) {
        ratios.put(measurement.name(), measurement.result().ratio());
    }

    @Override
    public void note(String text) {
        // Not a ratio.
    }
}
