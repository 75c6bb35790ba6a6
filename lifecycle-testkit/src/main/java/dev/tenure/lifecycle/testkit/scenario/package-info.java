/**
 * Stories told as data: whole runs of the engine over in-memory systems, read from JSON, played step by step and compared
 * with what is expected after each. Start at {@link dev.tenure.lifecycle.testkit.scenario.ScenarioRunner}.
 */
@NullMarked
package dev.tenure.lifecycle.testkit.scenario;

import org.jspecify.annotations.NullMarked;
