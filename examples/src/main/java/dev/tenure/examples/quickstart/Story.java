package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.Termination;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Ten weeks of a company, told chapter by chapter. */
final class Story {

    /** How many workers there must be at least, so that every part can be cast. */
    static final int FEWEST_WORKERS = 60;

    private static final Instant BEFORE = Instant.parse("2026-03-01T09:00:00Z");
    private static final LocalDate FOUNDED = LocalDate.of(2019, 4, 1);
    private static final LocalDate LAST_YEAR = LocalDate.of(2025, 6, 30);
    private static final String IMMEDIATE = "Terminate_Employee_Involuntary_.*";

    private final int workers;
    private final Screen screen;
    private final LongSupplier nanos;

    Story(int workers, Screen screen, LongSupplier nanos) {
        if (workers < FEWEST_WORKERS) {
            throw new IllegalArgumentException(
                    "A story of " + workers + " workers leaves parts open; take " + FEWEST_WORKERS + " or more");
        }
        this.workers = workers;
        this.screen = screen;
        this.nanos = nanos;
    }

    /** Tells the story and returns how many of its expectations were not met. */
    int tell() {
        Cast cast = new Cast(workers);
        Chronicle chronicle = new Chronicle();
        LifecyclePolicy policy = LifecyclePolicy.recommended()
                .with(change -> change.preStartDays(7).immediateReasons(IMMEDIATE));
        try (World world = new World(BEFORE, policy, List.of(chronicle, new ProgressLine(screen)))) {
            populate(world, cast);
            introduce(world, cast);
            Scene scene = new Scene(world, chronicle, screen, nanos);
            List<Chapter> chapters = List.of(
                    new EverybodyArrives(cast),
                    new NothingChanged(cast),
                    new PeopleMove(cast),
                    new LeaverInSydney(cast),
                    new SentAwayAtOnce(cast),
                    new PreHireBegins(cast),
                    new LeaverComesBack(cast),
                    new RefusedValue(cast));
            for (int i = 0; i < chapters.size(); i++) {
                scene.begin(i + 1, chapters.get(i));
                chapters.get(i).tell(scene);
            }
            conclude(world, scene.missed());
            return scene.missed();
        }
    }

    private static void populate(World world, Cast cast) {
        for (Person person : cast.staff()) {
            world.workday().hire(person.id(), FOUNDED, person::enter);
        }
        for (Person person : cast.former()) {
            world.workday().terminate(person.id(), Termination.on(LAST_YEAR));
        }
        Person preHire = cast.preHire();
        world.workday().hire(preHire.id(), PreHireBegins.HIRE_DATE, worker -> {
            preHire.enter(worker);
            worker.timeZone(preHire.site().timeZone());
        });
        world.workday().group(Cast.GROUP, Cast.GROUP);
        cast.members().forEach(person -> world.workday().assign(person.id(), Cast.GROUP));
        for (Person person : cast.knownToOkta()) {
            world.okta()
                    .addUser(
                            Map.of(
                                    "login", person.login(),
                                    "email", person.login(),
                                    "firstName", person.given().written(),
                                    "lastName", person.family().written()),
                            UserStatus.ACTIVE);
        }
    }

    private void introduce(World world, Cast cast) {
        screen.heading("Tenure: a company's workers become Okta users, over SOAP and REST on loopback");
        screen.line(String.format(
                Locale.ENGLISH,
                "Workday  %s, %,d workers at %d sites",
                world.workday().endpoint(),
                workers,
                Sites.all().size()));
        screen.line(String.format(
                Locale.ENGLISH,
                "Okta     %s, %d users made by hand, the real rate limits",
                world.okta().url(),
                cast.knownToOkta().size()));
        screen.line("Policy   recommended, a window of 7 days before the first day, at once for");
        screen.line("         " + IMMEDIATE);
        screen.line("Time is simulated: waiting for a rate limit or for midnight takes no time.");
    }

    private void conclude(World world, int missed) {
        screen.heading(missed == 0 ? "Everything happened as expected." : missed + " expectations were not met.");
        screen.line(String.format(
                Locale.ENGLISH,
                "Okta has %,d users: %,d active, %,d deactivated. Calls: %,d to Workday, %,d to Okta, %d refused.",
                world.okta().size(),
                world.count(UserStatus.ACTIVE),
                world.count(UserStatus.DEPROVISIONED),
                world.workdayCalls(),
                world.okta().callCount(),
                world.okta().rateLimited()));
        screen.line("");
    }
}
