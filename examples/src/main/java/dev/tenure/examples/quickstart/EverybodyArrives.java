package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.simulators.okta.UserStatus;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** A full import of a company that the engine does not know yet. */
record EverybodyArrives(Cast cast) implements Chapter {

    @Override
    public String title() {
        return "Everybody arrives: the first full import";
    }

    @Override
    public void tell(Scene scene) {
        scene.at(Instant.parse("2026-03-02T09:00:00Z"));
        int workers = cast.staff().size() + 1;
        int left = cast.former().size();
        int linked = cast.knownToOkta().size();
        int created = workers - 1 - left - linked;

        ImportRun run = scene.run("full import", engine -> engine.run(ImportKind.FULL));

        scene.expect("workers read", workers, run.read());
        scene.expect("users created", created, run.count(ChangeKind.CREATE));
        scene.expect("users linked", linked, run.count(ChangeKind.LINK));
        scene.expect("workers failed", 0, run.failed().size());
        scene.expect("calls refused for the rate limit", 0L, scene.okta().rateLimited());
        scene.shows(
                "everybody who works here has one user: " + (created + linked) + " are active",
                created + linked,
                scene.world().count(UserStatus.ACTIVE));
        scene.shows(
                "who left before stays out (" + left + "), and who begins later (1)",
                workers - left - 1,
                scene.okta().size());
        scene.shows(
                "the provisioning group has its " + cast.members().size() + " members",
                cast.members().stream().map(Person::login).collect(Collectors.toSet()),
                scene.okta().groups().getOrDefault(Cast.GROUP, Set.of()));
        scene.why(cast.staff().get(0));
        scene.why(cast.knownToOkta().get(0));
        scene.why(cast.preHire());
    }
}
