package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What a chapter is told with: the world, and a report of what is done in it. For one thread. */
final class Scene {

    /** What is left of 100 columns inside the indents. */
    private static final int WIDTH = 94;

    private final World world;
    private final Chronicle chronicle;
    private final Screen screen;
    private final LongSupplier nanos;
    private boolean tableBegun;
    private int missed;

    /** Takes a clock of nanoseconds too: how long a run takes on this machine is not by simulated time. */
    Scene(World world, Chronicle chronicle, Screen screen, LongSupplier nanos) {
        this.world = world;
        this.chronicle = chronicle;
        this.screen = screen;
        this.nanos = nanos;
    }

    WorkdaySimulator workday() {
        return world.workday();
    }

    OktaSimulator okta() {
        return world.okta();
    }

    World world() {
        return world;
    }

    void begin(int number, Chapter chapter) {
        screen.heading(number + "  " + chapter.title());
        tableBegun = false;
        chronicle.forget();
    }

    /** Lets the story go on at a later moment. */
    void at(Instant moment) {
        world.time().moveTo(moment);
        says("It is " + Moments.utc(world.time().instant()) + ".");
    }

    void says(String text) {
        screen.line(text);
        tableBegun = false;
    }

    /** Counts what was written to Okta so far. */
    int writes() {
        return okta().writes().size();
    }

    /** Runs the engine and reports what that did and cost. */
    ImportRun run(String name, Function<LifecycleEngine, ImportRun> call) {
        chronicle.forget();
        int workdayBefore = world.workdayCalls();
        int oktaBefore = okta().callCount();
        long refusedBefore = okta().rateLimited();
        Duration waitedBefore = world.time().waited();
        long began = nanos.getAsLong();
        ImportRun run = call.apply(world.engine());
        Duration elapsed = Duration.ofNanos(nanos.getAsLong() - began);
        report(new Measured(
                name,
                run,
                world.workdayCalls() - workdayBefore,
                okta().callCount() - oktaBefore,
                elapsed,
                world.time().waited().minus(waitedBefore),
                okta().rateLimited() - refusedBefore));
        expect("the run is finished", true, run.succeeded());
        return run;
    }

    private void report(Measured measured) {
        if (!tableBegun) {
            screen.line("");
            screen.line(screen.bold(Table.head()));
            tableBegun = true;
        }
        screen.line(Table.line(measured));
        Table.notes(measured).forEach(note -> screen.line("  " + note));
    }

    /** Says so if something is not as it should be; the story then does not end well. */
    void expect(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            missed++;
            screen.line("✗ " + what + ": expected " + expected + ", and it is " + actual);
        }
    }

    /** As {@link #expect}, and says so as well if it is as it should be. */
    void shows(String what, Object expected, Object actual) {
        if (Objects.equals(expected, actual)) {
            screen.line("✓ " + what);
        }
        expect(what, expected, actual);
    }

    /** Says why what was done since the last run began was done to a person. */
    void why(Person person) {
        screen.line("");
        screen.line("Why: " + Why.name(person));
        tableBegun = false;
        WorkerState state = world.store().load(List.of(person.ref())).get(person.ref());
        if (state == null) {
            expect("the engine knows worker " + person.ref(), true, false);
            return;
        }
        Why.lines(person, chronicle.of(person.ref()), state).stream()
                .flatMap(line -> Wrapped.lines(line, WIDTH, Why.HANGING).stream())
                .forEach(line -> screen.line("  " + line));
    }

    int missed() {
        return missed;
    }
}
