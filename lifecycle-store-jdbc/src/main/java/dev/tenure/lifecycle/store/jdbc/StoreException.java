package dev.tenure.lifecycle.store.jdbc;

import java.sql.SQLException;

/**
 * The database failed. Nothing of the call was saved, unless the connection was lost while the database was committing:
 * then all of it was saved or nothing, and the next run finds out.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports it.
     *
     * @param message what failed, why, and the remedy
     */
    public StoreException(String message) {
        super(message);
    }

    private StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    static StoreException of(String what, SQLException problem) {
        String message = "The store could not " + what + ": the database answered with SQLState "
                + problem.getSQLState() + ", code " + problem.getErrorCode() + "; " + remedy(problem);
        // The database quotes values in what it says of broken constraints and conversions: those are not passed on
        // (S7).
        return quotesValues(problem) ? new StoreException(message) : new StoreException(message, problem);
    }

    private static boolean quotesValues(SQLException problem) {
        String state = String.valueOf(problem.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    private static String remedy(SQLException problem) {
        String state = String.valueOf(problem.getSQLState());
        if (state.startsWith("08")) {
            return "check that it is running and can be reached";
        }
        if (SqlStates.isTransient(problem)) {
            return "it was tried several times; run again when there is less going on at once";
        }
        if (state.startsWith("42")) {
            return "check that the schema is that of this version and that the user may use its tables";
        }
        return "look the code up in the manual of the database";
    }
}
