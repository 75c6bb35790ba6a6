package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.simulators.okta.UserStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The window of a pre-hire opens, seven days before the first day, at midnight in San Francisco. */
record PreHireBegins(Cast cast) implements Chapter {

    static final LocalDate HIRE_DATE = LocalDate.of(2026, 3, 16);
    private static final Instant OPENS = Instant.parse("2026-03-09T07:00:00Z");

    @Override
    public String title() {
        return "A pre-hire in San Francisco: the window opens seven days early";
    }

    @Override
    public void tell(Scene scene) {
        Person preHire = cast.preHire();
        scene.expect(
                "next transition", Optional.of(OPENS), scene.world().engine().nextTransition());
        scene.at(OPENS);
        scene.says("It is midnight there, a day after the clocks were set. No import runs: one worker is read.");

        ImportRun run = scene.run("advance", LifecycleEngine::advance);

        scene.expect("users created", 1, run.count(ChangeKind.CREATE));
        scene.shows(
                "the user is there for the first day, " + HIRE_DATE,
                Optional.of(UserStatus.ACTIVE),
                scene.world().status(preHire));
        scene.expect(
                "the title",
                Optional.of(preHire.title()),
                scene.okta().user(preHire.login()).flatMap(user -> user.text("title")));
        scene.why(preHire);
    }
}
