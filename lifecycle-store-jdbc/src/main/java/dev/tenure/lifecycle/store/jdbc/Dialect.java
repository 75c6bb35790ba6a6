package dev.tenure.lifecycle.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** In what the databases differ. */
enum Dialect {
    /** H2, embedded or as a server. */
    H2(
            "VARCHAR",
            "VARBINARY",
            " FOR UPDATE",
            "MERGE INTO tenure_claim t USING (VALUES (?, ?, ?, ?)) n (source, worker, holder, until_at)"
                    + " ON t.source = n.source AND t.worker = n.worker WHEN NOT MATCHED THEN"
                    + " INSERT (source, worker, holder, until_at) VALUES (n.source, n.worker, n.holder, n.until_at)"),
    /** PostgreSQL. Names compare by their code points, as in Java, whatever the collation of the database. */
    POSTGRESQL(
            "VARCHAR COLLATE \"C\"",
            "BYTEA",
            " FOR SHARE",
            "INSERT INTO tenure_claim (source, worker, holder, until_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");

    private final String name;
    private final String bytes;
    private final String share;
    private final String claimIfFree;

    Dialect(String name, String bytes, String share, String claimIfFree) {
        this.name = name;
        this.bytes = bytes;
        this.share = share;
        this.claimIfFree = claimIfFree;
    }

    /** Ends a query whose rows nobody may change until the transaction ends; H2 has no lock that several may hold. */
    String share() {
        return share;
    }

    /**
     * Whether two updates of one row that began with the same version may both count, at the isolation that is usual: H2 lets it
     * happen, in 2.5.252, to two in ten thousand where four threads save one worker all the time.
     */
    boolean losesUpdates() {
        return this == H2;
    }

    /** Inserts a claim if there is none. */
    String claimIfFree() {
        return claimIfFree;
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
