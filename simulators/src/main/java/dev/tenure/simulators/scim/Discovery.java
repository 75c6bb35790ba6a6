package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the service says of itself (RFC 7643, 5 to 7). */
final class Discovery {

    private final Set<ScimQuirk> quirks;
    private final boolean versions;
    private final boolean cursors;
    private final int bulkOperations;
    private final int largestPage;

    Discovery(Set<ScimQuirk> quirks, boolean versions, boolean cursors, int bulkOperations, int largestPage) {
        this.quirks = quirks;
        this.versions = versions;
        this.cursors = cursors;
        this.bulkOperations = bulkOperations;
        this.largestPage = largestPage;
    }

    Map<String, @Nullable Object> config() {
        Map<String, @Nullable Object> config = Json.object();
        config.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"));
        config.put("patch", supported(!quirks.contains(ScimQuirk.NO_PATCH)));
        config.put("filter", supported(!quirks.contains(ScimQuirk.NO_FILTER), "maxResults", largestPage));
        Map<String, @Nullable Object> bulk = supported(bulkOperations > 0, "maxOperations", bulkOperations);
        bulk.put("maxPayloadSize", 1_048_576L);
        config.put("bulk", bulk);
        config.put("changePassword", supported(false));
        config.put("sort", supported(true));
        config.put("etag", supported(versions));
        Map<String, @Nullable Object> pagination = Json.object();
        pagination.put("cursor", cursors);
        pagination.put("index", true);
        pagination.put("defaultPaginationMethod", cursors ? "cursor" : "index");
        pagination.put("maxPageSize", (long) largestPage);
        config.put("pagination", pagination);
        config.put(
                "authenticationSchemes",
                List.of(Map.of("type", "oauthbearertoken", "name", "Bearer token", "description", "A bearer token")));
        return config;
    }

    Map<String, @Nullable Object> schemas() {
        return listing(List.of(Schema.USER.json(), Schema.ENTERPRISE.json(), Schema.GROUP.json()));
    }

    Map<String, @Nullable Object> types() {
        return listing(
                java.util.Arrays.stream(Type.values()).map(Discovery::type).toList());
    }

    private static Map<String, @Nullable Object> type(Type type) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:ResourceType"));
        json.put("id", type.schema().name());
        json.put("name", type.schema().name());
        json.put("endpoint", "/" + type.endpoint());
        json.put("schema", type.schema().urn());
        json.put(
                "schemaExtensions",
                type.extensions().stream()
                        .map(extension -> Map.of("schema", extension.urn(), "required", false))
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> listing(List<Map<String, @Nullable Object>> resources) {
        Map<String, @Nullable Object> answer = Json.object();
        answer.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:ListResponse"));
        answer.put("totalResults", (long) resources.size());
        answer.put("startIndex", 1L);
        answer.put("itemsPerPage", (long) resources.size());
        answer.put("Resources", resources);
        return answer;
    }

    private static Map<String, @Nullable Object> supported(boolean is) {
        Map<String, @Nullable Object> feature = Json.object();
        feature.put("supported", is);
        return feature;
    }

    private static Map<String, @Nullable Object> supported(boolean is, String limit, int value) {
        Map<String, @Nullable Object> feature = supported(is);
        feature.put(limit, (long) value);
        return feature;
    }
}
