package dev.tenure.lifecycle.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
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
        call(what, connection -> {
            int before = connection.getTransactionIsolation();
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            try {
                action.in(connection);
                connection.commit();
            } catch (SQLException | RuntimeException problem) {
                rollback(connection);
                throw problem;
            } finally {
                connection.setTransactionIsolation(before);
            }
            return true;
        });
    }

    <T> T call(String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException problem) {
                if (!SqlStates.isTransient(problem) || attempt == ATTEMPTS) {
                    throw StoreException.of(what, problem);
                }
            }
        }
    }

    /** Does it in a transaction of its own and tells of every problem as it is. */
    <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
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
                restore(connection, autoCommit);
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

    private static void restore(Connection connection, boolean autoCommit) {
        try {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException lost) {
            // The pool finds out; what was committed is committed.
        }
    }
}
