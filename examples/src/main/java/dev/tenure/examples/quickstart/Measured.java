package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.journal.ImportRun;
import java.time.Duration;

/** A run of the engine, and what it cost: calls to each side, time on this machine, and simulated time spent waiting. */
record Measured(
        String name, ImportRun run, int workdayCalls, int oktaCalls, Duration elapsed, Duration waited, long refused) {}
