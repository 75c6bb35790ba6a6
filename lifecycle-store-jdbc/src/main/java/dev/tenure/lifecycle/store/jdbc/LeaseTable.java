package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.store.Lease;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Leases of sources. Each is taken, prolonged and given back by one statement that says what must be so. */
final class LeaseTable {

    /** When a lease ended that was given back: before any instant that a host asks at. */
    private static final Instant OVER = Instant.parse("0001-01-01T00:00:00Z");

    Optional<Lease> acquire(Connection connection, String source, String holder, Instant now, Duration duration)
            throws SQLException {
        Instant until = Parameters.stored(now.plus(duration));
        int taken = Sql.update(
                connection,
                "UPDATE tenure_lease SET holder = ?, token = token + 1, until_at = ?"
                        + " WHERE source = ? AND (holder = ? OR until_at <= ?)",
                parameters -> parameters
                        .text(holder)
                        .instant(until)
                        .text(source)
                        .text(holder)
                        .instant(now));
        if (taken == 0) {
            if (exists(connection, source)) {
                return Optional.empty();
            }
            Sql.update(
                    connection,
                    "INSERT INTO tenure_lease (source, holder, token, until_at) VALUES (?, ?, 1, ?)",
                    parameters -> parameters.text(source).text(holder).instant(until));
        }
        return Sql.first(
                connection,
                "SELECT token FROM tenure_lease WHERE source = ?",
                parameters -> parameters.text(source),
                row -> new Lease(source, holder, row.number("token"), until));
    }

    private static boolean exists(Connection connection, String source) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT token FROM tenure_lease WHERE source = ?",
                        parameters -> parameters.text(source),
                        row -> true)
                .isPresent();
    }

    Optional<Lease> renew(Connection connection, Lease lease, Instant now, Duration duration) throws SQLException {
        Instant until = Parameters.stored(now.plus(duration));
        int renewed = Sql.update(
                connection,
                "UPDATE tenure_lease SET until_at = ? WHERE source = ? AND token = ? AND until_at >= ?",
                parameters -> parameters
                        .instant(until)
                        .text(lease.source())
                        .number(lease.token())
                        .instant(now));
        return renewed == 0
                ? Optional.empty()
                : Optional.of(new Lease(lease.source(), lease.holder(), lease.token(), until));
    }

    /** The row stays, and is over: the token must go on growing. */
    void release(Connection connection, Lease lease) throws SQLException {
        Sql.update(
                connection,
                "UPDATE tenure_lease SET until_at = ? WHERE source = ? AND token = ?",
                parameters -> parameters.instant(OVER).text(lease.source()).number(lease.token()));
    }
}
