package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.json.Json;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each call does. Guarded by whoever holds the store. */
final class Endpoints {

    /** An answer before it is written. */
    record Result(int status, Optional<Map<String, @Nullable Object>> body) {

        static Result of(int status, Map<String, @Nullable Object> body) {
            return new Result(status, Optional.of(body));
        }
    }

    /** A request, as far as endpoints need it. */
    record Call(
            String method,
            List<String> path,
            Map<String, String> query,
            Map<String, @Nullable Object> body,
            Optional<String> ifMatch) {}

    private final Store store;
    private final Checks checks;
    private final Listing listing;
    private final Discovery discovery;
    private final Set<ScimQuirk> quirks;
    private final boolean versions;
    private final int bulkOperations;
    private final InstantSource clock;
    private final List<SimulatedWrite> writes;

    Endpoints(
            Store store,
            Checks checks,
            Listing listing,
            Discovery discovery,
            Set<ScimQuirk> quirks,
            boolean versions,
            int bulkOperations,
            InstantSource clock,
            List<SimulatedWrite> writes) {
        this.store = store;
        this.checks = checks;
        this.listing = listing;
        this.discovery = discovery;
        this.quirks = quirks;
        this.versions = versions;
        this.bulkOperations = bulkOperations;
        this.clock = clock;
        this.writes = writes;
    }

    Result answer(Call call) {
        String first = call.path().isEmpty() ? "" : call.path().get(0);
        for (Type type : Type.values()) {
            if (type.endpoint().equalsIgnoreCase(first)) {
                return call.path().size() == 1
                        ? collection(type, call)
                        : one(type, call.path().get(1), call);
            }
        }
        if (first.equals("Bulk") && bulkOperations > 0 && call.method().equals("POST")) {
            return bulk(call);
        }
        if (call.method().equals("GET") && !quirks.contains(ScimQuirk.NO_DISCOVERY)) {
            switch (first) {
                case "ServiceProviderConfig" -> {
                    return Result.of(200, discovery.config());
                }
                case "Schemas" -> {
                    return Result.of(200, discovery.schemas());
                }
                case "ResourceTypes" -> {
                    return Result.of(200, discovery.types());
                }
                default -> {}
            }
        }
        throw new Refusal(404, "", "Endpoint not found");
    }

    private Result collection(Type type, Call call) {
        if (call.method().equals("GET")) {
            return Result.of(200, listing.answer(type, call.query()));
        }
        if (!call.method().equals("POST")) {
            throw new Refusal(405, "", "Method not allowed");
        }
        Map<String, @Nullable Object> row = store.create(type, checks.taken(call.body(), type));
        note("POST /" + type.endpoint(), String.valueOf(row.get("id")), names(call.body()));
        return quirks.contains(ScimQuirk.NO_BODY_AFTER_CREATE)
                ? new Result(201, Optional.empty())
                : Result.of(201, row);
    }

    private Result one(Type type, String id, Call call) {
        Map<String, @Nullable Object> before = store.get(type, id);
        boolean stale = call.ifMatch()
                .filter(tag -> !tag.equals(Json.map(before.get("meta")).get("version")))
                .isPresent();
        if (versions && stale) {
            throw new Refusal(412, "", "The resource has changed");
        }
        String name = call.method() + " /" + type.endpoint() + "/{id}";
        switch (call.method()) {
            case "GET" -> {
                return Result.of(200, listing.shown(before, call.query()));
            }
            case "PUT" -> {
                note(name, id, names(call.body()));
                return Result.of(200, store.replace(type, id, checks.taken(call.body(), type)));
            }
            case "PATCH" -> {
                return patch(type, id, before, call);
            }
            case "DELETE" -> {
                store.delete(type, id);
                note(name, id, List.of());
                return new Result(204, Optional.empty());
            }
            default -> throw new Refusal(405, "", "Method not allowed");
        }
    }

    private Result patch(Type type, String id, Map<String, @Nullable Object> before, Call call) {
        if (quirks.contains(ScimQuirk.NO_PATCH)) {
            throw new Refusal(501, "", "PATCH is not implemented");
        }
        Map<String, @Nullable Object> after = new Patch(type, checks, quirks).apply(before, call.body());
        note("PATCH /" + type.endpoint() + "/{id}", id, Patch.paths(call.body()));
        if (same(before, after)) {
            return quirks.contains(ScimQuirk.NO_BODY_WHERE_NOTHING_CHANGED)
                            || quirks.contains(ScimQuirk.NO_BODY_AFTER_PATCH)
                    ? new Result(204, Optional.empty())
                    : Result.of(200, before);
        }
        Map<String, @Nullable Object> stored = store.replace(type, id, checks.taken(after, type));
        return quirks.contains(ScimQuirk.NO_BODY_AFTER_PATCH)
                ? new Result(204, Optional.empty())
                : Result.of(200, stored);
    }

    private Result bulk(Call call) {
        List<@Nullable Object> operations = Json.list(call.body().get("Operations"));
        if (operations.size() > bulkOperations) {
            throw new Refusal(413, "tooMany", "More than " + bulkOperations + " operations");
        }
        Map<String, String> ids = new HashMap<>();
        List<Object> results = new ArrayList<>();
        for (Object each : operations) {
            results.add(bulkOperation(Json.map(each), ids));
        }
        Map<String, @Nullable Object> body = Json.object();
        body.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:BulkResponse"));
        body.put("Operations", results);
        return Result.of(200, body);
    }

    private Map<String, @Nullable Object> bulkOperation(
            Map<String, @Nullable Object> operation, Map<String, String> ids) {
        Map<String, @Nullable Object> result = Json.object();
        result.put("method", operation.get("method"));
        Object bulkId = operation.get("bulkId");
        if (bulkId != null) {
            result.put("bulkId", bulkId);
        }
        String path = String.valueOf(operation.get("path"));
        List<String> steps = List.of(path.substring(1).split("/", -1));
        Call inner = new Call(
                String.valueOf(operation.get("method")),
                steps,
                Map.of(),
                Json.map(resolved(operation.get("data"), ids)),
                Optional.ofNullable(operation.get("version")).map(Object::toString));
        try {
            Result done = answer(inner);
            result.put("status", Integer.toString(done.status()));
            done.body().ifPresent(body -> {
                String id = String.valueOf(body.get("id"));
                result.put("location", "/" + steps.get(0) + "/" + id);
                result.put("response", body);
                if (bulkId != null) {
                    ids.put(bulkId.toString(), id);
                }
            });
        } catch (Refusal refusal) {
            result.put("status", Integer.toString(refusal.status()));
            result.put("response", ScimSimulator.error(refusal, false));
        }
        return result;
    }

    private static @Nullable Object resolved(@Nullable Object value, Map<String, String> ids) {
        if (value instanceof String text && text.startsWith("bulkId:")) {
            return ids.getOrDefault(text.substring("bulkId:".length()), text);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = Json.object();
            map.forEach((name, held) -> copy.put(String.valueOf(name), resolved(held, ids)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(resolved(element, ids)));
            return copy;
        }
        return value;
    }

    private static boolean same(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        return Objects.equals(Json.bytes(before), Json.bytes(after));
    }

    private static List<String> names(Map<String, @Nullable Object> body) {
        return body.keySet().stream()
                .filter(name -> !name.equalsIgnoreCase("schemas"))
                .toList();
    }

    private void note(String call, String id, List<String> attributes) {
        writes.add(new SimulatedWrite(clock.instant(), call, id, attributes));
    }
}
