package dev.tenure.lifecycle.store.jdbc;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The secret that fingerprints are keyed with. The first who asks makes it; the key of the row sees that it is one. */
final class SecretTable {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    Optional<byte[]> read(Connection connection) throws SQLException {
        return Sql.first(
                connection,
                "SELECT secret FROM tenure_secret WHERE id = 1",
                parameters -> {},
                row -> row.bytes("secret"));
    }

    byte[] make(Connection connection) throws SQLException {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        Sql.update(
                connection,
                "INSERT INTO tenure_secret (id, secret) VALUES (1, ?)",
                parameters -> parameters.bytes(secret));
        return secret;
    }

    byte[] replace(Connection connection) throws SQLException {
        int open = Sql.list(
                        connection,
                        "SELECT COUNT(*) AS open_creates FROM tenure_account WHERE intent_keys IS NOT NULL"
                                + " AND intent_change = 'CREATE'",
                        parameters -> {},
                        row -> row.count("open_creates"))
                .get(0);
        if (open > 0) {
            throw new IllegalStateException("Of " + open + " creates nobody knows yet whether they made an account, and"
                    + " without this secret nobody could find out; run an import first, settle what failures() names after it"
                    + " with link() or confirm(), and replace the secret then");
        }
        Sql.update(connection, "DELETE FROM tenure_secret", parameters -> {});
        return make(connection);
    }
}
