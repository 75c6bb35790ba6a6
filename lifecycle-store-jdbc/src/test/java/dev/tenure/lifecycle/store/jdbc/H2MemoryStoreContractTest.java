package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.testkit.contract.LifecycleStoreContract;
import dev.tenure.lifecycle.testkit.contract.LifecycleStoreFixture;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;

final class H2MemoryStoreContractTest extends LifecycleStoreContract {

    @Override
    protected LifecycleStoreFixture fixture() {
        JdbcConnectionPool pool = H2Databases.inMemory();
        JdbcStore store = JdbcStore.open(pool);
        return new LifecycleStoreFixture() {
            @Override
            public LifecycleStore store() {
                return store;
            }

            @Override
            public Optional<LifecycleStore> reopened() {
                return Optional.of(JdbcStore.open(pool));
            }

            @Override
            public void close() {
                pool.dispose();
            }
        };
    }
}
