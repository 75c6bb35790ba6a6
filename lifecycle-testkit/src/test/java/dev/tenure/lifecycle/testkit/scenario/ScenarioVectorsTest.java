package dev.tenure.lifecycle.testkit.scenario;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The stories of the rule book; or, with {@code -Dlifecycle.vectors=DIR}, those in {@code DIR/scenarios}. */
final class ScenarioVectorsTest {

    /** Skipped by name until the engine knows what they tell of. */
    private static final String[] STILL_TO_COME = {};

    @TestFactory
    Stream<DynamicTest> scenarios() {
        Path vectors = Optional.ofNullable(System.getProperty("lifecycle.vectors"))
                .map(Path::of)
                .orElse(Path.of("src", "test", "resources", "vectors"));
        return ScenarioRunner.inMemory().skipping(STILL_TO_COME).tests(vectors.resolve("scenarios"));
    }
}
