package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.store.LifecycleStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays a story and compares each step. What follows a step that went wrong is played too, but says less. */
final class ScenarioPlay {

    private final Scenario scenario;
    private final LifecycleStore store;
    private final int pageSize;

    ScenarioPlay(Scenario scenario, LifecycleStore store, int pageSize) {
        this.scenario = scenario;
        this.store = store;
        this.pageSize = pageSize;
    }

    /** Gives what went otherwise than expected, in words; nothing if all is well. */
    List<String> play() {
        ScenarioWorld world = new ScenarioWorld(scenario, pageSize);
        LifecycleEngine engine = world.engine(world.hr(), world.target(), store);
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < scenario.steps().size(); i++) {
            Step step = scenario.steps().get(i);
            String place = "step " + (i + 1) + " of " + scenario.steps().size() + ", at " + step.at() + ", "
                    + step.action().text() + ":";
            List<String> found = play(step, place, world, engine);
            if (!found.isEmpty()) {
                problems.add(place);
                found.forEach(problem -> problems.add(problem.indent(2).stripTrailing()));
            }
        }
        return problems;
    }

    /** What the host may not ask for, such as a link to the user of another worker, is right where nothing is to happen. */
    private static Optional<ImportRun> act(Step step, LifecycleEngine engine) {
        try {
            return Optional.of(step.action().run().apply(engine));
        } catch (IllegalStateException | IllegalArgumentException refused) {
            if (step.action().mayBeRefused()
                    && step.expectation().calls().filter(List::isEmpty).isPresent()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** A step that changes a user who is not there, or one that the engine refuses, is named in what is thrown. */
    private static List<String> play(Step step, String place, ScenarioWorld world, LifecycleEngine engine) {
        try {
            world.prepare(step);
            return new ExpectationCheck(world, engine, act(step, engine)).check(step.expectation());
        } catch (RuntimeException problem) {
            throw new IllegalStateException(place + " " + problem.getMessage(), problem);
        }
    }
}
