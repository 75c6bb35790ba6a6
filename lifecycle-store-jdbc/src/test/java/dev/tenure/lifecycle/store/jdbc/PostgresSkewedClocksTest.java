package dev.tenure.lifecycle.store.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Extension.class)
final class PostgresSkewedClocksTest extends SkewedClocksBehaviour {

    private final DataSource database;

    PostgresSkewedClocksTest(PostgresServer server) {
        this.database = server.newDatabase();
    }

    @Override
    DataSource database() {
        return database;
    }
}
