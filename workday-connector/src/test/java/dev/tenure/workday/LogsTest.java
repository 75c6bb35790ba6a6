package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing secret or personal is in the logs at any level. A program of its own makes full runs, good ones and bad ones, with
 * every log switched on, and what it writes is searched for what was planted.
 */
@Timeout(120)
final class LogsTest {

    @TempDir
    private Path folder;

    @Test
    void s7_noLogHoldsWhatWasPlanted() throws Exception {
        File log = folder.resolve("log.txt").toFile();
        Process program = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertThat(program.waitFor(100, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(log.toPath(), StandardCharsets.UTF_8);

        assertThat(program.exitValue()).as(text).isZero();
        assertThat(text).contains(LoggedRun.LAST_WORDS, "get workers", "FINE");
        for (String planted : LoggedRun.PLANTED) {
            assertThat(text).doesNotContain(planted);
        }
    }

    private static List<String> command() throws IOException, URISyntaxException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-cp",
                classPath(),
                LoggedRun.class.getName()));
        return command;
    }

    /** The tests may run from a class path or from a module path into which they are patched. */
    private static String classPath() throws URISyntaxException {
        Set<String> entries = new LinkedHashSet<>();
        for (Class<?> type : List.of(LoggedRun.class, WorkdaySource.class)) {
            entries.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        if (Files.isDirectory(tests)) {
            entries.add(tests.toString());
        }
        for (String path : List.of("java.class.path", "jdk.module.path")) {
            String value = System.getProperty(path, "");
            if (!value.isEmpty()) {
                entries.add(value);
            }
        }
        return String.join(File.pathSeparator, entries);
    }
}
