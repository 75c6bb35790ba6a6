package dev.tenure.lifecycle.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every switch by itself, in both presets: what the same story comes to under each of its values. */
final class SwitchVectorsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "vectors", "switches");

    private static final Set<String> PRESETS = Set.of("OKTA_PARITY", "RECOMMENDED");

    /** Needs a target with places, which a story has not; {@code PlacementTest} turns it in both presets. */
    private static final String TOLD_ELSEWHERE = "moveOnGroupChange";

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        return read().stream().flatMap(story -> story.cases().stream()).map(told -> {
            Scenario scenario = told.scenario();
            return DynamicTest.dynamicTest(
                    scenario.id(),
                    () -> assertThat(new ScenarioPlay(scenario, new InMemoryStore(), 2).play())
                            .as(scenario.why())
                            .isEmpty());
        });
    }

    @Test
    void everySwitch_hasAStory() throws IOException {
        assertThat(read().stream().map(SwitchStory::name))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(LifecyclePolicy.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals(TOLD_ELSEWHERE))
                        .toList());
    }

    /** A story in which a switch makes no difference would pass with a switch that nobody reads. */
    @TestFactory
    Stream<DynamicTest> inEachPreset_theValuesDiffer_andThePresetsOwnIsAmongThem() throws IOException {
        return read().stream()
                .flatMap(story -> PRESETS.stream()
                        .sorted()
                        .map(preset ->
                                DynamicTest.dynamicTest(story.name() + " in " + preset, () -> differs(story, preset))));
    }

    private static void differs(SwitchStory story, String preset) {
        List<SwitchStory.Case> cases = story.cases().stream()
                .filter(told -> told.preset().equals(preset))
                .toList();
        assertThat(cases.stream().map(SwitchStory.Case::expectations).distinct())
                .as("different outcomes")
                .hasSizeGreaterThan(1);
        LifecyclePolicy own = PolicyReader.read(Node.of(Map.of("preset", preset)));
        assertThat(cases.stream().map(told -> value(told.scenario().policy(), story.name())))
                .as("values of the switch")
                .doesNotHaveDuplicates()
                .contains(value(own, story.name()));
    }

    private static Object value(LifecyclePolicy policy, String name) {
        RecordComponent part = Arrays.stream(LifecyclePolicy.class.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return Objects.requireNonNull(part.getAccessor().invoke(policy));
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(part + " cannot be read", impossible);
        }
    }

    private static List<SwitchStory> read() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(SwitchStory::read).toList();
        }
    }
}
