package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import java.util.function.Function;

/**
 * What the host asks the engine for.
 *
 * @param text how the scenario says it
 * @param mayBeRefused whether the engine may refuse it by an exception: what a person asks for, such as a link to the user of
 *     another worker
 * @param run asks for it
 */
record Action(String text, boolean mayBeRefused, Function<LifecycleEngine, ImportRun> run) {}
