package dev.tenure.simulators.okta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** User types and their schemas as the organisation describes it. */
final class Schemas {

    private Schemas() {}

    static Map<String, @Nullable Object> user(UserTypes.Type userType, String baseUrl) {
        Map<String, @Nullable Object> base = new LinkedHashMap<>();
        List<String> requiredBase = new ArrayList<>();
        ProfileRules.baseAttributes().forEach((name, attribute) -> {
            base.put(name, base(attribute));
            if (attribute.required()) {
                requiredBase.add(name);
            }
        });
        Map<String, @Nullable Object> custom = new LinkedHashMap<>();
        List<String> requiredCustom = new ArrayList<>();
        userType.rules().custom().forEach((name, attribute) -> {
            custom.put(name, custom(attribute));
            if (attribute.required()) {
                requiredCustom.add(name);
            }
        });
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("id", address(userType, baseUrl));
        schema.put("$schema", "http://json-schema.org/draft-04/schema#");
        schema.put("name", "user");
        schema.put("title", "User");
        schema.put("type", "object");
        schema.put(
                "definitions",
                Map.of(
                        "base", part("#base", base, requiredBase),
                        "custom", part("#custom", custom, requiredCustom)));
        return schema;
    }

    static Map<String, @Nullable Object> userType(UserTypes.Type userType, String baseUrl) {
        Map<String, @Nullable Object> type = new LinkedHashMap<>();
        type.put("id", userType.id());
        type.put("name", userType.name());
        type.put("displayName", userType.name());
        type.put("default", userType.isDefault());
        type.put("_links", Map.of("schema", Map.of("href", address(userType, baseUrl))));
        return type;
    }

    private static String address(UserTypes.Type userType, String baseUrl) {
        return baseUrl + "/api/v1/meta/schemas/user/" + userType.schemaId();
    }

    private static Map<String, Object> part(
            String id, Map<String, @Nullable Object> properties, List<String> required) {
        return Map.of("id", id, "type", "object", "properties", properties, "required", required);
    }

    private static Map<String, @Nullable Object> base(ProfileRules.Base attribute) {
        Map<String, @Nullable Object> property = common(attribute.title(), "string", "READ_WRITE");
        if (attribute.minLength() > 0) {
            property.put("minLength", attribute.minLength());
        }
        if (attribute.maxLength() > 0) {
            property.put("maxLength", attribute.maxLength());
        }
        if (attribute.required()) {
            property.put("required", true);
        }
        return property;
    }

    private static Map<String, @Nullable Object> custom(CustomAttribute attribute) {
        Map<String, @Nullable Object> property = common(attribute.name(), attribute.type(), attribute.mutability());
        if (attribute.type().equals("array")) {
            property.put("items", Map.of("type", "string"));
        }
        if (attribute.maxLength() > 0) {
            property.put("maxLength", attribute.maxLength());
        }
        attribute
                .source()
                .ifPresent(app -> property.put(
                        "master",
                        Map.of("type", "OVERRIDE", "priority", List.of(Map.of("type", "APP", "value", app)))));
        if (attribute.unique()) {
            property.put("unique", "UNIQUE_VALIDATED");
        }
        if (!attribute.allowed().isEmpty()) {
            property.put("enum", attribute.allowed());
            property.put(
                    "oneOf",
                    attribute.allowed().stream()
                            .map(value -> Map.of("const", value, "title", value))
                            .toList());
        }
        return property;
    }

    private static Map<String, @Nullable Object> common(String title, String type, String mutability) {
        Map<String, @Nullable Object> property = new LinkedHashMap<>();
        property.put("title", title);
        property.put("type", type);
        property.put("mutability", mutability);
        property.put("scope", "NONE");
        property.put("permissions", List.of(Map.of("principal", "SELF", "action", "READ_ONLY")));
        property.put("master", Map.of("type", "PROFILE_MASTER"));
        return property;
    }
}
