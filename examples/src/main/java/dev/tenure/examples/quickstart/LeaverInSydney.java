package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.Termination;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Somebody leaves in Sydney, and loses access at Sydney's midnight, with no import. */
record LeaverInSydney(Cast cast) implements Chapter {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 6);
    private static final Instant MIDNIGHT = Instant.parse("2026-03-06T13:00:00Z");

    @Override
    public String title() {
        return "A leaver in Sydney: access ends at Sydney's midnight";
    }

    @Override
    public void tell(Scene scene) {
        Person leaver = cast.leaver();
        scene.at(Instant.parse("2026-03-05T09:00:00Z"));
        scene.says("HR enters an end on " + LAST_DAY + ". The import sees it, and the engine says when it is due.");
        scene.workday().terminate(leaver.id(), Termination.on(LAST_DAY));
        scene.run("incremental import", engine -> engine.run(ImportKind.INCREMENTAL));
        scene.expect(
                "next transition", Optional.of(MIDNIGHT), scene.world().engine().nextTransition());
        scene.why(leaver);
        scene.says("");

        scene.says("No import runs any more. The host calls advance a second before that, and when it is due.");
        scene.world().time().moveTo(MIDNIGHT.minusSeconds(1));
        ImportRun before = scene.run("advance, 12:59:59 UTC", LifecycleEngine::advance);
        scene.expect("deactivated a second before", 0, before.count(ChangeKind.DEACTIVATE));
        int workdayCalls = scene.world().workdayCalls();
        scene.world().time().moveTo(MIDNIGHT);
        ImportRun run = scene.run("advance, 13:00:00 UTC", LifecycleEngine::advance);

        scene.expect("deactivated at midnight", 1, run.count(ChangeKind.DEACTIVATE));
        scene.shows("Workday was not asked", workdayCalls, scene.world().workdayCalls());
        scene.shows(
                "the user is deactivated",
                Optional.of(UserStatus.DEPROVISIONED),
                scene.world().status(leaver));
        scene.why(leaver);
    }
}
