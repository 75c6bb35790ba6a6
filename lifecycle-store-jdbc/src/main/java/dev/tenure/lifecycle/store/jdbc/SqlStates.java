package dev.tenure.lifecycle.store.jdbc;

import java.sql.SQLException;
import java.util.Set;

/** What the codes of the databases mean to the store. */
final class SqlStates {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Serialization failure, deadlock (PostgreSQL), lock not available (PostgreSQL), lock timeout (H2). */
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "55P03", "HYT00");

    /** H2: somebody else changed the row at the same time. */
    private static final int H2_CONCURRENT_UPDATE = 90131;

    private SqlStates() {}

    /** Whether somebody else was first with the same key. */
    static boolean isUniqueViolation(SQLException problem) {
        return UNIQUE_VIOLATION.equals(problem.getSQLState());
    }

    /** Whether the same transaction may succeed when it is begun anew: it then sees what others have done. */
    static boolean isTransient(SQLException problem) {
        return isUniqueViolation(problem)
                || TRANSIENT.contains(String.valueOf(problem.getSQLState()))
                || problem.getErrorCode() == H2_CONCURRENT_UPDATE;
    }
}
