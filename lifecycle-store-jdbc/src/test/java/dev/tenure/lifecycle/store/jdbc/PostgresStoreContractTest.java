package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.testkit.contract.LifecycleStoreContract;
import dev.tenure.lifecycle.testkit.contract.LifecycleStoreFixture;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Extension.class)
final class PostgresStoreContractTest extends LifecycleStoreContract {

    private final PostgresServer server;

    PostgresStoreContractTest(PostgresServer server) {
        this.server = server;
    }

    @Override
    protected LifecycleStoreFixture fixture() {
        DataSource database = server.newDatabase();
        JdbcStore store = JdbcStore.open(database);
        return new LifecycleStoreFixture() {
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
