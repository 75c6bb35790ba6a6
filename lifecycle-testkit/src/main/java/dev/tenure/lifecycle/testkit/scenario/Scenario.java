package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.util.List;

/**
 * A whole story: how the engine is set up, what the target holds before, and what happens step by step.
 *
 * @param id names the story
 * @param why what it is about
 * @param policy the rules as they are switched
 * @param mapping HR to target
 * @param target what the target holds before the first step
 * @param steps what happens
 */
record Scenario(
        String id,
        String why,
        LifecyclePolicy policy,
        AttributeMapping mapping,
        TargetChange target,
        List<Step> steps) {

    Scenario {
        steps = List.copyOf(steps);
    }
}
