package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.simulators.okta.UserStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Who left Sydney is hired again two months later. */
record LeaverComesBack(Cast cast) implements Chapter {

    private static final LocalDate REHIRED = LocalDate.of(2026, 5, 11);

    @Override
    public String title() {
        return "A rehire: the leaver comes back";
    }

    @Override
    public void tell(Scene scene) {
        Person leaver = cast.leaver();
        scene.at(Instant.parse("2026-05-11T09:00:00Z"));
        int users = scene.okta().size();
        scene.says("HR hires the leaver again, as of today, with another title.");
        scene.workday().rehire(leaver.id(), REHIRED);
        scene.workday().change(leaver.id(), REHIRED, worker -> worker.title("Principal Engineer"));

        ImportRun run = scene.run("incremental import", engine -> engine.run(ImportKind.INCREMENTAL));

        scene.expect("updated", 1, run.count(ChangeKind.UPDATE));
        scene.expect("reactivated", 1, run.count(ChangeKind.REACTIVATE));
        scene.expect("created", 0, run.count(ChangeKind.CREATE));
        scene.expect("users in Okta", users, scene.okta().size());
        scene.shows(
                "the same user as before is active again",
                Optional.of(UserStatus.ACTIVE),
                scene.world().status(leaver));
        scene.why(leaver);
    }
}
