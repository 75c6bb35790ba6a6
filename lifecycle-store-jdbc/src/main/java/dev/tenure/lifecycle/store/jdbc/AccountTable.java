package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of workers at targets: a row for each worker and target. */
final class AccountTable {

    private static final String INSERT = "INSERT INTO tenure_account (source, worker, target, account_id, status,"
            + " sent, group_ids, pending_why, pending_account, pending_since, hold_kind, hold_run, hold_at, hold_count,"
            + " hold_total, hold_discarded, failure_change, failure_kind, failure_message, failure_attempts,"
            + " failure_first_at, failure_last_at, failure_retry_at, failure_hash, untold_change, untold_kind, untold_message,"
            + " untold_attempts, untold_first_at, untold_last_at, untold_retry_at, untold_hash, intent_change, intent_run,"
            + " intent_at, intent_keys, rejected)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final OpenTable open = new OpenTable();

    /** What is known at one target, with whose it is. */
    record Entry(WorkerState worker, String target, AccountState account) {}

    /** Gives the states of workers of one source, by worker and target. */
    Map<String, Map<String, AccountState>> load(Connection connection, String source, List<String> workers)
            throws SQLException {
        Map<String, Map<String, AccountState>> found = new HashMap<>();
        Sql.list(
                connection,
                "SELECT a.* FROM " + Sql.WANTED + " JOIN tenure_account a ON a.source = ? AND a.worker = wanted.name",
                parameters -> parameters.texts(workers).text(source),
                row -> found.computeIfAbsent(row.text("worker"), any -> new TreeMap<>())
                        .put(row.text("target"), AccountRows.read(row)));
        return found;
    }

    Map<AccountRef, WorkerRef> owners(Connection connection, Collection<AccountRef> accounts) throws SQLException {
        return linked(
                connection,
                "a.source, a.worker",
                accounts,
                (row, account) -> new WorkerRef(row.text("source"), row.text("worker")));
    }

    Map<AccountRef, Link> links(Connection connection, Collection<AccountRef> accounts) throws SQLException {
        return linked(
                connection,
                "a.status, a.sent, a.group_ids",
                accounts,
                (row, account) -> AccountRows.link(row, account.target()).orElseThrow());
    }

    /** Makes something of the row of an account that is linked. */
    @FunctionalInterface
    private interface Linked<T> {
        T of(Row row, AccountRef account) throws SQLException;
    }

    private static <T> Map<AccountRef, T> linked(
            Connection connection, String columns, Collection<AccountRef> accounts, Linked<T> reading)
            throws SQLException {
        Map<String, List<String>> byTarget = new TreeMap<>();
        accounts.forEach(account -> byTarget.computeIfAbsent(account.target(), any -> new ArrayList<>())
                .add(account.id()));
        Map<AccountRef, T> found = new HashMap<>();
        for (Map.Entry<String, List<String>> some : byTarget.entrySet()) {
            Sql.list(
                    connection,
                    "SELECT a.account_id, " + columns + " FROM " + Sql.WANTED
                            + " JOIN tenure_account a ON a.target = ? AND a.account_id = wanted.name",
                    parameters -> parameters.texts(some.getValue()).text(some.getKey()),
                    row -> {
                        AccountRef account = new AccountRef(some.getKey(), row.text("account_id"));
                        return found.put(account, reading.of(row, account));
                    });
        }
        return found;
    }

    int countWithAccess(Connection connection, String target) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT COUNT(*) AS linked FROM tenure_account"
                                + " WHERE target = ? AND account_id IS NOT NULL AND status <> ?",
                        parameters -> parameters.text(target).name(AccountStatus.DEACTIVATED),
                        row -> row.count("linked"))
                .get(0);
    }

    /** Accounts may change hands within one save: all are let go before any is taken. */
    void replace(Connection connection, List<WorkerState> known, List<WorkerState> states) throws SQLException {
        Sql.batch(
                connection,
                "DELETE FROM tenure_account WHERE source = ? AND worker = ?",
                known,
                (parameters, state) ->
                        parameters.text(state.ref().source()).text(state.ref().id()));
        List<Entry> entries = new ArrayList<>();
        for (WorkerState state : states) {
            state.accounts().forEach((target, account) -> {
                requireAt(target, account.link().map(Link::account));
                requireAt(target, account.pending().flatMap(Pending::account));
                entries.add(new Entry(state, target, account));
            });
        }
        insert(connection, entries);
        open.replace(connection, known, states);
    }

    private static void insert(Connection connection, List<Entry> entries) throws SQLException {
        try {
            Sql.batch(connection, INSERT, entries, (parameters, entry) -> {
                WorkerRef ref = entry.worker().ref();
                parameters.text(ref.source()).text(ref.id()).text(entry.target());
                AccountRows.write(parameters, entry.account());
            });
        } catch (SQLException problem) {
            if (SqlStates.isUniqueViolation(problem)) {
                throw new WorkerTable.Taken(entries.stream().map(Entry::worker).toList());
            }
            throw problem;
        }
    }

    private static void requireAt(String target, Optional<AccountRef> account) {
        if (account.isPresent() && !account.get().target().equals(target)) {
            throw new IllegalArgumentException("What is known at " + target + " names account " + account.get()
                    + " of another target; keep it under the target that it is of");
        }
    }
}
