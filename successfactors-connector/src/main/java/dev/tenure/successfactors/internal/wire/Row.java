package dev.tenure.successfactors.internal.wire;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came: values by property. Numbers are text, since OData writes Int64 and Double either way (rule D4). A
 * property that is missing, or deferred, was not read; one that is null or empty was read and has no value (rule T2).
 * Immutable.
 */
public final class Row {

    private static final String DEFERRED = "__deferred";
    private static final String RESULTS = "results";

    private final Map<String, @Nullable Object> values;

    /**
     * Wraps values.
     *
     * @param values text, truth values, maps, lists and nulls by property
     */
    public Row(Map<String, @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Names the properties that are there.
     *
     * @return the names, in order
     */
    public Set<String> names() {
        return values.keySet();
    }

    /**
     * Gives a property as it came.
     *
     * @param name the property
     * @return text, a truth value, a map, a list or null
     */
    public @Nullable Object value(String name) {
        return values.get(name);
    }

    /**
     * Says whether a property is there.
     *
     * @param name the property
     * @return whether it was read, empty or not
     */
    public boolean isRead(String name) {
        return values.containsKey(name) && !isDeferred(values.get(name));
    }

    /**
     * Gives text.
     *
     * @param name the property
     * @return the text as it came; null where there is none, or only white space
     */
    public @Nullable String text(String name) {
        Object value = values.get(name);
        if (value instanceof String text) {
            return text.isBlank() ? null : text;
        }
        return value instanceof Boolean truth ? truth.toString() : null;
    }

    /**
     * Gives a truth value.
     *
     * @param name the property
     * @return true if it is true
     */
    public boolean flag(String name) {
        return "true".equalsIgnoreCase(text(name));
    }

    /**
     * Gives a date.
     *
     * @param name the property
     * @return the date; empty where there is none, or it is the open end
     * @throws BadValueException if it is no date
     */
    public Optional<LocalDate> date(String name) {
        String text = text(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return ODataDates.date(text);
        } catch (IllegalArgumentException noDate) {
            throw new BadValueException("'" + name + "' is no date; correct it on the person's record");
        }
    }

    /**
     * Gives a whole number.
     *
     * @param name the property
     * @return the number; null where there is none, or it is none
     */
    public @Nullable BigInteger number(String name) {
        String text = text(name);
        return text != null && text.matches("-?\\d{1,30}") ? new BigInteger(text) : null;
    }

    /**
     * Follows a navigation to one record.
     *
     * @param name the navigation
     * @return the record; null where it was not read or there is none
     */
    public @Nullable Row one(String name) {
        return many(name)
                .filter(rows -> !rows.isEmpty())
                .map(rows -> rows.get(0))
                .orElse(null);
    }

    /**
     * Follows a navigation to records.
     *
     * @param name the navigation
     * @return the records; empty where they were not read, an empty list where there are none
     */
    public Optional<List<Row>> many(String name) {
        if (!isRead(name)) {
            return Optional.empty();
        }
        return Optional.of(rows(values.get(name)));
    }

    /**
     * Gives all values.
     *
     * @return values by property, unmodifiable
     */
    public Map<String, @Nullable Object> asMap() {
        return values;
    }

    /** The records in a value: a list, the results of one, or a single record. */
    static List<Row> rows(@Nullable Object value) {
        if (value instanceof Map<?, ?> map && map.get(RESULTS) instanceof List<?> results) {
            return rows(results);
        }
        if (value instanceof Map<?, ?>) {
            return List.of(new Row(asObject(value)));
        }
        List<Row> rows = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?>) {
                    rows.add(new Row(asObject(element)));
                }
            }
        }
        return rows;
    }

    /** A navigation that is deferred beside results was read in part only, and counts as read. */
    private static boolean isDeferred(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.containsKey(DEFERRED) && !map.containsKey(RESULTS);
    }

    @SuppressWarnings("unchecked") // Only the reader makes these maps, and its keys are strings.
    static Map<String, @Nullable Object> asObject(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** Names the properties and prints no value. */
    @Override
    public String toString() {
        return "Row" + values.keySet();
    }
}
