package dev.tenure.lifecycle.internal.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.worker.Employment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Decides every case of the folder {@code vectors/lifecycle}, or of the sub-folder {@code lifecycle} of the folder that
 * the system property {@code lifecycle.vectors} names.
 */
class LifecycleVectorsTest {

    @TestFactory
    Stream<DynamicNode> vectors() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder())) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<DynamicNode> tests = files.stream()
                .flatMap(file -> LifecycleVector.read(file).stream())
                .<DynamicNode>map(vector -> DynamicTest.dynamicTest(vector.id(), () -> check(vector)))
                .toList();
        assertThat(tests).as("cases in %s", folder()).isNotEmpty();
        return tests.stream();
    }

    private static Path folder() {
        return Optional.ofNullable(System.getProperty("lifecycle.vectors"))
                .map(parent -> Path.of(parent, "lifecycle"))
                .orElse(Path.of("src/test/resources/vectors/lifecycle"));
    }

    private static void check(LifecycleVector vector) {
        Employment worker = vector.worker();
        Instant now = vector.now();
        Decision decision = new Decider(vector.policy()).decide(worker, Optional.empty(), now);
        Map<String, Object> actual = LifecycleVector.describe(decision);
        assertThat(actual).as("%s: %s", vector.id(), vector.note()).isEqualTo(vector.expected());
    }
}
