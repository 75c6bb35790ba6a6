package dev.tenure.simulators.successfactors;

import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes e-mails and phones: a status per record within HTTP 200, and one primary of each kind per person. */
final class Upserts {

    private static final Map<String, String> TYPES = Map.of("PerEmail", "emailType", "PerPhone", "phoneType");

    private final Tenant tenant;

    Upserts(Tenant tenant) {
        this.tenant = tenant;
    }

    SimReply answer(SimRequest request) {
        if (!"incremental".equals(request.query().get("purgeType"))) {
            throw Refusal.json(
                    400, "COE_GENERAL_BAD_REQUEST", "[COE0018]This simulator takes incremental upserts only.");
        }
        Object body = Json.document(request.body());
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        for (Object one : body instanceof List<?> list ? list : List.of(body == null ? Map.of() : body)) {
            records.add(Json.asObject(one));
        }
        List<@Nullable String> faults =
                records.stream().map(record -> fault(record, records)).collect(Collectors.toCollection(ArrayList::new));
        List<Map<String, @Nullable Object>> outcomes = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (faults.get(i) == null) {
                apply(records.get(i));
            }
            outcomes.add(outcome(records.get(i), i, faults.get(i)));
        }
        return Service.ok(Map.of("d", outcomes));
    }

    private static String entity(Map<String, @Nullable Object> record) {
        String uri = String.valueOf(Json.asObject(record.get("__metadata")).get("uri"));
        int bracket = uri.indexOf('(');
        return bracket < 0 ? uri : uri.substring(0, bracket);
    }

    private @Nullable String fault(Map<String, @Nullable Object> record, List<Map<String, @Nullable Object>> all) {
        String type = TYPES.get(entity(record));
        if (type == null) {
            return "[COE0020]The entity cannot be upserted";
        }
        Schema.Entity entity = Schema.of(entity(record));
        Optional<String> unknown = record.keySet().stream()
                .filter(name ->
                        !name.equals("__metadata") && !entity.properties().containsKey(name))
                .findFirst();
        if (unknown.isPresent()) {
            return "[COE0021]Invalid property " + unknown.get();
        }
        if (!(record.get("isPrimary") instanceof Boolean)) {
            return "isPrimary contains an invalid flag for boolean field";
        }
        Object person = record.get("personIdExternal");
        if (person == null
                || tenant.first("PerPerson", "personIdExternal", person).isEmpty()) {
            return "personIdExternal is invalid";
        }
        Object option = record.get(type);
        if (option == null || tenant.first("PicklistOption", "id", option).isEmpty()) {
            return type + " is no option of the picklist";
        }
        if (type.equals("emailType")
                && !String.valueOf(record.get("emailAddress")).contains("@")) {
            return "emailAddress is not valid";
        }
        return Boolean.TRUE.equals(record.get("isPrimary")) && anotherIsPrimary(record, type, all)
                ? "There is more than one primary record"
                : null;
    }

    /** As all records of the request together leave it. */
    private boolean anotherIsPrimary(
            Map<String, @Nullable Object> record, String type, List<Map<String, @Nullable Object>> all) {
        Map<Object, Boolean> primary = new HashMap<>();
        tenant.where(entity(record), "personIdExternal", record.get("personIdExternal"))
                .forEach(row -> primary.put(String.valueOf(row.get(type)), Boolean.TRUE.equals(row.get("isPrimary"))));
        all.stream()
                .filter(one -> entity(one).equals(entity(record))
                        && Objects.equals(one.get("personIdExternal"), record.get("personIdExternal")))
                .forEach(one -> primary.put(String.valueOf(one.get(type)), Boolean.TRUE.equals(one.get("isPrimary"))));
        return primary.values().stream().filter(Boolean::booleanValue).count() > 1;
    }

    private void apply(Map<String, @Nullable Object> record) {
        String type = Objects.requireNonNull(TYPES.get(entity(record)));
        Map<String, @Nullable Object> row =
                tenant.where(entity(record), "personIdExternal", record.get("personIdExternal")).stream()
                        .filter(one -> String.valueOf(one.get(type)).equals(String.valueOf(record.get(type))))
                        .findFirst()
                        .orElseGet(() -> tenant.add(entity(record), Map.of()));
        record.forEach((name, value) -> {
            if (!name.equals("__metadata")) {
                row.put(name, value);
            }
        });
        tenant.touch(row);
    }

    private static Map<String, @Nullable Object> outcome(
            Map<String, @Nullable Object> record, int index, @Nullable String fault) {
        String key = entity(record) + "/personIdExternal=" + record.get("personIdExternal");
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("key", key);
        outcome.put("status", fault == null ? "OK" : "ERROR");
        outcome.put("editStatus", fault == null ? "UPSERTED" : null);
        outcome.put(
                "message",
                fault == null ? null : fault + "\n Failed record info: " + record + "\n with the index " + index);
        outcome.put("index", index);
        outcome.put("httpCode", fault == null ? 200 : 400);
        outcome.put("inlineResults", null);
        return outcome;
    }
}
