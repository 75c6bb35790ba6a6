package dev.tenure.lifecycle.store.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Extension.class)
final class PostgresUpgradeTest extends UpgradeBehaviour {

    private final PostgresServer server;

    PostgresUpgradeTest(PostgresServer server) {
        this.server = server;
    }

    @Override
    DataSource database() {
        return server.newDatabase();
    }

    @Override
    String script() {
        return "version-1.postgresql.sql";
    }
}
