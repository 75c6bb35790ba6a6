package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import java.time.Instant;

/** The same full import again: everything is read, and nothing is written. */
record NothingChanged(Cast cast) implements Chapter {

    @Override
    public String title() {
        return "The same again: nothing changed, nothing is written";
    }

    @Override
    public void tell(Scene scene) {
        scene.at(Instant.parse("2026-03-03T09:00:00Z"));
        int writes = scene.writes();

        ImportRun run = scene.run("full import", engine -> engine.run(ImportKind.FULL));

        scene.expect("workers read", cast.staff().size() + 1, run.read());
        scene.expect("unchanged", run.read(), run.unchanged());
        scene.shows("no write at all: Okta was asked for its users, page by page", writes, scene.writes());
    }
}
