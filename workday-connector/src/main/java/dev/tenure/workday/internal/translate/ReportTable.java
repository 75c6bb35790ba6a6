package dev.tenure.workday.internal.translate;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.mapping.TypedAttributeName;
import dev.tenure.workday.internal.wire.Ids;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a report, by worker (rule M8). A worker without a row has its attributes unread; where there is a row, an
 * empty column is a value that is read and empty. What the worker's own record or a field override gives is not replaced.
 * For one thread until it is complete, then safe for use by several.
 */
public final class ReportTable {

    private final String keyColumn;
    private final boolean everyColumn;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<TypedAttributeName> names = new ArrayList<>();
    private final Map<String, @Nullable AttributeValue[]> rows = new HashMap<>();
    private int read;

    /**
     * Makes an empty table.
     *
     * @param keyColumn the column with the worker's id
     * @param columns attributes by their column; empty for all columns
     */
    public ReportTable(String keyColumn, Map<String, String> columns) {
        this.keyColumn = keyColumn;
        this.everyColumn = columns.isEmpty();
        new LinkedHashMap<>(columns).forEach(this::addColumn);
    }

    /**
     * Adds a row. One without the worker's id is passed over.
     *
     * @param row values by column
     */
    public void add(Map<String, List<String>> row) {
        read++;
        List<String> key = row.get(keyColumn);
        if (key == null) {
            return;
        }
        if (everyColumn) {
            row.keySet().stream()
                    .filter(column -> !column.equals(keyColumn))
                    .filter(column -> !places.containsKey(column) && !column.endsWith(":"))
                    .toList()
                    .forEach(column -> addColumn(column, column));
        }
        @Nullable AttributeValue[] values = new AttributeValue[names.size()];
        row.forEach((column, texts) -> {
            Integer place = places.get(column);
            if (place != null) {
                values[place] = value(names.get(place), texts);
            }
        });
        rows.merge(key.get(0), values, ReportTable::merged);
    }

    /**
     * Says whether the report had rows, and none of them the worker's id.
     *
     * @return true if the column is not there
     */
    public boolean lacksKey() {
        return read > 0 && rows.isEmpty();
    }

    /**
     * Adds what the report has of a worker.
     *
     * @param worker the record
     * @param profile the profile so far
     * @return the profile with the attributes of the report
     */
    public Attributes joined(WorkerRecord worker, Attributes profile) {
        @Nullable AttributeValue[] row = row(worker);
        if (row == null) {
            return profile;
        }
        Attributes.Builder joined = profile.toBuilder();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).name();
            if (!profile.isRead(name)) {
                AttributeValue value = i < row.length ? row[i] : null;
                joined.put(name, value == null ? AttributeValue.NULL : value);
            }
        }
        return joined.build();
    }

    private @Nullable AttributeValue @Nullable [] row(WorkerRecord worker) {
        return Stream.of(worker.reference().of(Ids.WID), Keys.number(worker.reference()), worker.workerId())
                .filter(id -> id != null && rows.containsKey(id))
                .findFirst()
                .map(rows::get)
                .orElse(null);
    }

    private void addColumn(String column, String attribute) {
        places.put(column, names.size());
        names.add(TypedAttributeName.parse(attribute));
    }

    private static AttributeValue value(TypedAttributeName name, List<String> texts) {
        if (texts.size() == 1) {
            return Overrides.converted(name, texts.get(0));
        }
        return AttributeValue.of(
                texts.stream().map(text -> Overrides.converted(name, text)).toList());
    }

    private static @Nullable AttributeValue[] merged(@Nullable AttributeValue[] one, @Nullable AttributeValue[] other) {
        @Nullable AttributeValue[] both = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int i = 0; i < other.length; i++) {
            AttributeValue before = both[i];
            AttributeValue after = other[i];
            both[i] = before == null || after == null ? (before == null ? after : before) : together(before, after);
        }
        return both;
    }

    private static AttributeValue together(AttributeValue one, AttributeValue other) {
        List<AttributeValue> all = Stream.of(one, other)
                .flatMap(value ->
                        value instanceof AttributeValue.Array array ? array.elements().stream() : Stream.of(value))
                .distinct()
                .toList();
        return all.size() == 1 ? all.get(0) : AttributeValue.of(all);
    }
}
