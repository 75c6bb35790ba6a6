package com.example.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.simulators.okta.SimulatedWrite;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.Termination;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one PostgreSQL share the work, and nothing is done twice. */
@Timeout(240)
final class TwoInstancesTest {

    private static final int STAFF = 40;
    private static final int CHANGED = 10;
    private static final int LEAVING = 12;
    private static final int DAY = 24 * 60 * 60;
    private static final int FARTHEST_OFFSET = 18 * 60 * 60;

    @TempDir
    Path folder = Path.of("");

    @Test
    void theyShareTheWork_andOneIsEnough() throws IOException, InterruptedException {
        try (Postgres postgres = Postgres.startOrSkip();
                Systems systems = new Systems()) {
            systems.hire(STAFF);
            Map<String, String> settings = systems.settings(postgres.url());
            settings.put("database.user", Postgres.USER);
            try (Instance one = Instance.start(folder, "host-1", settings);
                    Instance two = Instance.start(folder, "host-2", settings)) {
                List<Instance> both = List.of(one, two);
                one.await("everybody has a user", () -> systems.count(UserStatus.ACTIVE) == STAFF);
                one.event("host.started");
                two.event("host.started");

                changesThatBothHearOf(systems, both);
                endsThatBothKnowOf(systems, both);

                assertThat(systems.writes("POST /users")).as("creates").isEqualTo(STAFF);
                two.kill();
                systems.workday.change(Systems.id(STAFF), worker -> worker.title("Last"));
                assertThat(systems.notify(one, STAFF)).isEqualTo(200);
                one.await("the one that is left does it", () -> systems.hasTitle(STAFF, "Last"));
                one.stop();
                assertThat(one.events())
                        .last()
                        .extracting(event -> event.get("event"))
                        .isEqualTo("host.stopped");
            }
        }
    }

    /** Each change is notified to both, as a careful or a confused sender would. */
    private static void changesThatBothHearOf(Systems systems, List<Instance> both) {
        for (int number = 1; number <= CHANGED; number++) {
            systems.workday.change(Systems.id(number), worker -> worker.title("Head"));
        }
        for (Instance instance : both) {
            for (int number = 1; number <= CHANGED; number++) {
                assertThat(systems.notify(instance, number)).isEqualTo(200);
            }
        }
        both.get(0)
                .await(
                        "the changes are in Okta",
                        () -> IntStream.rangeClosed(1, CHANGED).allMatch(number -> systems.hasTitle(number, "Head")));
        assertThat(systems.writes("POST /users/{id}")).as("updates").isEqualTo(CHANGED);
    }

    /** Their last day ends in a few seconds, in a zone that is made for it. No import runs then. */
    private static void endsThatBothKnowOf(Systems systems, List<Instance> both) {
        ZoneOffset zone = zoneWhoseMidnightIs(Instant.now().plusSeconds(8));
        LocalDate lastDay = LocalDate.ofInstant(Instant.now(), zone);
        for (int number = CHANGED + 1; number <= CHANGED + LEAVING; number++) {
            systems.workday.change(Systems.id(number), worker -> worker.timeZone(zone.getId()));
            systems.workday.terminate(Systems.id(number), Termination.on(lastDay));
            assertThat(systems.notify(both.get(number % 2), number)).isEqualTo(200);
        }
        both.get(0).await("they have left", () -> systems.count(UserStatus.DEPROVISIONED) == LEAVING);
        Map<String, Long> closed = systems.okta.writes().stream()
                .filter(write -> write.call().equals("POST /users/{id}/lifecycle/deactivate"))
                .collect(Collectors.groupingBy(SimulatedWrite::id, Collectors.counting()));
        assertThat(closed).hasSize(LEAVING);
        assertThat(closed.values()).as("deactivations of one user").containsOnly(1L);
    }

    private static ZoneOffset zoneWhoseMidnightIs(Instant instant) {
        int second = (int) (instant.getEpochSecond() % DAY);
        return ZoneOffset.ofTotalSeconds(second <= FARTHEST_OFFSET ? -second : DAY - second);
    }
}
