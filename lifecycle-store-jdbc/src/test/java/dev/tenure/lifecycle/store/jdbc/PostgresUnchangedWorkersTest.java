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
        // Of the few rows of a test it would rather read all; by this it does only where no index helps.
        pool.setConnectionInitSql("SET enable_seqscan = off");
        return new HikariDataSource(pool);
    }

    @Override
    boolean looksAtEveryRow(String plan) {
        return plan.contains("Seq Scan on tenure_worker") || plan.contains("Seq Scan on tenure_account");
    }
}
