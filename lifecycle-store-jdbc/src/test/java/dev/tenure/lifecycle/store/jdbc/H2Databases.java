package dev.tenure.lifecycle.store.jdbc;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** New databases of H2. */
final class H2Databases {

    private H2Databases() {}

    /** One that lives until the process ends, or its pool is disposed of. */
    static JdbcConnectionPool inMemory() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    /** One in a file, which is closed with its last connection. */
    static DataSource inFile(Path file) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + file.toAbsolutePath());
        source.setUser("sa");
        return source;
    }

    static JdbcConnectionPool pooled(Path file) {
        return JdbcConnectionPool.create("jdbc:h2:file:" + file.toAbsolutePath(), "sa", "");
    }
}
