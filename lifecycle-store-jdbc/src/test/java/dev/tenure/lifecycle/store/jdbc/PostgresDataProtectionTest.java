package dev.tenure.lifecycle.store.jdbc;

import static dev.tenure.lifecycle.store.jdbc.PlantedPeople.ID;
import static dev.tenure.lifecycle.store.jdbc.PlantedPeople.PLANTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** S7: what HR and a target say of a person is in no file of a PostgreSQL, its write-ahead log included. */
@ExtendWith(PostgresServer.Extension.class)
final class PostgresDataProtectionTest {

    private final PostgresServer server;

    PostgresDataProtectionTest(PostgresServer server) {
        this.server = server;
    }

    @Test
    void s7_noValueOfAPerson_isInTheFilesOfTheServer() throws IOException, SQLException {
        DataSource database = server.newDatabase();
        PlantedPeople.live(JdbcStore.open(database));
        execute(database, "CHECKPOINT");

        FileSearch files = new FileSearch(server.data());
        assertThat(new FileSearch(server.data().resolve("base")).finds(ID))
                .as("the search finds what is in a table")
                .isTrue();
        assertThat(new FileSearch(server.data().resolve("pg_wal")).finds(ID))
                .as("the search finds what is in the log")
                .isTrue();
        assertThat(files.finds(PLANTED)).as("personal data in the files").isFalse();
        // Long values may lie compressed in the files, so the rows are read, too.
        assertThat(rows(database)).contains(ID).doesNotContain(PLANTED.toLowerCase(Locale.ROOT));
    }

    @Test
    void s7_erasedWorker_isGoneFromTheTables_onceTheyAreVacuumed() throws IOException, SQLException {
        DataSource database = server.newDatabase();
        JdbcStore store = JdbcStore.open(database);
        String erased = ID + "erased";
        store.save(Samples.states(Samples.cutOff(erased)));
        store.save(Samples.lines(Samples.entry(erased, "account", OutcomeKind.APPLIED, "the profile changed")));
        store.erase(new WorkerRef("hr", erased));
        assertThat(rows(database)).doesNotContain(erased);

        for (String table : tables(database)) {
            execute(database, "VACUUM FULL " + table);
        }
        execute(database, "CHECKPOINT");
        assertThat(new FileSearch(server.data().resolve("base")).finds(erased)).isFalse();
        assertThat(new FileSearch(server.data().resolve("base")).finds(Samples.HASHED))
                .isFalse();
        assertThat(store.verifyJournal().problem()).isEmpty();
    }

    /** All rows of all tables, in lower case. */
    private static String rows(DataSource database) throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String table : tables(database)) {
            strings(database, "SELECT t::text FROM " + table + " t").forEach(all::append);
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> tables(DataSource database) throws SQLException {
        return strings(database, "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()");
    }

    private static List<String> strings(DataSource database, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
