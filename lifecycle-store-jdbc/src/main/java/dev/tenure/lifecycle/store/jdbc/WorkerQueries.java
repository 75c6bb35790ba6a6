package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the references of workers, page by page. A page goes on where the last one ended, by the key and not by counting,
 * so that the last page costs what the first one does: first the rest of the same source, then the sources after it.
 */
final class WorkerQueries {

    private static final String LINKED = "EXISTS (SELECT 1 FROM tenure_account a WHERE a.source = tenure_worker.source"
            + " AND a.worker = tenure_worker.id AND a.account_id IS NOT NULL)";

    /** What is selected from where: the rows have a source and a worker, and each worker once. */
    private record Selection(String from, String worker, Sql.Binding binding) {}

    List<WorkerRef> page(Connection connection, WorkerStateQuery query, Optional<WorkerRef> after, int limit)
            throws SQLException {
        Selection selection = selection(query);
        if (after.isEmpty()) {
            return select(connection, selection, "", parameters -> {}, limit);
        }
        WorkerRef last = after.get();
        List<WorkerRef> page = new ArrayList<>(select(
                connection,
                selection,
                " AND source = ? AND " + selection.worker() + " > ?",
                parameters -> parameters.text(last.source()).text(last.id()),
                limit));
        if (page.size() < limit) {
            page.addAll(select(
                    connection,
                    selection,
                    " AND source > ?",
                    parameters -> parameters.text(last.source()),
                    limit - page.size()));
        }
        return page;
    }

    private static List<WorkerRef> select(
            Connection connection, Selection selection, String more, Sql.Binding binding, int limit)
            throws SQLException {
        String sql = "SELECT source, " + selection.worker() + " FROM " + selection.from() + more + " ORDER BY source, "
                + selection.worker() + " LIMIT ?";
        return Sql.list(
                connection,
                sql,
                parameters -> {
                    selection.binding().of(parameters);
                    binding.of(parameters);
                    parameters.count(limit);
                },
                row -> new WorkerRef(row.text("source"), row.text(selection.worker())));
    }

    private static Selection selection(WorkerStateQuery query) {
        if (query instanceof WorkerStateQuery.Due due) {
            return workers("next_transition <= ?", parameters -> parameters.instant(due.now()));
        }
        if (query instanceof WorkerStateQuery.OfPerson person) {
            return workers("universal_id = ?", parameters -> parameters.text(person.universalId()));
        }
        if (query instanceof WorkerStateQuery.WithPending) {
            return open(OpenTable.What.PENDING);
        }
        if (query instanceof WorkerStateQuery.WithHold) {
            return open(OpenTable.What.HOLD);
        }
        if (query instanceof WorkerStateQuery.WithFailure) {
            return open(OpenTable.What.FAILURE);
        }
        if (query instanceof WorkerStateQuery.WithIntent) {
            return open(OpenTable.What.INTENT);
        }
        if (query instanceof WorkerStateQuery.LinkedAt at) {
            return new Selection(
                    "tenure_account WHERE target = ? AND account_id IS NOT NULL",
                    "worker",
                    parameters -> parameters.text(at.target()));
        }
        if (query instanceof WorkerStateQuery.LinkedNotSeen not) {
            return workers(
                    "source = ? AND " + LINKED
                            + " AND NOT EXISTS (SELECT 1 FROM tenure_seen s WHERE s.source = tenure_worker.source"
                            + " AND s.worker = tenure_worker.id AND s.run = ?)",
                    parameters -> parameters.text(not.source()).text(not.run()));
        }
        return workers("1 = 1", parameters -> {});
    }

    private static Selection workers(String condition, Sql.Binding binding) {
        return new Selection("tenure_worker WHERE " + condition, "id", binding);
    }

    private static Selection open(OpenTable.What what) {
        return new Selection("tenure_open WHERE what = ?", "worker", parameters -> parameters.name(what));
    }
}
