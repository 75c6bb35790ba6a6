package dev.tenure.lifecycle.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.testkit.CrashPoints;
import dev.tenure.lifecycle.testkit.RichStory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** S4 with the durable store: a run that is killed anywhere ends, once it is started again, as an undisturbed one. */
final class CrashTest {

    @Test
    void s4_killedAnywhere_endsInTheSameState() {
        Map<Thread, JdbcConnectionPool> pools = new ConcurrentHashMap<>();
        int points = CrashPoints.check(() -> {
            JdbcConnectionPool pool = pools.computeIfAbsent(Thread.currentThread(), any -> H2Databases.inMemory());
            clear(pool);
            return new RichStory(JdbcStore.open(pool));
        });
        assertThat(points).isGreaterThan(700);
        pools.values().forEach(JdbcConnectionPool::dispose);
    }

    private static void clear(JdbcConnectionPool pool) {
        new Database(pool).run("clear", connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("DROP ALL OBJECTS");
            }
        });
    }
}
