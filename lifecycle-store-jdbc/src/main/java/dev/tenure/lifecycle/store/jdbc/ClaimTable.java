package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.worker.WorkerRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who has which worker in hand. Rows that somebody else is claiming at this moment are passed over, not waited for. */
final class ClaimTable {

    private static final String CLAIMS =
            "SELECT c.worker FROM " + Sql.WANTED + " JOIN tenure_claim c ON c.source = ? AND c.worker = wanted.name";

    private final Dialect dialect;

    ClaimTable(Dialect dialect) {
        this.dialect = dialect;
    }

    Set<WorkerRef> claim(
            Connection connection, Collection<WorkerRef> workers, String holder, Instant now, Duration duration)
            throws SQLException {
        Instant until = Parameters.stored(now.plus(duration));
        Set<WorkerRef> granted = new TreeSet<>();
        for (Map.Entry<String, List<String>> some :
                Refs.bySource(new TreeSet<>(workers)).entrySet()) {
            String source = some.getKey();
            Set<String> free = new TreeSet<>(some.getValue());
            take(connection, source, some.getValue(), holder, now, until)
                    .forEach(worker -> granted.add(new WorkerRef(source, worker)));
            free.removeIf(worker -> granted.contains(new WorkerRef(source, worker)));
            free.removeAll(known(connection, source, some.getValue()));
            List<Integer> inserted = Sql.batch(
                    connection,
                    dialect.claimIfFree(),
                    free,
                    (parameters, worker) ->
                            parameters.text(source).text(worker).text(holder).instant(until));
            int index = 0;
            for (String worker : free) {
                if (inserted.get(index++) != 0) {
                    granted.add(new WorkerRef(source, worker));
                }
            }
        }
        return granted;
    }

    /** Prolongs what is ours and takes what has run out. */
    private static List<String> take(
            Connection connection, String source, List<String> workers, String holder, Instant now, Instant until)
            throws SQLException {
        List<String> ours = Sql.list(
                connection,
                CLAIMS + " WHERE c.holder = ? OR c.until_at <= ? ORDER BY c.worker FOR UPDATE SKIP LOCKED",
                parameters ->
                        parameters.texts(workers).text(source).text(holder).instant(now),
                row -> row.text("worker"));
        Sql.batch(
                connection,
                "UPDATE tenure_claim SET holder = ?, until_at = ? WHERE source = ? AND worker = ?",
                ours,
                (parameters, worker) ->
                        parameters.text(holder).instant(until).text(source).text(worker));
        return ours;
    }

    private static List<String> known(Connection connection, String source, List<String> workers) throws SQLException {
        return Sql.list(
                connection, CLAIMS, parameters -> parameters.texts(workers).text(source), row -> row.text("worker"));
    }

    void unclaim(Connection connection, Collection<WorkerRef> workers, String holder) throws SQLException {
        Sql.batch(
                connection,
                "DELETE FROM tenure_claim WHERE source = ? AND worker = ? AND holder = ?",
                new TreeSet<>(workers),
                (parameters, worker) ->
                        parameters.text(worker.source()).text(worker.id()).text(holder));
    }
}
