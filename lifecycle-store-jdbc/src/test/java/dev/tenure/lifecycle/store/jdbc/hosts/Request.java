package dev.tenure.lifecycle.store.jdbc.hosts;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a host is asked for, as one line of text for one that is another process.
 *
 * @param kind what
 * @param at when, by the story's clock
 * @param workers the ids of workers, for what names them
 */
record Request(Kind kind, Instant at, List<String> workers) {

    enum Kind {
        FULL,
        INCREMENTAL,
        ADVANCE,
        REAL_TIME,
        APPROVE
    }

    static Request of(Kind kind, String at, String... workers) {
        return new Request(kind, Instant.parse(at), List.of(workers));
    }

    static Request parse(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return new Request(Kind.valueOf(words.get(0)), Instant.parse(words.get(1)), words.subList(2, words.size()));
    }

    String line() {
        List<String> words = new ArrayList<>(List.of(kind.name(), at.toString()));
        words.addAll(workers);
        return String.join(" ", words);
    }

    /** The same, once the leases and claims of a host that was killed have run out. */
    Request afterTakeover() {
        return new Request(kind, at.plus(Systems.TAKEOVER).plusSeconds(1), workers);
    }

    ImportRun ask(LifecycleEngine engine) {
        return switch (kind) {
            case FULL -> engine.run(ImportKind.FULL);
            case INCREMENTAL -> engine.run(ImportKind.INCREMENTAL);
            case ADVANCE -> engine.advance();
            case REAL_TIME ->
                engine.realTime(
                        workers.stream().map(id -> new WorkerRef("workday", id)).toList());
            case APPROVE -> engine.approve();
        };
    }
}
