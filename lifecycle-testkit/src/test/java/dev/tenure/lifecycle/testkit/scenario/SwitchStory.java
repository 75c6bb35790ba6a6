package dev.tenure.lifecycle.testkit.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One story told under several values of one switch, from {@code vectors/switches}: the world and the steps of a scenario
 * once, and for each value under each preset what the steps are expected to do. Other switches that the story needs stand
 * under {@code with}.
 *
 * @param name the switch
 * @param cases the story under each value and preset, as a scenario of its own
 */
record SwitchStory(String name, List<Case> cases) {

    /**
     * @param preset the preset that the switch is flipped in
     * @param value the value of the switch, as in JSON
     * @param expectations what each step is expected to do, as in JSON
     * @param scenario the whole story
     */
    record Case(String preset, @Nullable Object value, Object expectations, Scenario scenario) {}

    static SwitchStory read(Path file) {
        try {
            return of(map(Json.parse(Files.readString(file))));
        } catch (IOException | RuntimeException unreadable) {
            throw new AssertionError(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static SwitchStory of(Map<String, @Nullable Object> story) {
        Node.of(story).knowing("switch", "why", "with", "mapping", "target", "steps", "cases");
        String name = text(story.get("switch"));
        List<Case> cases = new ArrayList<>();
        for (Object one : list(story.get("cases"))) {
            Map<String, @Nullable Object> given = map(one);
            Node.of(given).knowing("presets", "value", "expect");
            for (Object preset : list(given.get("presets"))) {
                cases.add(told(story, name, text(preset), given.get("value"), list(given.get("expect"))));
            }
        }
        return new SwitchStory(name, cases);
    }

    private static Case told(
            Map<String, @Nullable Object> story, String name, String preset, @Nullable Object value, List<?> expected) {
        Map<String, @Nullable Object> policy = new LinkedHashMap<>();
        policy.put("preset", preset);
        policy.putAll(map(story.getOrDefault("with", Map.of())));
        policy.put(name, value);
        Map<String, @Nullable Object> scenario = new LinkedHashMap<>(story);
        scenario.keySet().removeAll(List.of("switch", "with", "cases"));
        scenario.put("id", name + " " + value + " in " + preset);
        scenario.put("policy", policy);
        scenario.put("steps", steps(list(story.get("steps")), expected));
        return new Case(preset, value, expected, ScenarioReader.read(Node.of(scenario)));
    }

    private static List<?> steps(List<?> steps, List<?> expected) {
        if (steps.size() != expected.size()) {
            throw new IllegalArgumentException(steps.size() + " steps and " + expected.size() + " expectations");
        }
        List<Object> told = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Map<String, @Nullable Object> step = new LinkedHashMap<>(map(steps.get(i)));
            step.put("expect", expected.get(i));
            told.add(step);
        }
        return told;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object object) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(object);
    }

    private static String text(@Nullable Object text) {
        return (String) Objects.requireNonNull(text);
    }

    private static List<?> list(@Nullable Object array) {
        return (List<?>) Objects.requireNonNull(array);
    }
}
