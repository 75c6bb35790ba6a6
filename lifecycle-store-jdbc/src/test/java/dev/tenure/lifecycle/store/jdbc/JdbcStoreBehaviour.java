package dev.tenure.lifecycle.store.jdbc;

import static dev.tenure.lifecycle.store.jdbc.Samples.NOON;
import static dev.tenure.lifecycle.store.jdbc.Samples.cutOff;
import static dev.tenure.lifecycle.store.jdbc.Samples.entry;
import static dev.tenure.lifecycle.store.jdbc.Samples.lines;
import static dev.tenure.lifecycle.store.jdbc.Samples.linked;
import static dev.tenure.lifecycle.store.jdbc.Samples.ref;
import static dev.tenure.lifecycle.store.jdbc.Samples.states;
import static dev.tenure.lifecycle.store.jdbc.Samples.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What {@link JdbcStore} does beyond the contract of stores, whatever the database. */
abstract class JdbcStoreBehaviour {

    /** Gives an empty database. */
    abstract DataSource database();

    @Test
    void open_bySeveralAtOnce_upgradesOnce() throws InterruptedException, ExecutionException {
        DataSource database = database();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<JdbcStore>> opened = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                opened.add(threads.submit(() -> JdbcStore.open(database)));
            }
            byte[] secret = opened.get(0).get().secret();
            for (Future<JdbcStore> store : opened) {
                assertThat(store.get().secret()).isEqualTo(secret);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void open_ofALaterVersion_isRefused() throws SQLException {
        DataSource database = database();
        JdbcStore.open(database);
        execute(database, "INSERT INTO tenure_schema_version (version) VALUES (99)");
        assertThatThrownBy(() -> JdbcStore.open(database))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("use the later version");
    }

    @Test
    void upgrade_appliesEachScriptOnce() throws SQLException {
        DataSource database = database();
        JdbcStore store = JdbcStore.open(database);
        store.save(states(linked("w-1", "00u1")));
        Database access = new Database(database);
        Dialect dialect = access.call("find out the database", Dialect::of);
        List<String> scripts = new ArrayList<>(Schema.scripts());
        scripts.add("-- One more.\nALTER TABLE tenure_worker ADD COLUMN added ${name};\n");
        new Schema(access, dialect, scripts).upgrade();
        new Schema(access, dialect, scripts).upgrade();
        assertThat(store.load(List.of(ref("w-1")))).containsKey(ref("w-1"));
        assertThatThrownBy(() -> JdbcStore.open(database)).isInstanceOf(StoreException.class);
    }

    @Test
    void e10_oneAccountOfTwoWorkers_isRefused() {
        JdbcStore store = JdbcStore.open(database());
        store.save(states(linked("w-1", "00u1")));
        assertThatThrownBy(() -> store.save(states(worker("w-0"), linked("w-2", "00u1"))))
                .isInstanceOf(StaleStateException.class)
                .hasMessageContaining("hr/w-2");
        assertThat(store.load(List.of(ref("w-0"), ref("w-2")))).isEmpty();
    }

    @Test
    void find_pagesThroughSeveralSources() {
        JdbcStore store = JdbcStore.open(database());
        for (int i = 0; i < 7; i++) {
            store.save(states(linked("w-" + i, "00u" + i)));
        }
        assertThat(store.find(new WorkerStateQuery.LinkedAt("okta"), Optional.of(ref("w-2")), 3))
                .extracting(state -> state.ref().id())
                .containsExactly("w-3", "w-4", "w-5");
    }

    @Test
    void runs_keepEveryPart() {
        JdbcStore store = JdbcStore.open(database());
        ImportRun run = ImportRun.builder()
                .id("run-1")
                .kind(ImportKind.FULL)
                .startedAt(NOON)
                .finishedAt(NOON.plusSeconds(1))
                .failure("out of reach")
                .read(3)
                .unchanged(1)
                .addHeld(new HeldChanges("okta", ChangeKind.DEACTIVATE, 2, 9, List.of(ref("w-1"), ref("w-2"))))
                .addHeld(new HeldChanges("ad", ChangeKind.SUSPEND, 1, 4, List.of(ref("w-1"))))
                .addNotices(new Notice(NoticeKind.DRIFT, Optional.of(ref("w-1")), "okta", "title"))
                .addNotices(new Notice(NoticeKind.GROUP_NOT_OWNED, Optional.empty(), "okta", "Eng"))
                .build();
        store.saveRun(run);
        assertThat(store.runs(1)).containsExactly(run);
        assertThat(store.forgetRunsBefore(NOON)).isZero();
        assertThat(store.forgetRunsBefore(NOON.plusSeconds(2))).isEqualTo(1);
        assertThat(store.runs(1)).isEmpty();
    }

    @Test
    void s6_journal_isVerified() {
        JdbcStore store = JdbcStore.open(database());
        assertThat(store.verifyJournal()).isEqualTo(new JournalVerification(JournalHead.EMPTY, 0, Optional.empty()));
        store.save(lines(line("w-1"), line("w-2")));
        JournalHead head = store.journalHead();
        store.save(lines(line("w-1")));
        assertThat(store.verifyJournal(head).problem()).isEmpty();
        assertThat(store.verifyJournal().head().entries()).isEqualTo(3);
    }

    @Test
    void s6_journalThatWasTamperedWith_isFound() throws SQLException {
        assertThat(problemAfter("UPDATE tenure_journal SET outcome = 'FAILED' WHERE seq = 2"))
                .contains("line 2 was changed");
        assertThat(problemAfter("UPDATE tenure_journal SET reason = 'another' WHERE seq = 1"))
                .contains("reason of line 1 was changed");
        assertThat(problemAfter("DELETE FROM tenure_journal WHERE seq = 2")).contains("line 2 is missing");
        assertThat(problemAfter("DELETE FROM tenure_journal WHERE seq = 3")).contains("line 3 is missing");
        assertThat(problemAfter("UPDATE tenure_pseudonym SET name = 'w-9' WHERE name = 'w-1'"))
                .contains("pseudonym of line 1 was given to somebody else");
        assertThat(problemAfter("UPDATE tenure_journal SET seq = CASE seq WHEN 1 THEN 102 WHEN 2 THEN 101 ELSE seq END;"
                        + "UPDATE tenure_journal SET seq = seq - 100 WHERE seq > 100"))
                .as("two lines that changed places")
                .contains("line 1 was changed");
        assertThat(problemAfter("UPDATE tenure_journal SET person = (SELECT person FROM tenure_journal WHERE seq = 2)"
                        + " WHERE seq = 1"))
                .as("a line that is said to be somebody else's")
                .contains("line 1 was changed");
        assertThat(problemAfter("UPDATE tenure_journal_head SET entries = 2"))
                .as("a tail that is hidden")
                .contains("head of the journal does not fit");
        assertThat(problemAfter("DELETE FROM tenure_journal")).contains("line 1 is missing");
    }

    @Test
    void s6_tailThatWasTakenAwayWithItsTraces_isFoundByItsEarlierHead() throws SQLException {
        DataSource database = database();
        JdbcStore store = JdbcStore.open(database);
        store.save(lines(line("w-1"), line("w-2")));
        JournalHead shorter = store.journalHead();
        store.save(lines(line("w-1")));
        JournalHead before = store.journalHead();
        execute(database, "DELETE FROM tenure_journal WHERE seq = 3");
        execute(database, "UPDATE tenure_journal_head SET entries = 2, hash = '" + shorter.hash() + "'");
        assertThat(store.verifyJournal(before).problem().orElse(""))
                .contains("has 2 lines, and had 3 before: lines were taken away");
    }

    @Test
    void s6_journalThatWasWrittenAnew_isFoundByItsEarlierHead() throws SQLException {
        DataSource database = database();
        JdbcStore store = JdbcStore.open(database);
        store.save(lines(line("w-1"), line("w-2")));
        JournalHead before = store.journalHead();
        execute(database, "DELETE FROM tenure_journal");
        execute(database, "UPDATE tenure_journal_head SET entries = 0, hash = '" + JournalHead.EMPTY.hash() + "'");
        assertThat(store.verifyJournal(before).problem().orElse("")).contains("lines were taken away");
        store.save(lines(line("w-1"), line("w-1")));
        assertThat(store.verifyJournal().isIntact()).isTrue();
        assertThat(store.verifyJournal(before).problem().orElse("")).contains("was written anew");
    }

    @Test
    void s6_oldLines_areForgotten_andTheRestStaysVerifiable() throws SQLException {
        DataSource database = database();
        JdbcStore store = JdbcStore.open(database);
        store.save(lines(at(NOON, "w-1"), at(NOON.plusSeconds(10), "w-2")));
        JournalHead early = store.journalHead();
        store.save(lines(at(NOON.plusSeconds(5), "w-2"), at(NOON.plusSeconds(20), "w-3")));
        JournalHead late = store.journalHead();

        assertThat(store.forgetJournalBefore(NOON)).isZero();
        assertThat(store.forgetJournalBefore(NOON.plusSeconds(10))).isEqualTo(1);
        assertThat(store.forgetJournalBefore(NOON.plusSeconds(10))).isZero();

        assertThat(store.journal(JournalQuery.all(), 0, 9)).hasSize(3);
        assertThat(store.journal(JournalQuery.of(ref("w-1")), 0, 9)).isEmpty();
        assertThat(store.verifyJournal(late)).isEqualTo(new JournalVerification(late, 1, Optional.empty()));
        assertThat(store.verifyJournal(early).problem()).isEmpty();
        store.save(lines(at(NOON.plusSeconds(30), "w-1")));
        assertThat(store.verifyJournal(late).problem()).isEmpty();

        assertThat(store.forgetJournalBefore(NOON.plusSeconds(60))).isEqualTo(4);
        assertThat(store.verifyJournal().forgotten()).isEqualTo(5);
        assertThat(store.verifyJournal(late).problem())
                .as("a head whose line is forgotten")
                .isEmpty();
        store.save(lines(at(NOON.plusSeconds(70), "w-1")));
        assertThat(store.verifyJournal().head().entries()).isEqualTo(6);
        assertThat(store.verifyJournal().problem()).isEmpty();
        execute(database, "UPDATE tenure_journal_head SET forgotten_hash = '" + JournalHead.EMPTY.hash() + "'");
        assertThat(store.verifyJournal().problem().orElse("")).contains("line 6 was changed");
    }

    private static JournalEntry at(Instant instant, String worker) {
        return JournalEntry.builder().from(line(worker)).at(instant).build();
    }

    @Test
    void s7_erase_cutsThePersonOffAndKeepsTheChain() throws IOException {
        JdbcStore store = JdbcStore.open(database());
        store.save(states(linked("w-1", "00u1"), linked("w-2", "00u2")));
        store.save(lines(
                line("w-1"),
                entry("w-1", "00u1", OutcomeKind.FAILED, "okta refused update of user 00u1"),
                entry("w-2", "00u2", OutcomeKind.APPLIED, "takes over from hr/w-1"),
                line("w-2")));
        store.seen("run-1", List.of(ref("w-1")), List.of());
        store.claim(List.of(ref("w-1")), "one", NOON, Duration.ofMinutes(1));
        store.saveRun(ImportRun.builder()
                .id("run-1")
                .kind(ImportKind.FULL)
                .startedAt(NOON)
                .finishedAt(NOON)
                .read(2)
                .unchanged(0)
                .addFailed(ref("w-1"), ref("w-2"))
                .build());

        store.save(states(cutOff("w-3")));

        assertThat(store.erase(ref("w-1"))).isEqualTo(2);
        store.erase(ref("w-3"));
        assertThat(store.find(new WorkerStateQuery.WithIntent(), Optional.empty(), 10))
                .isEmpty();

        assertThat(store.verifyJournal().problem()).isEmpty();
        assertThat(store.load(List.of(ref("w-1"), ref("w-2")))).containsOnlyKeys(ref("w-2"));
        assertThat(store.owners(List.of(new AccountRef("okta", "00u1")))).isEmpty();
        assertThat(store.journal(JournalQuery.of(ref("w-1")), 0, 10)).isEmpty();
        assertThat(store.journal(JournalQuery.all(), 0, 10))
                .extracting(JournalEntry::worker)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(ref("w-2")), Optional.of(ref("w-2")));
        assertThat(store.runs(1).get(0).failed()).containsExactly(ref("w-2"));
        StringBuilder exported = new StringBuilder();
        store.exportJournal(JournalQuery.all(), exported);
        assertThat(exported.toString()).doesNotContain("w-1", "00u1");
        assertThat(exported.toString().lines().limit(2)).allMatch(line -> line.contains("\"person\":\""));
        store.save(lines(line("w-1")));
        assertThat(store.verifyJournal().problem()).isEmpty();
    }

