package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.worker.WorkerRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whom the last run of each source has seen. */
final class SeenTable {

    /** The run whose predecessors were forgotten already, by source: once for a run is enough. */
    private final Map<String, String> cleared = new ConcurrentHashMap<>();

    /** Notes the workers, and forgets what other runs noted of the same sources. */
    void note(Connection connection, String run, Collection<WorkerRef> workers) throws SQLException {
        for (Map.Entry<String, List<String>> some : Refs.bySource(workers).entrySet()) {
            note(connection, run, some.getKey(), some.getValue());
        }
    }

    private void note(Connection connection, String run, String source, List<String> workers) throws SQLException {
        if (!run.equals(cleared.get(source))) {
            Sql.update(
                    connection,
                    "DELETE FROM tenure_seen WHERE source = ? AND run <> ?",
                    parameters -> parameters.text(source).text(run));
        }
        // One by one within a batch: H2 would look at every row for the workers of an array.
        Sql.batch(
                connection,
                "DELETE FROM tenure_seen WHERE source = ? AND worker = ?",
                workers,
                (parameters, worker) -> parameters.text(source).text(worker));
        Sql.batch(
                connection,
                "INSERT INTO tenure_seen (source, worker, run) VALUES (?, ?, ?)",
                workers,
                (parameters, worker) -> parameters.text(source).text(worker).text(run));
    }

    /** To be called once it is committed. */
    void noted(String run, Collection<WorkerRef> workers) {
        workers.forEach(worker -> cleared.put(worker.source(), run));
    }
}
