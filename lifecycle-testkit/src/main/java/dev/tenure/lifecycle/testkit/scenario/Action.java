package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import java.util.function.Function;

/**
 * What the host asks the engine for.
 *
 * @param text how the scenario says it
 * @param run asks for it
 */
record Action(String text, Function<LifecycleEngine, ImportRun> run) {}
