package dev.tenure.benchmarks.report;

import dev.tenure.benchmarks.measure.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A run.
 *
 * @param at when it ended
 * @param machine what it ran on
 * @param quick whether it was the short one
 * @param took how long it took
 * @param measurements the ratios
 * @param notes what else was found
 */
public record Report(
        Instant at, Machine machine, boolean quick, Duration took, List<Measurement> measurements, List<String> notes) {

    /** Copies the lists. */
    public Report {
        measurements = List.copyOf(measurements);
        notes = List.copyOf(notes);
    }

    /**
     * Says what is worse than in the last run of the history, by more than noise.
     *
     * @param history the history
     * @return one line for each
     */
    public List<String> worse(History history) {
        return measurements.stream()
                .flatMap(measurement -> history.worse(measurement).stream())
                .toList();
    }
}
