package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.testkit.contract.LifecycleStoreContract;
import dev.tenure.lifecycle.testkit.contract.LifecycleStoreFixture;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.io.TempDir;

/** The database is closed and opened again where the contract asks for another host. */
final class H2FileStoreContractTest extends LifecycleStoreContract {

    @TempDir
    Path folder = Path.of("");

    @Override
    protected LifecycleStoreFixture fixture() {
        return new FileFixture(folder.resolve(UUID.randomUUID().toString()));
    }

    private static final class FileFixture implements LifecycleStoreFixture {

        private final Path file;
        private JdbcConnectionPool pool;
        private final JdbcStore store;

        private FileFixture(Path file) {
            this.file = file;
            this.pool = H2Databases.pooled(file);
            this.store = JdbcStore.open(pool);
        }

        @Override
        public LifecycleStore store() {
            return store;
        }

        @Override
        public Optional<LifecycleStore> reopened() {
            pool.dispose();
            pool = H2Databases.pooled(file);
            return Optional.of(JdbcStore.open(pool));
        }

        @Override
        public void close() {
            pool.dispose();
        }
    }
}
