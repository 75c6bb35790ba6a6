package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.testkit.Fault;
import java.time.Instant;
import java.util.List;

/**
 * One step of a story.
 *
 * @param at where the clock stands
 * @param hr what changes in HR before
 * @param target what changes at the target behind the engine's back before
 * @param faults what fails during the step
 * @param action what the host asks the engine for
 * @param expectation what is to have come of it
 */
record Step(Instant at, HrChange hr, TargetChange target, List<Fault> faults, Action action, Expectation expectation) {

    Step {
        faults = List.copyOf(faults);
    }
}
