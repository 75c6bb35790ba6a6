package dev.tenure.lifecycle.store.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a result. What may be missing is asked for by the methods that give an {@link Optional}. */
final class Row {

    private final ResultSet result;

    /** Where each column is: drivers fold the case of a name whenever they are asked by name. */
    private final Map<String, Integer> places = new HashMap<>();

    Row(ResultSet result) {
        this.result = result;
    }

    String text(String column) throws SQLException {
        return required(column, result.getString(place(column)));
    }

    Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(place(column)));
    }

    <E extends Enum<E>> E name(String column, Class<E> type) throws SQLException {
        return constant(column, text(column), type);
    }

    <E extends Enum<E>> Optional<E> maybeName(String column, Class<E> type) throws SQLException {
        Optional<String> name = maybeText(column);
        return name.isPresent() ? Optional.of(constant(column, name.get(), type)) : Optional.empty();
    }

    long number(String column) throws SQLException {
        return result.getLong(place(column));
    }

    Optional<Long> maybeNumber(String column) throws SQLException {
        long value = result.getLong(place(column));
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    int count(String column) throws SQLException {
        return result.getInt(place(column));
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(place(column));
    }

    Instant instant(String column) throws SQLException {
        return required(column, result.getObject(place(column), OffsetDateTime.class))
                .toInstant();
    }

    Optional<Instant> maybeInstant(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(place(column), OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    Optional<LocalDate> maybeDate(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(place(column), LocalDate.class));
    }

    byte[] bytes(String column) throws SQLException {
        return required(column, result.getBytes(place(column)));
    }

    Optional<byte[]> maybeBytes(String column) throws SQLException {
        return Optional.ofNullable(result.getBytes(place(column)));
    }

    List<String> texts(String column) throws SQLException {
        Array array = required(column, result.getArray(place(column)));
        List<String> texts = new ArrayList<>();
        for (Object text : (Object[]) array.getArray()) {
            texts.add((String) text);
        }
        array.free();
        return texts;
    }

    private int place(String column) throws SQLException {
        Integer known = places.get(column);
        if (known != null) {
            return known;
        }
        int found = result.findColumn(column);
        places.put(column, found);
        return found;
    }

    private static <E extends Enum<E>> E constant(String column, String name, Class<E> type) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new StoreException("Column " + column + " holds '" + name
                    + "', which this version does not know; the database was written by a later version: use that one");
        }
    }

    private static <T> T required(String column, @Nullable T value) {
        if (value == null) {
            throw new StoreException(
                    "Column " + column + " is empty and must not be; the database is damaged: restore it");
        }
        return value;
    }
}
