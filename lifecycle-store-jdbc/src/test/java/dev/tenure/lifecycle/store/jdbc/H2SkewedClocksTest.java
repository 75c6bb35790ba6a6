package dev.tenure.lifecycle.store.jdbc;

import javax.sql.DataSource;

final class H2SkewedClocksTest extends SkewedClocksBehaviour {

    private final DataSource database = H2Databases.inMemory();

    @Override
    DataSource database() {
        return database;
    }
}
