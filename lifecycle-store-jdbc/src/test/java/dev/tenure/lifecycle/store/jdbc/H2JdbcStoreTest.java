package dev.tenure.lifecycle.store.jdbc;

import javax.sql.DataSource;

final class H2JdbcStoreTest extends JdbcStoreBehaviour {

    @Override
    DataSource database() {
        return H2Databases.inMemory();
    }
}
