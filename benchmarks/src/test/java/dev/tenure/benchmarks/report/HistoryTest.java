package dev.tenure.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.benchmarks.measure.Goal;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    Path folder;

    @Test
    void whatIsAppended_isReadAgain_theOldestFirst() throws IOException {
        Path file = folder.resolve("history.csv");
        History.read(file).append(file, "one, first", report(of(2, 1.9, 2.1, Goal.atLeast(1))));
        History.read(file).append(file, "two", report(of(3, 2.9, 3.1, Goal.atLeast(1))));

        assertThat(History.read(file).of("a/b"))
                .containsExactly(
                        new History.Entry("one  first", "a/b", 2, 1.9, 2.1),
                        new History.Entry("two", "a/b", 3, 2.9, 3.1));
    }

    @Test
    void whatIsWorseByMoreThanNoise_isNamed() throws IOException {
        Path file = folder.resolve("history.csv");
        History.read(file).append(file, "before", report(of(2, 1.9, 2.1, Goal.atLeast(1))));
        History history = History.read(file);

        assertThat(history.worse(of(1.5, 1.4, 1.6, Goal.atLeast(1))))
                .hasValueSatisfying(line -> assertThat(line).contains("a/b", "1.500", "2.000", "before"));
        assertThat(history.worse(of(1.9, 1.8, 2.0, Goal.atLeast(1)))).isEmpty();
        assertThat(history.worse(of(1.5, 1.0, 2.0, Goal.atLeast(1)))).isEmpty();
        assertThat(history.worse(of(1.5, 1.4, 1.6, Goal.atMost(9)))).isEmpty();
        assertThat(history.worse(of(3.0, 2.9, 3.1, Goal.atMost(9)))).isPresent();
    }

    @Test
    void bothReports_haveTheRatioAndWhatIsWorse() throws IOException {
        Path file = folder.resolve("history.csv");
        History.read(file).append(file, "before", report(of(2, 1.9, 2.1, Goal.atLeast(1))));
        Report report = report(of(0.5, 0.4, 0.6, Goal.atLeast(1)));

        JsonReport.write(report, folder.resolve("report.json"));
        PageReport.write(report, History.read(file), folder.resolve("report.html"));

        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"name\": \"a/b\"", "\"ratio\": 0.5", "\"met\": false");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<svg", "WORSE a/b", "missed", "a note with &lt;angles&gt;");
    }

    private static Measurement of(double ratio, double low, double high, Goal goal) {
        return new Measurement("a/b", "workers/s", new Ratio(ratio, 1, ratio, low, high), goal);
    }

    private static Report report(Measurement measurement) {
        return new Report(
                Instant.EPOCH,
                new Machine("a cpu", 2, "a machine", "a system"),
                false,
                Duration.ofSeconds(1),
                List.of(measurement),
                List.of("a note with <angles>"));
    }
}
