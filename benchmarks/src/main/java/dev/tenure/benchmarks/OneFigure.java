package dev.tenure.benchmarks;

import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Measures one figure: what {@link Benchmarks} starts for each. */
public final class OneFigure {

    static final String NOTE = "# ";

    private OneFigure() {}

    /**
     * Measures one figure.
     *
     * @param arguments its name, {@code quick} or {@code full}, and the file for what is found
     * @throws Exception if it cannot be measured
     */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[2]);
        Effort effort = arguments[1].equals("quick") ? Effort.brief() : Effort.full();
        Figures.named(arguments[0]).measure(effort, new Results() {
            @Override
            public void add(Measurement measurement) {
                write(file, measurement.toText());
                System.out.println(measurement.line());
            }

            @Override
            public void note(String text) {
                write(file, NOTE + text);
                System.out.println(NOTE + text);
            }
        });
        // The clients and servers of some figures leave threads behind that would keep the process alive.
        System.exit(0);
    }

    private static void write(Path file, String line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
