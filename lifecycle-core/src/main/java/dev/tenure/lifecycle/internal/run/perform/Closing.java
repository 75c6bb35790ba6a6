package dev.tenure.lifecycle.internal.run.perform;

import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;

/**
 * A closing that is still to be made or held.
 *
 * @param plan whose
 * @param target at which target
 * @param step what
 */
public record Closing(SubjectPlan plan, String target, Step step) {}
