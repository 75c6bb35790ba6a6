package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.Termination;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A termination with an immediate reason arrives as a real-time notification. */
record SentAwayAtOnce(Cast cast) implements Chapter {

    @Override
    public String title() {
        return "An immediate termination: a real-time notification";
    }

    @Override
    public void tell(Scene scene) {
        Person dismissed = cast.dismissed();
        scene.at(Instant.parse("2026-03-06T16:30:00Z"));
        scene.says("HR ends an employment today, for misconduct, and Workday notifies the host.");
        scene.workday()
                .terminate(
                        dismissed.id(),
                        Termination.on(LocalDate.of(2026, 3, 6))
                                .withReason("Terminate_Employee_Involuntary_Misconduct"));

        ImportRun run = scene.run("real-time import", engine -> engine.realTime(List.of(dismissed.ref())));

        scene.expect("deactivated", 1, run.count(ChangeKind.DEACTIVATE));
        scene.shows(
                "access is closed in the middle of the day",
                Optional.of(UserStatus.DEPROVISIONED),
                scene.world().status(dismissed));
        scene.why(dismissed);
    }
}
