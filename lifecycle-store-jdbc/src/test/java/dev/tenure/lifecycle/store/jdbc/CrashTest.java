package dev.tenure.lifecycle.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.testkit.CrashPoints;
import dev.tenure.lifecycle.testkit.RichStory;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** S4 with the durable store: a run that is killed anywhere ends, once it is started again, as an undisturbed one. */
final class CrashTest {

    @Test
    void s4_killedAnywhere_endsInTheSameState() {
        JdbcConnectionPool pool = H2Databases.inMemory();
        int points = CrashPoints.check(() -> {
            clear(pool);
            return new RichStory(JdbcStore.open(pool));
        });
        assertThat(points).isGreaterThan(700);
        pool.dispose();
    }

    private static void clear(JdbcConnectionPool pool) {
        new Database(pool).run("clear", connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("DROP ALL OBJECTS");
            }
        });
    }
}
