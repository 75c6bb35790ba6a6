package com.example.host.demo;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what an instance does, and why. It names people, which a log must not: these are made up. */
final class Narrator implements LifecycleListener {

    private final String host;
    private final Stage stage;
    private volatile Optional<Instant> next = Optional.empty();

    Narrator(String host, Stage stage) {
        this.host = host;
        this.stage = stage;
    }

    @Override
    public void changed(Change change, JournalEntry entry) {
        String who = entry.worker()
                .flatMap(worker -> Cast.byId(worker.id()))
                .map(Cast::full)
                .orElse("");
        String attributes = entry.kind() == ChangeKind.UPDATE ? " " + String.join(", ", entry.attributes()) : "";
        stage.says(
                host,
                "  " + entry.kind() + attributes + "  " + who + ": " + entry.reason() + " (rule " + entry.rule() + ")");
    }

    /** Hours in which nothing happened are passed over. */
    @Override
    public void finished(ImportRun run) {
        if (!run.nextTransition().equals(next)) {
            next = run.nextTransition();
            next.ifPresent(at -> stage.says(host, "  knows that something is due on " + Stage.time(at)));
        }
        if (run.applied().isEmpty() && run.succeeded()) {
            return;
        }
        String made = run.applied().entrySet().stream().map(Narrator::count).collect(Collectors.joining(", "));
        String kind = run.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        stage.says(host, kind + " run: " + run.failure().orElse(read(run) + ", " + made));
    }

    private static String read(ImportRun run) {
        return run.read() == 1 ? "1 worker read" : run.read() + " workers read";
    }

    private static String count(Map.Entry<ChangeKind, Integer> entry) {
        return entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue();
    }
}
