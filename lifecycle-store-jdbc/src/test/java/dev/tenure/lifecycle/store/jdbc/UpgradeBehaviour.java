package dev.tenure.lifecycle.store.jdbc;

import static dev.tenure.lifecycle.store.jdbc.Samples.NOON;
import static dev.tenure.lifecycle.store.jdbc.Samples.cutOff;
import static dev.tenure.lifecycle.store.jdbc.Samples.entry;
import static dev.tenure.lifecycle.store.jdbc.Samples.linked;
import static dev.tenure.lifecycle.store.jdbc.Samples.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A database as version 1 wrote it, kept as a file, opens with every later version. */
abstract class UpgradeBehaviour {

    /** Gives an empty database. */
    abstract DataSource database();

    /** Names the script that makes it what version 1 left. */
    abstract String script();

    @Test
    void version1_isReadWhole() throws IOException, SQLException {
        DataSource database = database();
        load(database, script());

        JdbcStore store = JdbcStore.open(database);

        WorkerState worker =
                Objects.requireNonNull(store.load(List.of(ref("w-1"))).get(ref("w-1")));
        assertThat(worker.version()).isEqualTo(1);
        assertThat(worker.nextTransition()).contains(NOON);
        assertThat(worker.employment().universalId()).contains("U-1");
        assertThat(worker.employment().hireDate()).contains(LocalDate.of(2024, 1, 8));
        assertThat(worker.employment().secondaryReasons()).containsExactly("A", "B");
        assertThat(worker.employment().timeline()).hasSize(1);
        AccountState account = worker.at("okta");
        assertThat(account.link().orElseThrow().account()).isEqualTo(new AccountRef("okta", "00u1"));
        assertThat(account.link().orElseThrow().sent().whole()).isEqualTo(-7L);
        assertThat(account.pending()).isPresent();
        assertThat(account.hold()).isPresent();
        assertThat(account.failure()).isPresent();
        assertThat(account.untold()).isEmpty();
        assertThat(account.intent().orElseThrow().keys()).isEqualTo(Fingerprint.none());
        assertThat(account.rejected()).containsExactly("00u7");
        assertThat(store.groups("okta")).containsExactly(new GroupLink("okta", "g-1", "hr", "PG-1", "Eng"));
        assertThat(store.progress("hr").watermark()).contains(new Watermark("42"));
        assertThat(store.runs(9)).hasSize(1);
        assertThat(store.runs(9).get(0).count(ChangeKind.UPDATE)).isEqualTo(1);
        assertThat(store.acquire("hr", "two", NOON, Duration.ofMinutes(1))).isEqualTo(Optional.empty());
        assertThat(HexFormat.of().formatHex(store.secret()))
                .isEqualTo("f36bc327813c06ab7103ed17e6f25d657f9a4aef8fce5293dc339a9105bc134e");
        assertThat(store.verifyJournal(
                                new JournalHead(2, "bfd7d38cff03cf93e084d2e3d6926fb3c7b26c02ac3d64dfa9d42f415aabdceb"))
                        .problem())
                .isEmpty();
    }

    @Test
    void version1_isWrittenToAndGoesOn() throws IOException, SQLException {
        DataSource database = database();
        load(database, script());
        JdbcStore store = JdbcStore.open(database);

        WorkerState known =
                Objects.requireNonNull(store.load(List.of(ref("w-1"))).get(ref("w-1")));
        store.save(new StoreUpdate(
                List.of(known.with("okta", AccountState.none()), linked("w-2", "00u2"), cutOff("w-3")),
                List.of(),
                List.of(),
                List.of(entry("w-1", "00u1", OutcomeKind.APPLIED, "after the upgrade"))));
        store.saveRun(ImportRun.builder()
                .id("run-2")
                .kind(ImportKind.FULL)
                .startedAt(NOON)
                .finishedAt(NOON)
                .read(1)
                .unchanged(0)
                .build());

        assertThat(store.claim(List.of(ref("w-1")), "two", NOON, Duration.ofMinutes(1)))
                .containsExactly(ref("w-1"));
        assertThat(store.runs(9)).extracting(ImportRun::id).containsExactly("run-2", "run-1");
        assertThat(store.verifyJournal().head().entries()).isEqualTo(3);
        assertThat(store.verifyJournal().problem()).isEmpty();
        assertThat(store.journal(JournalQuery.of(ref("w-1")), 0, 9)).hasSize(2);
        assertThat(JdbcStore.open(database).load(List.of(ref("w-2")))).hasSize(1);
        assertThat(JdbcStore.open(database).load(List.of(ref("w-3"))).values())
                .extracting(state -> state.at("okta"))
                .containsExactly(cutOff("w-3").at("okta"));
    }

    /** Until version 4 an account had one failure, whatever it was of; why HR could not be told is kept by itself since. */
    @Test
    void version4_whatHrCouldNotBeTold_isStillToBeTold() throws IOException, SQLException {
        DataSource database = database();
        load(database, script());
        Database access = new Database(database);
        Dialect dialect = access.call("find out the database", Dialect::of);
        new Schema(access, dialect, Schema.scripts().subList(0, 4)).upgrade();
        access.run(
                "fail as version 4 did",
                connection -> Sql.update(
                        connection,
                        "UPDATE tenure_account SET failure_change = ?",
                        parameters -> parameters.name(ChangeKind.WRITE_BACK)));

        WorkerState worker = Objects.requireNonNull(
                JdbcStore.open(database).load(List.of(ref("w-1"))).get(ref("w-1")));
        AccountState account = worker.at("okta");

        assertThat(account.untold())
                .contains(new Failure(
                        ChangeKind.WRITE_BACK,
                        FailureKind.INVALID_VALUE,
                        "okta refused",
                        3,
                        NOON,
                        NOON,
                        Optional.of(NOON),
                        Optional.of(5L)));
        assertThat(account.failure()).isEmpty();
    }

    private static void load(DataSource database, String script) throws IOException, SQLException {
        try (InputStream content = UpgradeBehaviour.class.getResourceAsStream(script);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String sql = new String(Objects.requireNonNull(content, script).readAllBytes(), StandardCharsets.UTF_8);
            for (String one : Schema.statements(sql)) {
                statement.execute(one);
            }
        }
    }
}
