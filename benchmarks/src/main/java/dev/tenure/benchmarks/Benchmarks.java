package dev.tenure.benchmarks;

import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.report.History;
import dev.tenure.benchmarks.report.JsonReport;
import dev.tenure.benchmarks.report.Machine;
import dev.tenure.benchmarks.report.PageReport;
import dev.tenure.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures all figures, each in a process of its own and one after the other, prints a line for each ratio, and writes
 * {@code target/benchmarks/report.json} and {@code report.html}. See docs/performance.md.
 */
public final class Benchmarks {

    private static final Path FOLDER = Path.of("target", "benchmarks");
    private static final Path HISTORY = Path.of("history.csv");

    /** For all figures together; a build before it fits into the rest of the 15 minutes that are promised. */
    private static final Duration LONGEST = Duration.ofMinutes(13);

    /** With a million workers, who are no part of that promise. */
    private static final Duration LONGEST_WITH_A_MILLION = Duration.ofHours(1);

    private final boolean quick = Boolean.getBoolean("bench.quick");
    private final List<String> only = Arrays.stream(
                    System.getProperty("bench.only", "").split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    private final String label = System.getProperty("bench.record", "");
    private final Duration longest = Boolean.getBoolean("bench.million") ? LONGEST_WITH_A_MILLION : LONGEST;
    private final long began = System.nanoTime();

    private Benchmarks() {}

    /**
     * Measures all figures, in the folder of this module.
     *
     * @param arguments none; {@code -Dbench.quick=true} measures for two minutes only, {@code -Dbench.only=a,b} some
     *     figures, {@code -Dbench.record=LABEL} adds the ratios to {@code history.csv}, {@code -Dbench.million=true}
     *     measures an import of a million workers too
     * @throws Exception if something cannot be measured or written
     */
    public static void main(String[] arguments) throws Exception {
        new Benchmarks().run();
    }

    private void run() throws Exception {
        List<Figure> chosen = Figures.chosen(only);
        Files.createDirectories(FOLDER);
        Clock clock = Clock.systemUTC();
        History history = History.read(HISTORY);
        List<Measurement> measurements = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        System.out.println("name, ours, other, ratio");
        for (Figure figure : chosen) {
            for (String line : measure(figure)) {
                if (line.startsWith(OneFigure.NOTE)) {
                    notes.add(figure.name() + ": " + line.substring(OneFigure.NOTE.length()));
                } else {
                    measurements.add(Measurement.parse(line));
                }
            }
        }
        Report report = new Report(
                clock.instant().truncatedTo(ChronoUnit.SECONDS), Machine.here(), quick, took(), measurements, notes);
        report.worse(history).forEach(System.out::println);
        JsonReport.write(report, FOLDER.resolve("report.json"));
        PageReport.write(report, history, FOLDER.resolve("report.html"));
        System.out.println("Report: " + FOLDER.resolve("report.html").toAbsolutePath());
        if (!label.isEmpty()) {
            history.append(HISTORY, label, report);
        }
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Gives what the figure wrote, and what it has so far if the time for all of them is over. */
    private List<String> measure(Figure figure) throws IOException, InterruptedException {
        Path found = FOLDER.resolve(figure.name() + ".txt");
        Files.deleteIfExists(found);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(figure.options());
        command.add("-Dtenure.reference=" + System.getProperty("tenure.reference", ""));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path", "")));
        command.addAll(List.of(OneFigure.class.getName(), figure.name(), quick ? "quick" : "full", found.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(longest.minus(took()).toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            String cut = OneFigure.NOTE + "not measured to its end: the " + longest.toMinutes() + " minutes are over";
            System.out.println(cut + ", in " + figure.name());
            List<String> lines = Files.exists(found) ? new ArrayList<>(Files.readAllLines(found)) : new ArrayList<>();
            lines.add(cut);
            return lines;
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(figure.name() + " ended with " + process.exitValue() + "; see above");
        }
        return Files.readAllLines(found);
    }
}
