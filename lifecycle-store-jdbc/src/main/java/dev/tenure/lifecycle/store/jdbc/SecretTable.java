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
        Sql.update(connection, "DELETE FROM tenure_secret", parameters -> {});
        return make(connection);
    }
}
