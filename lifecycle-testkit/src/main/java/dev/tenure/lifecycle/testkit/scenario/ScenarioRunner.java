package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.testkit.CrashPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Plays scenarios: whole stories as JSON, one a file, over in-memory systems. A host writes its own beside those of the
 * project and runs them as tests:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> ourStories() {
 *     return ScenarioRunner.inMemory().tests(Path.of("src/test/resources/stories"));
 * }
 * }</pre>
 *
 * A file is read strictly: a key, switch, operation or status that is not known fails it. Immutable.
 */
public final class ScenarioRunner {

    private static final String SUFFIX = ".json";

    /** Small, so that stories of three people have more than one page. */
    private static final int PAGE_SIZE = 2;

    private final Supplier<? extends LifecycleStore> stores;
    private final List<String> stillToCome;

    private ScenarioRunner(Supplier<? extends LifecycleStore> stores, List<String> stillToCome) {
        this.stores = stores;
        this.stillToCome = List.copyOf(stillToCome);
    }

    /**
     * Plays each scenario over an in-memory store of its own.
     *
     * @return the runner
     */
    public static ScenarioRunner inMemory() {
        return new ScenarioRunner(InMemoryStore::new, List.of());
    }

    /**
     * Plays over another store.
     *
     * @param emptyStores gives an empty store for each scenario
     * @return the changed runner
     */
    public ScenarioRunner withStores(Supplier<? extends LifecycleStore> emptyStores) {
        return new ScenarioRunner(emptyStores, stillToCome);
    }

    /**
     * Skips some scenarios, each by a test of its own that says so.
     *
     * @param ids the ids of scenarios that cannot pass yet
     * @return the changed runner
     */
    public ScenarioRunner skipping(String... ids) {
        return new ScenarioRunner(stores, List.of(ids));
    }

    /**
     * Makes a test of each scenario in a folder, named by its id.
     *
     * @param folder has the scenarios, as files that end in {@code .json}
     * @return the tests, in the order of the files' names
     * @throws AssertionError if the folder has none
     */
    public Stream<DynamicTest> tests(Path folder) {
        return files(folder).stream().map(file -> test(file, this::play));
    }

    /**
     * Makes a test of each scenario in a folder that kills the process between any two steps of any run and holds that the
     * story ends as it does undisturbed (rule S4). What the scenario expects on the way is not looked at.
     *
     * @param folder has the scenarios, as files that end in {@code .json}
     * @return the tests, in the order of the files' names
     * @throws AssertionError if the folder has none
     * @see CrashPoints
     */
    public Stream<DynamicTest> crashTests(Path folder) {
        return files(folder).stream().map(file -> test(file, this::crash));
    }

    /**
     * Plays one scenario.
     *
     * @param file has the scenario
     * @throws AssertionError if the file cannot be read as a scenario, with the place in it; or if something goes otherwise
     *     than the scenario says, with the step, what and how
     */
    public void play(Path file) {
        play(read(file));
    }

    private static Scenario read(Path file) {
        try {
            return ScenarioReader.read(text(file));
        } catch (RuntimeException unreadable) {
            throw new AssertionError(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private DynamicTest test(Path file, Consumer<Scenario> how) {
        Scenario scenario;
        try {
            scenario = read(file);
        } catch (AssertionError unreadable) {
            return DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(), () -> {
                throw unreadable;
            });
        }
        return DynamicTest.dynamicTest(scenario.id(), file.toUri(), () -> {
            Assumptions.assumeFalse(stillToCome.contains(scenario.id()), "still to come");
            how.accept(scenario);
        });
    }

    private void play(Scenario scenario) {
        List<String> problems = new ScenarioPlay(scenario, stores.get(), PAGE_SIZE).play();
        if (!problems.isEmpty()) {
            Assertions.fail(scenario.id() + " (" + scenario.why() + ")\n" + String.join("\n", problems));
        }
    }

    private void crash(Scenario scenario) {
        CrashPoints.check(() -> new ScenarioStory(scenario, PAGE_SIZE, stores.get()));
    }

    private static List<Path> files(Path folder) {
        List<Path> files = list(folder);
        if (files.isEmpty()) {
            Assertions.fail("There is no scenario in " + folder);
        }
        return files;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The scenarios in " + folder + " cannot be listed", unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read as UTF-8", unreadable);
        }
    }
}
