package dev.tenure.lifecycle.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S7: what HR and a target say of a person is in no file of the database. */
final class DataProtectionTest {

    /** Begins every value of a person in this test. */
    private static final String PLANTED = "Zyxqv";

    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);

    @TempDir
    Path folder = Path.of("");

    @Test
    void s7_noValueOfAPerson_isInTheFilesOfTheDatabase() throws IOException, SQLException {
        JdbcConnectionPool pool = H2Databases.pooled(folder.resolve("store"));
        JdbcStore store = JdbcStore.open(pool);
        live(store);
        assertThat(store.journal(dev.tenure.lifecycle.store.JournalQuery.all(), 0, 100))
                .extracting(dev.tenure.lifecycle.journal.JournalEntry::kind)
                .contains(ChangeKind.CREATE, ChangeKind.UPDATE, ChangeKind.LINK, ChangeKind.DEACTIVATE);
        // H2 writes to its file a little later, unless it is asked to.
        execute(pool, "CHECKPOINT SYNC");
        assertThat(found("w-planted")).as("the search finds what is there").isTrue();
        assertThat(found(PLANTED))
                .as("personal data in the files while the database is open")
                .isFalse();
        execute(pool, "SHUTDOWN COMPACT");
        assertThat(found("w-planted")).isTrue();
        assertThat(found(PLANTED))
                .as("personal data in the files of the closed database")
                .isFalse();
    }

    @Test
    void s7_erasedWorker_isGoneFromTheCompactedFile() throws IOException, SQLException {
        JdbcConnectionPool pool = H2Databases.pooled(folder.resolve("store"));
        JdbcStore store = JdbcStore.open(pool);
        live(store);
        store.erase(new dev.tenure.lifecycle.worker.WorkerRef("hr", "w-planted-1"));
        execute(pool, "SHUTDOWN COMPACT");
        assertThat(found("w-planted-2")).isTrue();
        assertThat(found("w-planted-1")).isFalse();
    }

    private static void execute(JdbcConnectionPool pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void live(JdbcStore store) {
        SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
        InMemoryHrSource hr = InMemoryHrSource.builder("hr", clock).build();
        InMemoryTarget target = InMemoryTarget.named("okta");
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(hr)
                .target(target)
                .policy(LifecyclePolicy.recommended()
                        .with(policy -> policy.addWriteBack(WriteBackField.EMAIL, WriteBackField.PHONE)
                                .confirmPartial(false)))
                .store(store)
                .clock(clock)
                .build();
        hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineering")));
        target.addAccount(
                login(2),
                AccountStatus.ACTIVE,
                profile(2).toBuilder().remove("city").build());
        target.addAccount(
                "other",
                AccountStatus.ACTIVE,
                Attributes.builder()
                        .put("login", PLANTED + "-other")
                        .put("firstName", PLANTED + "first3")
                        .put("lastName", PLANTED + "last3")
                        .build());
        for (int who = 1; who <= 4; who++) {
            hr.put(HrRecord.of(
                    "w-planted-" + who,
                    Employment.builder().hireDate(HIRED).firstDayOfWork(HIRED).build(),
                    profile(who)));
        }
        target.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.INVALID_VALUE).on(login(4)));
        engine.run(ImportKind.FULL);
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        hr.put(hr.worker("w-planted-1").orElseThrow().with("mobilePhone", PLANTED + "+1 555"));
        target.inject(Fault.of(ChangeKind.UPDATE, Fault.Effect.UNAVAILABLE).times(1));
        engine.run(ImportKind.INCREMENTAL);
        engine.run(ImportKind.INCREMENTAL);
        hr.put(hr.worker("w-planted-1")
                .orElseThrow()
                .withEmployment(Employment.builder()
                        .hireDate(HIRED)
                        .terminationDate(LocalDate.of(2026, 3, 1))
                        .active(false)
                        .build()));
        engine.run(ImportKind.FULL);
    }

    private static String login(int who) {
        return PLANTED.toLowerCase(Locale.ROOT) + who + "@acme.test";
    }

    private static Attributes profile(int who) {
        return Attributes.builder()
                .put("userName", login(who))
                .put("login", login(who))
                .put("email", login(who))
                .put("firstName", PLANTED + "first" + who)
                .put("lastName", PLANTED + "last" + who)
                .put("city", PLANTED + "city")
                .put("secondEmail", PLANTED + "home@acme.test")
                .put("employeeID", PLANTED + "-42")
                .build();
    }

    /** Looks for a text in any case, and in the ways in which a database may write it. */
    private boolean found(String text) throws IOException {
        String wanted = text.toLowerCase(Locale.ROOT);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (Charset charset :
                        List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                    String content = new String(bytes, charset).toLowerCase(Locale.ROOT);
                    if (content.contains(wanted)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
