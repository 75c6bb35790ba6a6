package dev.tenure.simulators.successfactors;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of a tenant, by entity. Every method is called under the simulator's lock. */
final class Tenant {

    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final InstantSource clock;
    private final Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();

    Tenant(InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    List<Map<String, @Nullable Object>> all(String entity) {
        return tables.computeIfAbsent(entity, any -> new ArrayList<>());
    }

    List<Map<String, @Nullable Object>> where(String entity, String property, @Nullable Object value) {
        return all(entity).stream()
                .filter(row -> Objects.equals(text(row.get(property)), text(value)))
                .toList();
    }

    /** Option ids are numbers where they are keys and text where they are referred to. */
    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    Map<String, @Nullable Object> add(String entity, Map<String, ?> values) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        Schema.of(entity).properties().keySet().forEach(property -> row.put(property, null));
        values.forEach((name, value) -> {
            if (!row.containsKey(name)) {
                throw new IllegalArgumentException(entity + " has no property " + name);
            }
            row.put(name, value);
        });
        touch(row);
        all(entity).add(row);
        return row;
    }

    void touch(Map<String, @Nullable Object> row) {
        if (row.containsKey("lastModifiedDateTime")) {
            row.put("lastModifiedDateTime", now());
        }
    }

    Map<String, @Nullable Object> employment(String userId) {
        return first("EmpEmployment", "userId", userId)
                .orElseThrow(() -> new IllegalArgumentException("There is no employment " + userId));
    }

    Optional<Map<String, @Nullable Object>> first(String entity, String property, Object value) {
        return where(entity, property, value).stream().findFirst();
    }

    /** The job records of a user, by start and sequence. */
    List<Map<String, @Nullable Object>> jobs(String userId) {
        return where("EmpJob", "userId", userId).stream()
                .sorted(Comparator.<Map<String, @Nullable Object>, LocalDate>comparing(Tenant::start)
                        .thenComparing(row -> (Long) Objects.requireNonNull(row.get("seqNumber"))))
                .toList();
    }

    static LocalDate start(Map<String, @Nullable Object> row) {
        return (LocalDate) Objects.requireNonNull(row.get("startDate"));
    }

    /** Adds a job record: like the one before it, with some values changed; the others' ends move. */
    void addJob(String userId, LocalDate start, Map<String, ?> changes) {
        List<Map<String, @Nullable Object>> before =
                jobs(userId).stream().filter(row -> !start(row).isAfter(start)).toList();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Schema.of("EmpJob").properties().keySet().forEach(property -> values.put(property, null));
        long sequence = 1;
        if (!before.isEmpty()) {
            Map<String, @Nullable Object> last = before.get(before.size() - 1);
            values.putAll(last);
            if (start(last).equals(start)) {
                sequence = 1 + (Long) Objects.requireNonNull(last.get("seqNumber"));
            }
        }
        values.put("userId", userId);
        values.put("startDate", start);
        values.put("seqNumber", sequence);
        values.put("managerId", Objects.requireNonNullElse(values.get("managerId"), "NO_MANAGER"));
        values.putAll(changes);
        Map<String, @Nullable Object> row = new LinkedHashMap<>(values);
        touch(row);
        all("EmpJob").add(row);
        settle(userId);
    }

    /** Sets the ends of job records: the day before the next one, or open. */
    void settle(String userId) {
        List<Map<String, @Nullable Object>> rows = jobs(userId);
        for (int i = 0; i < rows.size(); i++) {
            LocalDate start = start(rows.get(i));
            LocalDate next = i + 1 < rows.size() ? start(rows.get(i + 1)) : null;
            LocalDate end = next == null ? OPEN : (next.equals(start) ? start : next.minusDays(1));
            if (!end.equals(rows.get(i).get("endDate"))) {
                rows.get(i).put("endDate", end);
                touch(rows.get(i));
            }
        }
    }

    void removeJobs(String userId, java.util.function.Predicate<Map<String, @Nullable Object>> which) {
        all("EmpJob").removeIf(row -> userId.equals(row.get("userId")) && which.test(row));
        settle(userId);
    }

    void remove(String person) {
        List<Object> users = new ArrayList<>();
        where("EmpEmployment", "personIdExternal", person).forEach(row -> users.add(String.valueOf(row.get("userId"))));
        tables.forEach((entity, rows) -> rows.removeIf(row -> person.equals(row.get("personIdExternal"))
                || (users.contains(String.valueOf(row.get("userId"))) && row.containsKey("userId"))));
    }
}
