package dev.tenure.lifecycle.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Runs prepared statements. */
final class Sql {

    /**
     * The elements of an array as rows, to be joined with a table: then both databases find each by an index. Of
     * {@code source = ? AND id = ANY(?)} H2 looks at every row of the source, so that reading all workers page by page
     * takes the square of their number.
     */
    static final String WANTED = "UNNEST(CAST(? AS VARCHAR ARRAY)) AS wanted (name)";

    private static final int BATCH = 500;

    private Sql() {}

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    interface Binding {
        void of(Parameters parameters) throws SQLException;
    }

    /** Sets the parameters of one row of a batch. */
    @FunctionalInterface
    interface RowBinding<E> {
        void of(Parameters parameters, E element) throws SQLException;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String sql, Binding binding, Reading<T> reading)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.of(new Parameters(statement));
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                List<T> all = new ArrayList<>();
                while (result.next()) {
                    all.add(reading.of(row));
                }
                return all;
            }
        }
    }

    static <T> Optional<T> first(Connection connection, String sql, Binding binding, Reading<T> reading)
            throws SQLException {
        return list(connection, sql, binding, reading).stream().findFirst();
    }

    static int update(Connection connection, String sql, Binding binding) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.of(new Parameters(statement));
            return statement.executeUpdate();
        }
    }

    /** Runs the statement once for each element, many in one round trip, and says how many rows each changed. */
    static <E> List<Integer> batch(
            Connection connection, String sql, Collection<? extends E> elements, RowBinding<E> binding)
            throws SQLException {
        List<Integer> changed = new ArrayList<>();
        if (elements.isEmpty()) {
            return changed;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters parameters = new Parameters(statement);
            int waiting = 0;
            for (E element : elements) {
                binding.of(parameters, element);
                parameters.addToBatch();
                if (++waiting == BATCH) {
                    run(statement, changed);
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                run(statement, changed);
            }
        }
        return changed;
    }

    private static void run(PreparedStatement statement, List<Integer> changed) throws SQLException {
        for (int count : statement.executeBatch()) {
            changed.add(count);
        }
    }
}
