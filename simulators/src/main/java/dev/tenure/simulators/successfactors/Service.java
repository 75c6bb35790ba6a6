package dev.tenure.simulators.successfactors;

import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Answers queries: effective dating, filters, and the server's own paging over a list that is fixed at the first page. */
final class Service {

    private static final int MOST = 1000;

    /** Rows that were found, and how they are written. */
    private record Snapshot(Schema.Entity entity, List<Map<String, @Nullable Object>> rows, Rendering how, int size) {}

    private final Tenant tenant;
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> denied = new HashSet<>();
    private final Map<String, Snapshot> snapshots = new HashMap<>();
    private String base = "";

    Service(Tenant tenant) {
        this.tenant = tenant;
    }

    void listensAt(String url) {
        this.base = url;
    }

    void hide(String entity, String name) {
        hidden.add(entity + "/" + name);
    }

    void deny(String entity) {
        denied.add(entity);
    }

    SimReply answer(SimRequest request) {
        String path = String.join("/", Arrays.copyOfRange(request.steps(), 2, request.steps().length));
        if (path.endsWith("/$metadata")) {
            return metadata(path.substring(0, path.indexOf('/')));
        }
        int bracket = path.indexOf('(');
        String name = bracket < 0 ? path : path.substring(0, bracket);
        Schema.Entity entity = Schema.find(name)
                .orElseThrow(() -> Refusal.json(
                        404,
                        "COE_ENTITY_NOT_FOUND",
                        "[COE0020]The entity is not found. Please check the entity name."));
        if (denied.contains(name)) {
            throw Refusal.json(403, "COE_UNAUTHORIZED", "No permission to read the entity.");
        }
        Map<String, String> options = request.query();
        String token = options.get("$skiptoken");
        if (token != null) {
            return page(token);
        }
        return bracket < 0
                ? query(entity, options)
                : one(entity, path.substring(bracket + 1, path.length() - 1), options);
    }

    private SimReply one(Schema.Entity entity, String key, Map<String, String> options) {
        String value = key.replaceAll("^'|'$", "");
        Map<String, @Nullable Object> row = tenant.first(
                        entity.name(), entity.key().get(0), value)
                .orElseThrow(
                        () -> Refusal.json(404, "NotFoundException", entity.name() + " with this key is not found"));
        return ok(Map.of("d", rendering(entity, options).of(entity, row)));
    }

    private SimReply query(Schema.Entity entity, Map<String, String> options) {
        Rendering how = rendering(entity, options);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(selected(entity, options));
        rows.sort(Comparator.comparing(row -> Rendering.key(entity, row)));
        int size = MOST;
        if (options.containsKey("customPageSize")) {
            size = Math.min(MOST, Integer.parseInt(options.get("customPageSize")));
        }
        if (options.containsKey("$top")) {
            rows = rows.subList(0, Math.min(rows.size(), Integer.parseInt(options.get("$top"))));
        }
        return page(new Snapshot(entity, List.copyOf(rows), how, size), 0, "s" + (snapshots.size() + 1));
    }

    /** An effective-dated entity matches by any slice and shows those that the dates ask for. */
    private List<Map<String, @Nullable Object>> selected(Schema.Entity entity, Map<String, String> options) {
        String text = options.getOrDefault("$filter", "");
        Predicate<Map<String, @Nullable Object>> filter = text.isBlank() ? row -> true : Filter.parse(entity, text);
        List<Map<String, @Nullable Object>> all = tenant.all(entity.name());
        if (entity.name().equals("User") && !text.contains("status")) {
            filter = filter.and(row -> "t".equals(row.get("status")));
        }
        if (entity.owner().isEmpty()) {
            return all.stream().filter(filter).toList();
        }
        Set<@Nullable Object> owners = new HashSet<>();
        all.stream()
                .filter(filter)
                .forEach(row -> owners.add(row.get(entity.owner().get())));
        Predicate<Map<String, @Nullable Object>> dates = dates(options);
        return all.stream()
                .filter(row -> owners.contains(row.get(entity.owner().get())))
                .filter(dates)
                .toList();
    }

    private Predicate<Map<String, @Nullable Object>> dates(Map<String, String> options) {
        boolean range = options.containsKey("fromDate") || options.containsKey("toDate");
        if (range && options.containsKey("asOfDate")) {
            throw Refusal.json(400, "COE_GENERAL_BAD_REQUEST", "[COE0018]asOfDate cannot be used with fromDate.");
        }
        if (!range) {
            LocalDate day = options.containsKey("asOfDate") ? LocalDate.parse(options.get("asOfDate")) : tenant.today();
            return row -> Rendering.isInEffect(row, day) && !isSuperseded(row);
        }
        LocalDate from = LocalDate.parse(options.getOrDefault("fromDate", "1900-01-01"));
        LocalDate to = LocalDate.parse(options.getOrDefault("toDate", "9999-12-31"));
        return row -> !Tenant.start(row).isAfter(to)
                && (!(row.get("endDate") instanceof LocalDate end) || !end.isBefore(from));
    }