    @Test
    void s6_export_isOneObjectOnALine() throws IOException {
        JdbcStore store = JdbcStore.open(database());
        store.save(lines(entry("w-1", "CN=\u00dcnal \"A\"", OutcomeKind.APPLIED, "two\nlines\u2028\\")));
        StringBuilder exported = new StringBuilder();
        assertThat(store.exportJournal(JournalQuery.ofRun("run-1"), exported)).isEqualTo(1);
        assertThat(exported.toString().lines()).hasSize(1);
        assertThat(exported.toString())
                .startsWith("{\"seq\":1,\"at\":\"2026-03-02T12:00:00Z\",\"run\":\"run-1\",\"kind\":\"UPDATE\"")
                .contains("\"account\":\"CN=\u00dcnal \\\"A\\\"\"")
                .contains("\"attributes\":[\"title\"]")
                .contains("two\\u000alines\\u2028\\\\")
                .endsWith("\"}\n");
    }

    private static JournalEntry line(String worker) {
        return entry(worker, "account-of-" + worker, OutcomeKind.APPLIED, "the profile changed");
    }

    private String problemAfter(String tampering) throws SQLException {
        DataSource database = database();
        JdbcStore store = JdbcStore.open(database);
        store.save(lines(line("w-1"), line("w-2"), line("w-1")));
        execute(database, tampering);
        return store.verifyJournal().problem().orElse("nothing");
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
