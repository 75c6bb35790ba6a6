package dev.tenure.lifecycle.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class DatabaseTest {

    private final Database database = new Database(H2Databases.inMemory());

    @Test
    void deadlock_isTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        String result = database.call("test", connection -> {
            if (attempts.incrementAndGet() < 3) {
                throw new SQLException("deadlock detected", "40P01");
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void deadlockThatGoesOn_isReported() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> database.run("save workers", connection -> {
                    attempts.incrementAndGet();
                    throw new SQLException("serialization failure", "40001");
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not save workers")
                .hasMessageContaining("40001")
                .hasMessageContaining("run again");
        assertThat(attempts).hasValue(5);
    }

    @Test
    void s7_whatTheDatabaseQuotes_isNotPassedOn() {
        assertThatThrownBy(() -> database.run("save workers", connection -> {
                    throw new SQLException("value 'Ada' is too long", "22001");
                }))
                .isInstanceOf(StoreException.class)
                .hasNoCause()
                .hasMessageNotContaining("Ada");
    }

    @Test
    void otherProblem_isReportedAtOnce_andNothingIsSaved() {
        database.run("prepare", connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (n INT)");
            }
        });
        assertThatThrownBy(() -> database.run("insert", connection -> {
                    Sql.update(connection, "INSERT INTO t (n) VALUES (?)", parameters -> parameters.count(1));
                    throw new SQLException("connection lost", "08006");
                }))
                .hasMessageContaining("check that it is running");
        assertThat(database.<Integer>call(
                        "count",
                        connection -> Sql.list(
                                        connection,
                                        "SELECT COUNT(*) AS n FROM t",
                                        parameters -> {},
                                        row -> row.count("n"))
                                .get(0)))
                .isZero();
    }
}
