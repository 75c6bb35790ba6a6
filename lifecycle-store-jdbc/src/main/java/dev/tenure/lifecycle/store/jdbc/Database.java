package dev.tenure.lifecycle.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Begins and ends transactions. One that the database breaks off, for a deadlock and the like, is begun anew. */
final class Database {

    private static final int ATTEMPTS = 5;

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** What is done in a transaction. It may be done more than once, and has no effect but on the database. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T in(Connection connection) throws SQLException;
    }

    /** What is done in a transaction, with no result. */
    @FunctionalInterface
    interface Action {
        void in(Connection connection) throws SQLException;
    }

    void run(String what, Action action) {
        call(what, connection -> {
            action.in(connection);
            return true;
        });
    }

    /** The same, where nothing that was read may have changed when it commits: it is refused, and done again, then. */
    void runSerializable(String what, Action action) {
        call(
                what,
                connection -> {
                    action.in(connection);
                    return true;
                },
                true);
    }

    <T> T call(String what, Work<T> work) {
        return call(what, work, false);
    }

    private <T> T call(String what, Work<T> work, boolean serializable) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, serializable);
            } catch (SQLException problem) {
                if (!SqlStates.isTransient(problem) || attempt == ATTEMPTS) {
                    throw StoreException.of(what, problem);
                }
            }
        }
    }

    /** Does it in a transaction of its own and tells of every problem as it is. */
    <T> T once(Work<T> work) throws SQLException {
        return once(work, false);
    }

    private <T> T once(Work<T> work, boolean serializable) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            OptionalInt isolation =
                    serializable ? OptionalInt.of(connection.getTransactionIsolation()) : OptionalInt.empty();
            if (serializable) {
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            }
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.in(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollback(connection);
                }
                restore(connection, autoCommit, isolation);
            }
        }
    }

    /** What went wrong before is what is reported. */
    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            // The connection is of no use any more; the database rolls back what it had begun.
        }
    }

    private static void restore(Connection connection, boolean autoCommit, OptionalInt isolation) {
        try {
            connection.setAutoCommit(autoCommit);
            if (isolation.isPresent()) {
                connection.setTransactionIsolation(isolation.getAsInt());
            }
        } catch (SQLException lost) {
            // The pool finds out; what was committed is committed.
        }
    }
}
