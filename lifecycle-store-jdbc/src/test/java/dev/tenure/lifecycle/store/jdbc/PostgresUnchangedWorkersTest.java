package dev.tenure.lifecycle.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Extension.class)
final class PostgresUnchangedWorkersTest extends UnchangedWorkersBehaviour {

    private final PostgresServer server;

    PostgresUnchangedWorkersTest(PostgresServer server) {
        this.server = server;
    }

    @Override
    DataSource database() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(server.newDatabase());
        return new HikariDataSource(pool);
    }
}
