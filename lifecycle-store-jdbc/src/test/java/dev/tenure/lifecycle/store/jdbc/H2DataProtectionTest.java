package dev.tenure.lifecycle.store.jdbc;

import static dev.tenure.lifecycle.store.jdbc.PlantedPeople.ID;
import static dev.tenure.lifecycle.store.jdbc.PlantedPeople.PLANTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S7: what HR and a target say of a person is in no file of an H2 database. */
final class H2DataProtectionTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void s7_noValueOfAPerson_isInTheFilesOfTheDatabase() throws IOException, SQLException {
        JdbcConnectionPool pool = H2Databases.pooled(folder.resolve("store"));
        JdbcStore store = JdbcStore.open(pool);
        PlantedPeople.live(store);
        assertThat(store.journal(JournalQuery.all(), 0, 100))
                .extracting(JournalEntry::kind)
                .contains(ChangeKind.CREATE, ChangeKind.UPDATE, ChangeKind.LINK, ChangeKind.DEACTIVATE);
        // H2 writes to its file a little later, unless it is asked to.
        execute(pool, "CHECKPOINT SYNC");
        assertThat(search().finds(ID)).as("the search finds what is there").isTrue();
        assertThat(search().finds(PLANTED))
                .as("personal data in the files while the database is open")
                .isFalse();
        execute(pool, "SHUTDOWN COMPACT");
        assertThat(search().finds(ID)).isTrue();
        assertThat(search().finds(PLANTED))
                .as("personal data in the files of the closed database")
                .isFalse();
    }

    @Test
    void s7_erasedWorker_isGoneFromTheCompactedFile() throws IOException, SQLException {
        JdbcConnectionPool pool = H2Databases.pooled(folder.resolve("store"));
        JdbcStore store = JdbcStore.open(pool);
        PlantedPeople.live(store);
        store.save(Samples.states(Samples.cutOff(ID + "cut")));
        execute(pool, "CHECKPOINT SYNC");
        assertThat(search().finds(Samples.HASHED)).isTrue();
        store.erase(new WorkerRef("hr", ID + 1));
        store.erase(new WorkerRef("hr", ID + "cut"));
        execute(pool, "SHUTDOWN COMPACT");
        assertThat(search().finds(Samples.HASHED)).isFalse();
        assertThat(search().finds(ID + 2)).isTrue();
        assertThat(search().finds(ID + 1)).isFalse();
    }

    private FileSearch search() {
        return new FileSearch(folder);
    }

    private static void execute(JdbcConnectionPool pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
