package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.store.SourceProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How far each source was read. */
final class ProgressTable {

    SourceProgress of(Connection connection, String source) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT watermark, last_success FROM tenure_progress WHERE source = ?",
                        parameters -> parameters.text(source),
                        row -> new SourceProgress(
                                source,
                                row.maybeText("watermark").map(Watermark::new),
                                row.maybeInstant("last_success")))
                .orElseGet(() -> new SourceProgress(source, Optional.empty(), Optional.empty()));
    }

    void save(Connection connection, SourceProgress progress) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM tenure_progress WHERE source = ?",
                parameters -> parameters.text(progress.source()));
        Sql.update(
                connection,
                "INSERT INTO tenure_progress (source, watermark, last_success) VALUES (?, ?, ?)",
                parameters -> parameters
                        .text(progress.source())
                        .text(progress.watermark().map(Watermark::value))
                        .instant(progress.lastSuccess()));
    }
}
