package dev.tenure.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import dev.tenure.lifecycle.store.jdbc.JournalHead;
import dev.tenure.lifecycle.store.jdbc.JournalVerification;
import dev.tenure.lifecycle.testkit.CrashPoints;
import dev.tenure.lifecycle.testkit.RenamingStory;
import dev.tenure.lifecycle.testkit.RichStory;
import dev.tenure.lifecycle.testkit.contract.LifecycleStoreContract;
import dev.tenure.lifecycle.testkit.contract.LifecycleStoreFixture;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The samples of persistence.md and security.md. */
class PersistenceSamplesTest {

    private static LifecycleStore newStore() {
        return new InMemoryStore();
    }

    private static DataSource newDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    @Test
    void aStoreIsOpened() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        // sample open-store
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url); // jdbc:postgresql://db.example.com/tenure, or jdbc:h2:file:./data/tenure
        JdbcStore store = JdbcStore.open(new HikariDataSource(pool));
        // end
        assertThat(store.runs(1)).isEmpty();
    }

    @Test
    void theJournalIsVerified_exported_andForgotten() throws IOException {
        JdbcStore store = JdbcStore.open(newDatabase());
        JournalHead keptElsewhere = store.journalHead();
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));
        Writer archive = new StringWriter();
        WorkerRef worker = new WorkerRef("workday", "100");
        // sample verify-journal
        JournalVerification verified = store.verifyJournal(keptElsewhere);
        if (!verified.isIntact()) {
            throw new IllegalStateException(
                    "The journal was tampered with: " + verified.problem().orElse(""));
        }
        keptElsewhere = verified.head();
        // end
        assertThat(keptElsewhere.entries()).isZero();
        // sample keep-journal
        Instant sevenYearsAgo = clock.instant().minus(Duration.ofDays(7 * 365));
        JournalQuery old = new JournalQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(sevenYearsAgo));
        store.exportJournal(old, archive);
        store.forgetJournalBefore(sevenYearsAgo);
        // end
        // sample erase
        int anonymous = store.erase(worker);
        // end
        assertThat(anonymous).isZero();
    }

    @Nested
    // sample own-store-contract
    class MyStoreContractTest extends LifecycleStoreContract {

        @Override
        protected LifecycleStoreFixture fixture() {
            DataSource database = newDatabase();
            return new LifecycleStoreFixture() {

                private final LifecycleStore store = JdbcStore.open(database);

                @Override
                public LifecycleStore store() {
                    return store;
                }

                @Override
                public Optional<LifecycleStore> reopened() {
                    return Optional.of(JdbcStore.open(database));
                }
            };
        }
    }
    // end

    @Nested
    class MyStoreCrashTest {

        // sample own-store-crashes
        @Test
        void s4_killedAnywhere_endsInTheSameState() {
            CrashPoints.check(() -> new RichStory(newStore()));
            CrashPoints.check(() -> new RenamingStory(newStore(), ImportKind.INCREMENTAL));
        }
        // end
    }
}
