package dev.tenure.lifecycle.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** In what the databases differ. */
enum Dialect {
    /** H2, embedded or as a server. */
    H2("VARCHAR", "VARBINARY"),
    /** PostgreSQL. Names compare by their code points, as in Java, whatever the collation of the database. */
    POSTGRESQL("VARCHAR COLLATE \"C\"", "BYTEA");

    private final String name;
    private final String bytes;

    Dialect(String name, String bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new IllegalStateException(
                        "The data source is of " + product + "; the store knows H2 and PostgreSQL");
        };
    }

    /** Puts the types of this database into a script. */
    String translate(String script) {
        return script.replace("${name}", name).replace("${bytes}", bytes);
    }
}
