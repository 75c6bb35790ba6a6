package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.RecordedCall;
import dev.tenure.lifecycle.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The systems of one story and the clock they share. */
final class ScenarioWorld {

    static final String SOURCE = "hr";
    static final String TARGET = "target";

    private final Scenario scenario;
    private final SettableClock clock = SettableClock.at(Instant.EPOCH);
    private final InMemoryHrSource hr;
    private final InMemoryTarget target;

    ScenarioWorld(Scenario scenario, int pageSize) {
        this.scenario = scenario;
        this.hr = InMemoryHrSource.builder(SOURCE, clock).pageSize(pageSize).build();
        this.target = InMemoryTarget.builder(TARGET).pageSize(pageSize).build();
        scenario.target().applyTo(target);
    }

    InMemoryHrSource hr() {
        return hr;
    }

    InMemoryTarget target() {
        return target;
    }

    SettableClock clock() {
        return clock;
    }

    /** Makes an engine over these systems, or over something that stands before them. */
    LifecycleEngine engine(HrSource source, IdentityTarget identities, LifecycleStore store) {
        return LifecycleEngine.builder()
                .source(source)
                .target(identities)
                .mapping(scenario.mapping())
                .policy(scenario.policy())
                .store(store)
                .clock(clock)
                .build();
    }

    /** Lets happen what a step says before it asks the engine. Faults of the step before are over. */
    void prepare(Step step) {
        clock.set(step.at());
        hr.clearFaults();
        target.clearFaults();
        hr.forgetCalls();
        target.forgetCalls();
        step.hr().applyTo(hr);
        step.target().applyTo(target);
        for (Fault fault : step.faults()) {
            if (fault.op() == ChangeKind.WRITE_BACK) {
                hr.inject(fault);
            } else {
                target.inject(fault);
            }
        }
    }

    List<RecordedCall> calls() {
        return Stream.concat(target.calls().stream(), hr.calls().stream()).toList();
    }
}
