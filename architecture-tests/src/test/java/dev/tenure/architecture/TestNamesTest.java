package dev.tenure.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build runs the classes whose names end as those of tests do; a test by another name would never fail. */
class TestNamesTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern HAS_TESTS =
            Pattern.compile("(?m)^ +@(Test|Property|TestFactory|ParameterizedTest)\\b");
    private static final Pattern TO_BE_EXTENDED = Pattern.compile("(?m)^(public )?abstract class ");

    @Test
    void whatHasTests_isRunByTheBuild() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(PROJECT, PROJECT.resolve("examples"))) {
            for (Path module : list(folder)) {
                files.addAll(sources(module.resolve(Path.of("src", "test", "java"))));
            }
        }
        assertThat(files).hasSizeGreaterThan(250);
        assertThat(files.stream()
                        .filter(file -> !file.toString().endsWith("Test.java"))
                        .filter(TestNamesTest::isTest))
                .as("Tests that no build runs; let their names end in 'Test'")
                .isEmpty();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.toList();
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> there = Files.walk(folder)) {
            return there.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static boolean isTest(Path file) {
        try {
            String source = Files.readString(file);
            return HAS_TESTS.matcher(source).find()
                    && !TO_BE_EXTENDED.matcher(source).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
