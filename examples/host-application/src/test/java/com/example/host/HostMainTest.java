package com.example.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import dev.tenure.simulators.okta.UserStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One instance on H2, from its start to SIGTERM. */
@Timeout(180)
final class HostMainTest {

    private static final int STAFF = 5;
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    Path folder = Path.of("");

    @Test
    void itImports_isNotified_tellsHowItIs_andStopsCleanly() throws IOException, InterruptedException, SQLException {
        String database = "jdbc:h2:file:" + folder.resolve("store").toAbsolutePath();
        try (Systems systems = hired();
                Instance host = Instance.start(folder, "host-1", systems.settings(database))) {
            host.await("everybody has a user", () -> systems.count(UserStatus.ACTIVE) == STAFF);

            systems.workday.change(Systems.id(2), worker -> worker.title("Head"));
            assertThat(systems.notify(host, 2)).isEqualTo(200);
            host.await("the change is in Okta", () -> systems.hasTitle(2, "Head"));

            systems.workday.notifyTo(host.url() + "/workday/notifications", Systems.NOTIFIER, "guessed");
            assertThat(systems.workday.notifyOf(Systems.id(2), "Change Job")).isEqualTo(401);

            assertThat(host.get("/health").statusCode()).isEqualTo(200);
            assertThat(host.get("/health").body()).contains("\"status\":\"UP\"", "\"lastImport\":\"");
            assertThat(host.get("/workday/notifications").statusCode()).isEqualTo(405);
            assertThat(host.get("/metrics").body())
                    .contains(
                            "tenure_changes_total{kind=\"CREATE\",outcome=\"APPLIED\",system=\"okta\"} " + STAFF + ".0")
                    .contains("tenure_changes_total{kind=\"UPDATE\",outcome=\"APPLIED\",system=\"okta\"} 1.0")
                    .contains("tenure_runs_seconds_count{kind=\"FULL\",result=\"success\"}")
                    .contains("tenure_failures 0.0")
                    .contains("tenure_import_age_seconds");

            assertThat(host.stop()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(host.events())
                    .last()
                    .extracting(event -> event.get("event"))
                    .isEqualTo("host.stopped");
            assertThat(host.events())
                    .filteredOn(event -> "change".equals(event.get("event")))
                    .hasSize(STAFF + 1);
            assertThat(host.text())
                    .doesNotContain(Systems.FAMILY)
                    .doesNotContain(Systems.NOTIFIER_PASSWORD)
                    .doesNotContain(systems.okta.token())
                    .doesNotContain(systems.workday.password());
            assertThat(stored())
                    .as("the files of the database")
                    .contains(Systems.id(1))
                    .doesNotContain(Systems.FAMILY)
                    .doesNotContain(Systems.NOTIFIER_PASSWORD)
                    .doesNotContain(systems.okta.token())
                    .doesNotContain(systems.workday.password());
        }
        nothingIsLeftInHand(database);
    }

    private static Systems hired() {
        Systems systems = new Systems();
        systems.hire(STAFF);
        return systems;
    }

    private String stored() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("store"))
                    .toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static void nothingIsLeftInHand(String url) throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        database.setUser("sa");
        JdbcStore store = JdbcStore.open(database);
        assertThat(store.acquire("workday", "another", Instant.EPOCH, Duration.ofMinutes(1)))
                .as("the lease, long before it would run out")
                .isPresent();
        assertThat(count(database, "SELECT COUNT(*) FROM tenure_claim")).isZero();
        assertThat(count(database, "SELECT COUNT(*) FROM scheduled_tasks WHERE picked"))
                .isZero();
        assertThat(store.verifyJournal().problem()).isEmpty();
    }

    private static int count(JdbcDataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
