package dev.tenure.simulators.successfactors;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as OData v2 does: what is selected, what is expanded, and everything else deferred. What is expanded from
 * an effective-dated record is that of its start, from any other that of today.
 *
 * @param tenant the records
 * @param base the address of the service
 * @param select the selected paths; none for all properties
 * @param expand the expanded paths
 * @param hidden what the user may not see, as {@code Entity/name}
 */
record Rendering(Tenant tenant, String base, Set<String> select, Set<String> expand, Set<String> hidden) {

    Map<String, @Nullable Object> of(Schema.Entity entity, Map<String, @Nullable Object> row) {
        return of(entity, row, "", null);
    }

    private Map<String, @Nullable Object> of(
            Schema.Entity entity, Map<String, @Nullable Object> row, String path, @Nullable LocalDate asOf) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        String uri = base + "/" + entity.name() + "(" + key(entity, row) + ")";
        json.put("__metadata", Map.of("uri", uri, "type", "SFOData." + entity.name()));
        boolean all = select.stream().noneMatch(one -> one.startsWith(path) && isProperty(entity, one, path));
        entity.properties().forEach((name, type) -> {
            if ((all || select.contains(path + name)) && !hidden.contains(entity.name() + "/" + name)) {
                json.put(name, value(row.get(name)));
            }
        });
        for (Map.Entry<String, Schema.Navigation> entry : new TreeMap<>(entity.navigations()).entrySet()) {
            String name = entry.getKey();
            if (expand.contains(path + name)) {
                json.put(name, expanded(entity, row, path + name + "/", entry.getValue(), asOf));
            } else if (select.isEmpty() && !hidden.contains(entity.name() + "/" + name)) {
                json.put(name, Map.of("__deferred", Map.of("uri", uri + "/" + name)));
            }
        }
        return json;
    }

    private static boolean isProperty(Schema.Entity entity, String path, String prefix) {
        return entity.properties().containsKey(path.substring(prefix.length()));
    }

    private @Nullable Object expanded(
            Schema.Entity entity,
            Map<String, @Nullable Object> row,
            String path,
            Schema.Navigation navigation,
            @Nullable LocalDate asOf) {
        Schema.Entity target = Schema.of(navigation.target());
        LocalDate day = entity.owner().isPresent() ? Tenant.start(row) : (asOf == null ? tenant.today() : asOf);
        List<Map<String, @Nullable Object>> found =
                tenant.where(navigation.target(), navigation.theirs(), row.get(navigation.ours())).stream()
                        .filter(one -> row.get(navigation.ours()) != null)
                        .filter(one -> target.owner().isEmpty() || isInEffect(one, day))
                        .map(one -> of(target, one, path, day))
                        .toList();
        if (navigation.many()) {
            return Map.of("results", found);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    static boolean isInEffect(Map<String, @Nullable Object> row, LocalDate day) {
        return !Tenant.start(row).isAfter(day)
                && (!(row.get("endDate") instanceof LocalDate end) || !end.isBefore(day));
    }

    static String key(Schema.Entity entity, Map<String, @Nullable Object> row) {
        if (entity.key().size() == 1) {
            return literal(row.get(entity.key().get(0)));
        }
        return entity.key().stream()
                .map(name -> name + "=" + literal(row.get(name)))
                .collect(Collectors.joining(","));
    }

    private static String literal(@Nullable Object value) {
        if (value instanceof Long number) {
            return number + "L";
        }
        return value instanceof LocalDate date ? "datetime'" + date + "T00:00:00'" : "'" + value + "'";
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof LocalDate date) {
            return "/Date(" + date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() + ")/";
        }
        if (value instanceof Instant instant) {
            return "/Date(" + instant.toEpochMilli() + "+0000)/";
        }
        return value instanceof Long number ? number.toString() : value;
    }
}
