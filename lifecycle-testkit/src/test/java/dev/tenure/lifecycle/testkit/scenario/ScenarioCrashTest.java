package dev.tenure.lifecycle.testkit.scenario;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** S4: every story of the rule book, killed between any two steps, ends where it ends undisturbed. */
final class ScenarioCrashTest {

    /** Skipped by name until the engine survives them. */
    @TestFactory
    Stream<DynamicTest> s4_killedAnywhere_endsInTheSameState() {
        return ScenarioRunner.inMemory().crashTests(Path.of("src", "test", "resources", "vectors", "scenarios"));
    }
}
