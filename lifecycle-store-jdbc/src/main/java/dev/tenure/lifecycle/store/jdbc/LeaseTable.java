package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LeaseLostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Leases of sources, and what is refused to those who have lost one. */
final class LeaseTable {

    /** When a lease ended that was given back: before any instant that a host asks at. */
    private static final Instant OVER = Instant.parse("0001-01-01T00:00:00Z");

    private final Dialect dialect;

    LeaseTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** A lease as it stands. */
    private record Held(String holder, long token, Instant until) {

        static Held read(Row row) throws SQLException {
            return new Held(
                    row.text("holder"),
                    row.number("token"),
                    row.maybeInstant("until_at").orElse(OVER));
        }
    }

    /** Refuses what is saved under leases that somebody else has taken. Until the transaction ends nobody takes them. */
    void require(Connection connection, Collection<Lease> under) throws SQLException {
        for (Lease lease : under) {
            boolean ours = Sql.first(
                            connection,
                            "SELECT token FROM tenure_lease WHERE source = ? AND token = ?" + dialect.share(),
                            parameters -> parameters.text(lease.source()).number(lease.token()),
                            row -> true)
                    .isPresent();
            if (!ours) {
                throw new LeaseLostException(lease.source());
            }
        }
    }

    Optional<Lease> acquire(Connection connection, String source, String holder, Instant now, Duration duration)
            throws SQLException {
        Instant until = Parameters.stored(now.plus(duration));
        Optional<Held> held = Sql.first(
                connection,
                "SELECT holder, token, until_at FROM tenure_lease WHERE source = ? FOR UPDATE",
                parameters -> parameters.text(source),
                Held::read);
        if (held.isEmpty()) {
            Sql.update(
                    connection,
                    "INSERT INTO tenure_lease (source, holder, token, until_at) VALUES (?, ?, 1, ?)",
                    parameters -> parameters.text(source).text(holder).instant(until));
            return Optional.of(new Lease(source, holder, 1, until, false));
        }
        Held before = held.get();
        if (!before.holder().equals(holder) && before.until().isAfter(now)) {
            return Optional.empty();
        }
        long token = before.token() + 1;
        Sql.update(
                connection,
                "UPDATE tenure_lease SET holder = ?, token = ?, until_at = ? WHERE source = ?",
                parameters ->
                        parameters.text(holder).number(token).instant(until).text(source));
        return Optional.of(
                new Lease(source, holder, token, until, before.until().isAfter(OVER)));
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
                : Optional.of(new Lease(lease.source(), lease.holder(), lease.token(), until, lease.takenOver()));
    }

    /** The row stays, and is over: the token must go on growing. */
    void release(Connection connection, Lease lease) throws SQLException {
        Sql.update(
                connection,
                "UPDATE tenure_lease SET until_at = ? WHERE source = ? AND token = ?",
                parameters -> parameters.instant(OVER).text(lease.source()).number(lease.token()));
    }
}
