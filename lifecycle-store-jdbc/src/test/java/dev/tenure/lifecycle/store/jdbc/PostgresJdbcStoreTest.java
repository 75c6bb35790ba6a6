package dev.tenure.lifecycle.store.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Extension.class)
final class PostgresJdbcStoreTest extends JdbcStoreBehaviour {

    private final PostgresServer server;

    PostgresJdbcStoreTest(PostgresServer server) {
        this.server = server;
    }

    @Override
    DataSource database() {
        return server.newDatabase();
    }
}
