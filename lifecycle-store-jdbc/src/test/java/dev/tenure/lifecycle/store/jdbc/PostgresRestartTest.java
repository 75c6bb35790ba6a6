package dev.tenure.lifecycle.store.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Extension.class)
final class PostgresRestartTest extends RestartBehaviour {

    private final DataSource database;

    PostgresRestartTest(PostgresServer server) {
        this.database = server.newDatabase();
    }

    @Override
    DataSource database() {
        return database;
    }
}