    private boolean isSuperseded(Map<String, @Nullable Object> row) {
        return row.get("seqNumber") instanceof Long sequence
                && tenant.jobs(String.valueOf(row.get("userId"))).stream()
                        .anyMatch(other -> Tenant.start(other).equals(Tenant.start(row))
                                && other.get("seqNumber") instanceof Long higher
                                && higher > sequence);
    }

    private SimReply page(String token) {
        int cut = token.lastIndexOf('=');
        Snapshot snapshot = cut < 0 ? null : snapshots.get(token.substring(0, cut));
        if (snapshot == null) {
            throw Refusal.json(400, "COE_GENERAL_BAD_REQUEST", "[COE0018]The skiptoken is not valid.");
        }
        return page(snapshot, Integer.parseInt(token.substring(cut + 1)), token.substring(0, cut));
    }

    private SimReply page(Snapshot snapshot, int from, String token) {
        int to = Math.min(snapshot.rows().size(), from + snapshot.size());
        List<Map<String, @Nullable Object>> there = tenant.all(snapshot.entity().name());
        Map<String, @Nullable Object> d = new LinkedHashMap<>();
        d.put(
                "results",
                snapshot.rows().subList(from, to).stream()
                        .filter(row -> there.stream().anyMatch(one -> one == row))
                        .map(row -> snapshot.how().of(snapshot.entity(), row))
                        .toList());
        if (to < snapshot.rows().size()) {
            snapshots.put(token, snapshot);
            d.put("__next", base + "/" + snapshot.entity().name() + "?$format=json&$skiptoken=" + token + "=" + to);
        }
        return ok(Map.of("d", d));
    }

    private Rendering rendering(Schema.Entity entity, Map<String, String> options) {
        Set<String> select = paths(options.get("$select"));
        Set<String> expand = new LinkedHashSet<>();
        for (String path : paths(options.get("$expand"))) {
            resolve(entity, path);
            StringBuilder prefix = new StringBuilder();
            for (String step : path.split("/", -1)) {
                prefix.append(prefix.isEmpty() ? "" : "/").append(step);
                expand.add(prefix.toString());
            }
        }
        select.forEach(path -> resolve(entity, path));
        return new Rendering(tenant, base, select, expand, Set.copyOf(hidden));
    }

    private static Set<String> paths(@Nullable String list) {
        return list == null || list.isBlank() ? Set.of() : new LinkedHashSet<>(List.of(list.split(",", -1)));
    }

    /** Refuses a path that leads nowhere, or where the user may not look. */
    private void resolve(Schema.Entity entity, String path) {
        Schema.Entity at = entity;
        for (String step : path.split("/", -1)) {
            Optional<Schema.Navigation> navigation =
                    Optional.ofNullable(at.navigations().get(step));
            boolean known = navigation.isPresent() || at.properties().containsKey(step);
            if (!known || hidden.contains(at.name() + "/" + step)) {
                throw Refusal.unknownProperty(at.name(), step);
            }
            at = navigation.map(one -> Schema.of(one.target())).orElse(at);
        }
    }

    private SimReply metadata(String entities) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<edmx:Edmx Version=\"1.0\""
                + " xmlns:edmx=\"http://schemas.microsoft.com/ado/2007/06/edmx\"><edmx:DataServices"
                + " m:DataServiceVersion=\"2.0\""
                + " xmlns:m=\"http://schemas.microsoft.com/ado/2007/08/dataservices/metadata\"><Schema"
                + " Namespace=\"SFOData\" xmlns=\"http://schemas.microsoft.com/ado/2008/09/edm\">");
        for (String name : entities.split(",", -1)) {
            Schema.Entity entity = Schema.find(name)
                    .orElseThrow(() -> Refusal.json(404, "COE_ENTITY_NOT_FOUND", "[COE0020]No entity"));
            xml.append("<EntityType Name=\"").append(name).append("\">");
            entity.properties().forEach((property, type) -> {
                if (!hidden.contains(name + "/" + property)) {
                    xml.append("<Property Name=\"")
                            .append(property)
                            .append("\" Type=\"")
                            .append(type.edm())
                            .append("\"/>");
                }
            });
            entity.navigations().keySet().stream()
                    .filter(navigation -> !hidden.contains(name + "/" + navigation))
                    .forEach(navigation -> xml.append("<NavigationProperty Name=\"")
                            .append(navigation)
                            .append("\"/>"));
            xml.append("</EntityType>");
        }
        xml.append("</Schema></edmx:DataServices></edmx:Edmx>");
        return SimReply.of(
                200, "application/xml;charset=utf-8", ByteString.encodeString(xml.toString(), StandardCharsets.UTF_8));
    }

    static SimReply ok(Object json) {
        return SimReply.of(200, "application/json;charset=utf-8", Json.bytes(json));
    }
}
