package dev.tenure.lifecycle.store.jdbc;

import javax.sql.DataSource;

final class H2UpgradeTest extends UpgradeBehaviour {

    @Override
    DataSource database() {
        return H2Databases.inMemory();
    }

    @Override
    String script() {
        return "version-1.h2.sql";
    }
}
