package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.simulators.okta.UserStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Okta refuses what HR entered of one of three new hires: the others come in, and the one does when HR has corrected it. */
record RefusedValue(Cast cast) implements Chapter {

    private static final LocalDate HIRED = LocalDate.of(2026, 5, 18);

    @Override
    public String title() {
        return "A typing error: one worker is refused, isolated and tried again";
    }

    @Override
    public void tell(Scene scene) {
        List<Person> hires = cast.newHires();
        Person mistyped = hires.get(1);
        scene.at(Instant.parse("2026-05-18T09:00:00Z"));
        scene.says("Three people begin today. The e-mail address of one has a typing error, and Okta refuses it.");
        hires.forEach(person -> scene.workday().hire(person.id(), HIRED, person::enter));
        scene.workday()
                .change(
                        mistyped.id(),
                        HIRED,
                        worker -> worker.email(mistyped.login().replace("@", "@@")));

        ImportRun first = scene.run("incremental import", engine -> engine.run(ImportKind.INCREMENTAL));

        scene.expect("created", hires.size() - 1, first.count(ChangeKind.CREATE));
        scene.expect("failed", List.of(mistyped.ref()), first.failed());
        scene.expect(
                "listed as failed",
                List.of(FailureKind.INVALID_VALUE),
                scene.world().engine().failures().stream()
                        .map(item -> item.failure().kind())
                        .toList());
        scene.why(mistyped);
        scene.says("");

        scene.at(Instant.parse("2026-05-18T11:00:00Z"));
        scene.says("HR corrects the address.");
        scene.workday().change(mistyped.id(), HIRED, worker -> worker.email(mistyped.login()));
        ImportRun second = scene.run("incremental import", engine -> engine.run(ImportKind.INCREMENTAL));

        scene.expect("created", 1, second.count(ChangeKind.CREATE));
        scene.expect(
                "still listed as failed", 0, scene.world().engine().failures().size());
        scene.shows(
                "all three are in",
                List.of(UserStatus.ACTIVE, UserStatus.ACTIVE, UserStatus.ACTIVE),
                hires.stream()
                        .map(person -> scene.world().status(person).orElse(UserStatus.STAGED))
                        .toList());
        scene.why(mistyped);
    }
}
