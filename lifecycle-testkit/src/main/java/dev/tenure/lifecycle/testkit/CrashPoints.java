package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.target.IdentityTarget;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;

/**
 * Kills a run between any two of its steps and holds that it ends, once it is started again, where an undisturbed one ends
 * (rule S4). A step is a write to a target, a write-back to HR, or a save of the store; the run dies just before or just
 * after it. Then the same systems and the same store get a new engine, which is asked for the same thing again; a story may
 * let the world change before that.
 *
 * <p>A process that dies loses its lease only when that runs out. So that stories need not wait for it, the lease is given
 * back here.
 */
public final class CrashPoints {

    private CrashPoints() {}

    /** One telling of a story, over systems and a store of its own. Every telling must go the same way. */
    public interface Story {

        /**
         * Gives the systems and the store.
         *
         * @return the same ones each time
         */
        Systems systems();

        /**
         * Starts an engine.
         *
         * @param systems what to use: those of the story, or ones that stand before them, in the same order
         * @return the engine
         */
        LifecycleEngine engine(Systems systems);

        /**
         * Says what happens.
         *
         * @return what happens, in order
         */
        List<Step> steps();

        /**
         * Lets the world change after a process has died and before the next one starts. Nothing happens meanwhile, unless a
         * story says so; what it lets happen must happen in the undisturbed telling, too.
         */
        default void meanwhile() {}

        /**
         * Says what matters in the end: accounts, groups, links, what is pending or failed, but no run's name or time.
         *
         * @return a value whose {@code equals} compares and whose {@code toString} shows it
         */
        Object endState();
    }

    /**
     * What an engine works on. Whatever is in it may be the last thing that a run does.
     *
     * @param sources the HR systems
     * @param targets the targets
     * @param store the store
     */
    public record Systems(List<HrSource> sources, List<IdentityTarget> targets, LifecycleStore store) {

        /** Copies the lists. */
        public Systems {
            sources = List.copyOf(sources);
            targets = List.copyOf(targets);
        }

        /**
         * Takes one of each.
         *
         * @param source the HR system
         * @param target the target
         * @param store the store
         * @return the systems
         */
        public static Systems of(HrSource source, IdentityTarget target, LifecycleStore store) {
            return new Systems(List.of(source), List.of(target), store);
        }

        private Systems before(CrashSwitch crash) {
            return new Systems(
                    sources.stream()
                            .map(source -> CrashProxy.of(HrSource.class, source, crash))
                            .toList(),
                    targets.stream()
                            .map(target -> CrashProxy.of(IdentityTarget.class, target, crash))
                            .toList(),
                    CrashProxy.of(LifecycleStore.class, store, crash));
        }
    }

    /**
     * One step of a story.
     *
     * @param name names it in messages
     * @param before lets the world change; not repeated after a crash
     * @param ask asks the engine for something; asked again after a crash
     */
    public record Step(String name, Runnable before, Function<LifecycleEngine, ImportRun> ask) {}

    /**
     * Tells a story once undisturbed, and then once for each point at which it can die; on as many threads as there are
     * processors, since the tellings have nothing in common.
     *
     * @param stories gives a new telling of the same story each time; asked by several threads, each of which is done with one
     *     telling before it asks for the next
     * @return at how many points it died
     * @throws AssertionError if it ended somewhere else, with the point and both ends
     */
    public static int check(Supplier<? extends Story> stories) {
        Story undisturbed = stories.get();
        CrashSwitch counter = CrashSwitch.never();
        tell(undisturbed, counter);
        Object expected = undisturbed.endState();
        int points = counter.passed();
        Optional<AssertionError> problem = IntStream.rangeClosed(1, points)
                .parallel()
                .mapToObj(point -> problemAt(point, points, stories.get(), expected))
                .flatMap(Optional::stream)
                .findFirst();
        if (problem.isPresent()) {
            throw problem.get();
        }
        return points;
    }

    /** What is thrown on another thread would come without its message: so it is given instead. */
    private static Optional<AssertionError> problemAt(int point, int points, Story story, Object expected) {
        CrashSwitch crash = CrashSwitch.at(point);
        try {
            String died = tell(story, crash);
            Assertions.assertEquals(
                    expected,
                    story.endState(),
                    () -> "Killed at point " + point + " of " + points + " (" + died
                            + ") and started again, the story ends somewhere else");
            return Optional.empty();
        } catch (AssertionError problem) {
            return Optional.of(problem);
        }
    }

    private static String tell(Story story, CrashSwitch crash) {
        LifecycleEngine engine = story.engine(story.systems().before(crash));
        String died = "never";
        for (Step step : story.steps()) {
            step.before().run();
            try {
                finish(step, engine);
            } catch (SimulatedCrash killed) {
                died = step.name() + ", " + crash.where();
                story.meanwhile();
                engine = story.engine(story.systems());
                askAgain(step, engine);
            }
        }
        return died;
    }

    /** A decision that the killed run had carried out already may be refused; the next import does what is left of it. */
    private static void askAgain(Step step, LifecycleEngine engine) {
        try {
            finish(step, engine);
        } catch (IllegalArgumentException carriedOut) {
            finish(new Step(step.name(), step.before(), any -> any.run(ImportKind.INCREMENTAL)), engine);
        }
    }

    private static void finish(Step step, LifecycleEngine engine) {
        ImportRun run = step.ask().apply(engine);
        run.failure().ifPresent(why -> Assertions.fail(step.name() + " could not be finished: " + why));
    }
}
