package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What runs amounted to. Their lists are in {@link RunItemTable}. */
final class RunTable {

    private final RunItemTable items = new RunItemTable();

    private record Stored(long seq, ImportRun run) {}

    void save(Connection connection, ImportRun run) throws SQLException {
        items.save(connection, insert(connection, run), run);
    }

    private static long insert(Connection connection, ImportRun run) throws SQLException {
        String sql = "INSERT INTO tenure_run (id, kind, started_at, finished_at, failure, read_count, unchanged_count,"
                + " next_transition) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"seq"})) {
            new Parameters(statement)
                    .text(run.id())
                    .name(run.kind())
                    .instant(run.startedAt())
                    .instant(run.finishedAt())
                    .text(run.failure())
                    .count(run.read())
                    .count(run.unchanged())
                    .instant(run.nextTransition());
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    List<ImportRun> latest(Connection connection, int limit) throws SQLException {
        List<Stored> stored = Sql.list(
                connection,
                "SELECT * FROM tenure_run ORDER BY seq DESC LIMIT ?",
                parameters -> parameters.count(limit),
                row -> new Stored(
                        row.number("seq"),
                        ImportRun.builder()
                                .id(row.text("id"))
                                .kind(row.name("kind", ImportKind.class))
                                .startedAt(row.instant("started_at"))
                                .finishedAt(row.instant("finished_at"))
                                .failure(row.maybeText("failure"))
                                .read(row.count("read_count"))
                                .unchanged(row.count("unchanged_count"))
                                .nextTransition(row.maybeInstant("next_transition"))
                                .build()));
        List<ImportRun> runs = new ArrayList<>();
        for (Stored some : stored) {
            runs.add(items.complete(connection, some.seq(), some.run()));
        }
        return runs;
    }

    int forgetBefore(Connection connection, Instant instant) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM tenure_run_item WHERE run_seq IN (SELECT seq FROM tenure_run WHERE finished_at < ?)",
                parameters -> parameters.instant(instant));
        return Sql.update(
                connection, "DELETE FROM tenure_run WHERE finished_at < ?", parameters -> parameters.instant(instant));
    }
}
