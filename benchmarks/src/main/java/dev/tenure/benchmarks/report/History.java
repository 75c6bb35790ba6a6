package dev.tenure.benchmarks.report;

import dev.tenure.benchmarks.measure.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ratios of earlier runs, as a file that grows at its end. Absolute figures are left out of it: they say more of the
 * machine than of the code.
 */
public final class History {

    private static final String HEADER = "at,label,cores,quick,name,ratio,low,high";

    /** Two runs of the same code differ by this much on a machine that others use too. */
    private static final double NOISE = 1.15;

    private final List<Entry> entries;

    private History(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * A ratio of an earlier run.
     *
     * @param label what that run was called
     * @param name the name of the measurement
     * @param ratio the ratio
     * @param low the lower quartile of its rounds
     * @param high the upper quartile of its rounds
     */
    public record Entry(String label, String name, double ratio, double low, double high) {}

    /**
     * Reads a history.
     *
     * @param file the file; without it the history is empty
     * @return the history
     * @throws IOException if it cannot be read
     */
    public static History read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(",", -1);
                if (!line.equals(HEADER)) {
                    entries.add(new Entry(
                            parts[1],
                            parts[4],
                            Double.parseDouble(parts[5]),
                            Double.parseDouble(parts[6]),
                            Double.parseDouble(parts[7])));
                }
            }
        }
        return new History(entries);
    }

    /**
     * Gives the earlier ratios of a measurement.
     *
     * @param name its name
     * @return the oldest first
     */
    public List<Entry> of(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).toList();
    }

    /**
     * Compares a measurement with the last entry. It counts as worse when it is so by more than two runs of the same code
     * differ, and the middle halves of the rounds of both do not touch.
     *
     * @param now the measurement
     * @return what is worse, empty if nothing is
     */
    public Optional<String> worse(Measurement now) {
        List<Entry> earlier = of(now.name());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Entry before = earlier.get(earlier.size() - 1);
        double by = now.goal().worseBy(now.result().ratio(), before.ratio());
        boolean apart = now.result().low() > before.high() || now.result().high() < before.low();
        return by > NOISE && apart
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "WORSE %s: %.3f, and %.3f in '%s'",
                        now.name(),
                        now.result().ratio(),
                        before.ratio(),
                        before.label()))
                : Optional.empty();
    }

    /**
     * Adds a run.
     *
     * @param file the file
     * @param label what to call the run, without a comma
     * @param report the run
     * @throws IOException if it cannot be written
     */
    public void append(Path file, String label, Report report) throws IOException {
        StringBuilder lines = new StringBuilder();
        if (!Files.exists(file)) {
            lines.append(HEADER).append('\n');
        }
        for (Measurement each : report.measurements()) {
            lines.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%b,%s,%.4f,%.4f,%.4f%n",
                    report.at(),
                    label.replace(',', ' '),
                    report.machine().cores(),
                    report.quick(),
                    each.name(),
                    each.result().ratio(),
                    each.result().low(),
                    each.result().high()));
        }
        Files.writeString(file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
