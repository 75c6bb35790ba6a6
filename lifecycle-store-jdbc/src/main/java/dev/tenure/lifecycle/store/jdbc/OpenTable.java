package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** For whom something is open, by what it is. It repeats what {@link AccountTable} holds, to find the few at once. */
final class OpenTable {

    /** What may be open for a worker at any target. */
    enum What {
        PENDING,
        HOLD,
        FAILURE,
        INTENT;

        private boolean isOpen(WorkerState state) {
            return state.accounts().values().stream().anyMatch(this::isOpen);
        }

        private boolean isOpen(AccountState account) {
            return switch (this) {
                case PENDING -> account.pending().isPresent();
                case HOLD -> account.hold().isPresent();
                case FAILURE -> !account.failures().isEmpty();
                case INTENT -> account.intent().isPresent();
            };
        }
    }

    private record Entry(What what, WorkerRef worker) {}

    void replace(Connection connection, List<WorkerState> known, List<WorkerState> states) throws SQLException {
        Sql.batch(
                connection,
                "DELETE FROM tenure_open WHERE source = ? AND worker = ?",
                known,
                (parameters, state) ->
                        parameters.text(state.ref().source()).text(state.ref().id()));
        List<Entry> entries = new ArrayList<>();
        for (WorkerState state : states) {
            for (What what : What.values()) {
                if (what.isOpen(state)) {
                    entries.add(new Entry(what, state.ref()));
                }
            }
        }
        Sql.batch(
                connection,
                "INSERT INTO tenure_open (what, source, worker) VALUES (?, ?, ?)",
                entries,
                (parameters, entry) -> parameters
                        .name(entry.what())
                        .text(entry.worker().source())
                        .text(entry.worker().id()));
    }
}
