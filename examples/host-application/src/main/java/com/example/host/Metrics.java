package com.example.host;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts what is done. Counters and timers are of this instance; the gauges come from the store and are the same for all.
 * No label says who somebody is.
 */
final class Metrics implements LifecycleListener {

    private static final double MILLIS = 1000;

    private final MeterRegistry registry;

    Metrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows what waits, what failed, what is held, and how old things are. */
    void watch(LifecycleEngine engine, JdbcStore store, InstantSource clock) {
        gauge(
                "tenure.pending",
                "Accounts that wait for a person to decide",
                () -> engine.pending().size());
        gauge(
                "tenure.failures",
                "What failed for accounts, and what HR could not be told of them",
                () -> engine.failures().size());
        gauge(
                "tenure.held",
                "Changes that the safeguard holds",
                () -> engine.held().stream().mapToInt(held -> held.count()).sum());
        gauge(
                "tenure.import.age.seconds",
                "Since the last full or incremental import that succeeded began; no value before the first",
                () -> seconds(store.progress(Host.SOURCE).lastSuccess(), clock));
        gauge(
                "tenure.overdue.seconds",
                "Since the earliest transition that should have been made by now; below zero while it is ahead",
                () -> seconds(engine.nextTransition(), clock));
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    private static double seconds(Optional<Instant> since, InstantSource clock) {
        return since.map(at -> Duration.between(at, clock.instant()).toMillis() / MILLIS)
                .orElse(Double.NaN);
    }

    @Override
    public void changed(Change change, JournalEntry entry) {
        registry.counter(
                        "tenure.changes",
                        "kind",
                        entry.kind().name(),
                        "outcome",
                        entry.outcome().name(),
                        "system",
                        entry.system())
                .increment();
    }

    @Override
    public void noticed(String run, Notice notice) {
        registry.counter("tenure.notices", "kind", notice.kind().name()).increment();
    }

    @Override
    public void finished(ImportRun run) {
        registry.timer("tenure.runs", "kind", run.kind().name(), "result", run.succeeded() ? "success" : "failure")
                .record(Duration.between(run.startedAt(), run.finishedAt()));
        registry.counter("tenure.workers.read", "kind", run.kind().name()).increment(run.read());
    }
}
