package dev.tenure.lifecycle.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.testkit.CrashPoints;
import dev.tenure.lifecycle.testkit.RenamingStory;
import dev.tenure.lifecycle.testkit.RichStory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** S4 with the durable store: a run that is killed anywhere ends, once it is started again, as an undisturbed one. */
final class CrashTest {

    @Test
    void s4_killedAnywhere_endsInTheSameState() {
        assertThat(check(RichStory::new)).isGreaterThan(700);
    }

    @Test
    void s4_killedAnywhereAndRenamedMeanwhile_nobodyHasTwoAccounts() {
        assertThat(check(store -> new RenamingStory(store, ImportKind.INCREMENTAL)))
                .isGreaterThan(200);
    }

    private static int check(Function<LifecycleStore, CrashPoints.Story> story) {
        Map<Thread, JdbcConnectionPool> pools = new ConcurrentHashMap<>();
        int points = CrashPoints.check(() -> {
            JdbcConnectionPool pool = pools.computeIfAbsent(Thread.currentThread(), any -> H2Databases.inMemory());
            clear(pool);
            return story.apply(JdbcStore.open(pool));
        });
        pools.values().forEach(JdbcConnectionPool::dispose);
        return points;
    }

    private static void clear(JdbcConnectionPool pool) {
        new Database(pool).run("clear", connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("DROP ALL OBJECTS");
            }
        });
    }
}
