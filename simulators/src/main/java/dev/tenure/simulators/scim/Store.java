package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.json.Json;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The resources of a service. Guarded by whoever holds it. */
final class Store {

    private final InstantSource clock;
    private final Set<ScimQuirk> quirks;
    private final Map<Type, Map<String, Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private long made;

    Store(InstantSource clock, Set<ScimQuirk> quirks) {
        this.clock = clock;
        this.quirks = quirks;
        for (Type type : Type.values()) {
            rows.put(type, new LinkedHashMap<>());
        }
    }

    Map<String, @Nullable Object> create(Type type, Map<String, @Nullable Object> taken) {
        made++;
        String id = new UUID(0x5c13_0000_0000_4000L, 0x8000_0000_0000_0000L + made).toString();
        requireUnique(type, taken, id);
        taken.put("id", id);
        put(type, id, taken, clock.instant().toString());
        return get(type, id);
    }

    Map<String, @Nullable Object> replace(Type type, String id, Map<String, @Nullable Object> taken) {
        Map<String, @Nullable Object> before = get(type, id);
        requireUnique(type, taken, id);
        taken.put("id", id);
        put(type, id, taken, String.valueOf(Json.map(before.get("meta")).get("created")));
        return get(type, id);
    }

    /** A deleted user stays a member of its groups, as in real services. */
    void delete(Type type, String id) {
        if (rows(type).remove(id) == null) {
            throw Refusal.notFound(id);
        }
    }

    /** Gives a copy. */
    Map<String, @Nullable Object> get(Type type, String id) {
        return find(type, id).orElseThrow(() -> Refusal.notFound(id));
    }

    Optional<Map<String, @Nullable Object>> find(Type type, String id) {
        return Optional.ofNullable(rows(type).get(id)).map(row -> Json.map(Json.copy(row)));
    }

    List<Map<String, @Nullable Object>> all(Type type) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        rows(type).values().forEach(row -> all.add(Json.map(Json.copy(row))));
        return all;
    }

    Optional<Map<String, @Nullable Object>> named(Type type, String idOrName) {
        return find(type, idOrName)
                .or(() -> all(type).stream()
                        .filter(row -> name(type, row).equals(idOrName.toLowerCase(Locale.ROOT)))
                        .findFirst());
    }

    Set<String> groupsOf(String user) {
        Set<String> names = new LinkedHashSet<>();
        for (Map<String, @Nullable Object> group : all(Type.GROUP)) {
            if (members(group).contains(user)) {
                names.add(String.valueOf(group.get("displayName")));
            }
        }
        return names;
    }

    static List<String> members(Map<String, @Nullable Object> group) {
        return Json.list(group.get("members")).stream()
                .map(member -> String.valueOf(Json.map(member).get("value")))
                .toList();
    }

    private Map<String, Map<String, @Nullable Object>> rows(Type type) {
        Map<String, Map<String, @Nullable Object>> table = rows.get(type);
        if (table == null) {
            throw new IllegalStateException("no table for " + type);
        }
        return table;
    }

    private void put(Type type, String id, Map<String, @Nullable Object> row, String created) {
        Map<String, @Nullable Object> meta = Json.object();
        meta.put("resourceType", type.schema().name());
        meta.put("created", created);
        meta.put("lastModified", clock.instant().toString());
        meta.put("version", "W/\"" + versions.merge(id, 1L, Long::sum) + "\"");
        row.put("meta", meta);
        List<String> schemas = new ArrayList<>(List.of(type.schema().urn()));
        type.extensions().stream().map(Schema::urn).filter(row::containsKey).forEach(schemas::add);
        row.put("schemas", schemas);
        rows(type).put(id, Json.map(Json.copy(row)));
    }

    private void requireUnique(Type type, Map<String, @Nullable Object> candidate, String id) {
        if (type == Type.GROUP && quirks.contains(ScimQuirk.GROUP_NAMES_REPEAT)) {
            return;
        }
        String wanted = name(type, candidate);
        for (Map<String, @Nullable Object> row : rows(type).values()) {
            if (!id.equals(row.get("id")) && name(type, row).equals(wanted)) {
                String scimType = quirks.contains(ScimQuirk.CONFLICT_WITHOUT_TYPE) ? "" : "uniqueness";
                throw new Refusal(409, scimType, type.nameAttribute() + " '" + wanted + "' is already in use");
            }
        }
    }

    private static String name(Type type, Map<String, @Nullable Object> row) {
        return String.valueOf(row.get(type.nameAttribute())).toLowerCase(Locale.ROOT);
    }
}
