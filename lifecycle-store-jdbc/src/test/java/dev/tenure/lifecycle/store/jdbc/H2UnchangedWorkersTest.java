package dev.tenure.lifecycle.store.jdbc;

import javax.sql.DataSource;

final class H2UnchangedWorkersTest extends UnchangedWorkersBehaviour {

    @Override
    DataSource database() {
        return H2Databases.inMemory();
    }
}
