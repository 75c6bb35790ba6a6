package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.simulators.okta.Fault;
import dev.tenure.simulators.workday.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An incremental import: some move to another city, one marries and gets another login, and Okta is out of breath once. */
record PeopleMove(Cast cast) implements Chapter {

    private static final String NEW_TITLE = "Regional Lead";

    @Override
    public String title() {
        return "People move: an incremental import";
    }

    @Override
    public void tell(Scene scene) {
        scene.at(Instant.parse("2026-03-04T09:00:00Z"));
        scene.says(
                cast.movers().size() + " people move to Berlin with a new title, one marries and gets another login.");
        scene.says("Okta answers the first update with 503, Retry-After 3 seconds.");
        List<Person> movers = cast.movers();
        movers.forEach(person -> scene.workday()
                .change(person.id(), worker -> worker.title(NEW_TITLE).site(Site.BERLIN)));
        Person bride = cast.bride();
        String newLogin = "newly.wed@tenure.example";
        String id = userId(scene, bride);
        scene.workday()
                .change(
                        bride.id(),
                        worker -> worker.name(bride.given().written(), "Wedgwood-Okonkwo")
                                .userName(newLogin)
                                .email(newLogin));
        int writes = scene.writes();
        scene.okta().failNext("POST /users/{id}", 1, Fault.unavailable(Duration.ofSeconds(3)));

        ImportRun run = scene.run("incremental import", engine -> engine.run(ImportKind.INCREMENTAL));

        scene.expect("users updated", movers.size() + 1, run.count(ChangeKind.UPDATE));
        scene.expect("workers failed", 0, run.failed().size());
        scene.shows(
                "who did not change was not asked about: one write for each change",
                movers.size() + 1,
                scene.writes() - writes);
        scene.shows("the city has arrived", movers.size(), (int) movers.stream()
                .filter(person -> scene.okta()
                        .user(person.login())
                        .flatMap(user -> user.text("city"))
                        .equals(Optional.of("Berlin")))
                .count());
        scene.shows("the new login is the same user as before", id, userId(scene, bride.withLogin(newLogin)));
        scene.why(movers.get(0));
        scene.why(bride);
    }

    private static String userId(Scene scene, Person person) {
        return scene.okta().user(person.login()).map(user -> user.id()).orElse("nobody");
    }
}
