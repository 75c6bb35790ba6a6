package dev.tenure.scim.internal.translate;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.scim.internal.wire.Json;
import dev.tenure.scim.internal.wire.SchemaAttribute;
import dev.tenure.scim.internal.wire.ScimPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Makes an attribute schema of SCIM's, with a name for each single value: {@code name.givenName} for a part of a complex
 * attribute, {@code emails[type eq "work"].value} for a part of an element, for each type that the schema or the RFC
 * suggests and for the primary one, and {@code roles} for the values of a whole list.
 */
public final class Schemas {

    private static final List<String> PLACES = List.of("work", "home", "other");
    private static final Map<String, List<String>> USUAL_TYPES = Map.of(
            "emails", PLACES,
            "addresses", PLACES,
            "phoneNumbers", List.of("work", "home", "mobile", "fax", "pager", "other"));

    private final Map<String, AttributeDefinition> definitions = new LinkedHashMap<>();

    private Schemas() {}

    /**
     * Translates schemas.
     *
     * @param schemas what the service sent
     * @param extensions the URNs of the extensions that users have; empty if it does not say, and all that are there count
     * @param further names of attributes that the service takes beyond what it says
     * @return the schema of a user's profile; empty if there is no schema of users among them
     */
    public static Optional<AttributeSchema> of(
            List<SchemaAttribute.Schema> schemas, Optional<List<String>> extensions, List<String> further) {
        Schemas all = new Schemas();
        Optional<SchemaAttribute.Schema> core = schemas.stream()
                .filter(schema -> schema.urn().equalsIgnoreCase(ScimPath.USER))
                .findFirst();
        if (core.isEmpty()) {
            return Optional.empty();
        }
        core.get().attributes().forEach(attribute -> all.add("", attribute));
        all.put("externalId", AttributeType.STRING, false, false);
        for (SchemaAttribute.Schema schema : schemas) {
            boolean isExtension = extensions
                    .map(urns -> urns.stream().anyMatch(schema.urn()::equalsIgnoreCase))
                    .orElseGet(() -> !schema.urn().startsWith("urn:ietf:params:scim:schemas:core:"));
            if (isExtension) {
                schema.attributes().forEach(attribute -> all.add(schema.urn() + ":", attribute));
            }
        }
        further.forEach(name -> all.put(name, AttributeType.STRING, false, false));
        return Optional.of(new AttributeSchema(all.definitions));
    }

    /**
     * Says whether users have an attribute by which access is ended.
     *
     * @param schemas what the service sent
     * @return false only if there is a schema of users without {@code active}
     */
    public static boolean hasActive(List<SchemaAttribute.Schema> schemas) {
        return schemas.stream()
                .filter(schema -> schema.urn().equalsIgnoreCase(ScimPath.USER))
                .allMatch(schema -> schema.attributes().stream()
                        .anyMatch(attribute -> attribute.name().equalsIgnoreCase("active")));
    }

    private void add(String prefix, SchemaAttribute attribute) {
        String name = prefix + attribute.name();
        boolean hidden = attribute.mutability().equals("writeOnly")
                || (prefix.isEmpty()
                        && Names.NOT_A_PROFILE.contains(attribute.name())
                        && !attribute.name().equals("active"));
        if (hidden) {
            return;
        }
        boolean readOnly = attribute.mutability().equals("readOnly")
                || (prefix.isEmpty() && attribute.name().equals("active"));
        if (!attribute.type().equals("complex")) {
            put(
                    name,
                    attribute.multiValued() ? AttributeType.ARRAY : type(attribute.type()),
                    attribute.required(),
                    readOnly);
        } else if (attribute.multiValued()) {
            elements(name, attribute, readOnly);
        } else {
            for (SchemaAttribute sub : attribute.subAttributes()) {
                put(name + "." + sub.name(), type(sub.type()), false, readOnly || isReadOnly(sub));
            }
        }
    }

    private void elements(String name, SchemaAttribute attribute, boolean readOnly) {
        Set<String> types = new LinkedHashSet<>();
        for (SchemaAttribute sub : attribute.subAttributes()) {
            if (sub.name().equals("type")) {
                types.addAll(sub.canonicalValues());
            }
        }
        types.addAll(USUAL_TYPES.getOrDefault(attribute.name(), List.of()));
        List<String> selectors = new ArrayList<>();
        types.forEach(type -> selectors.add("type eq " + Json.quoted(type)));
        selectors.add("primary eq true");
        for (SchemaAttribute sub : attribute.subAttributes()) {
            if (sub.name().equals("value")) {
                put(name, AttributeType.ARRAY, false, readOnly);
            }
            boolean isSelector = sub.name().equals("type") || sub.name().equals("primary");
            if (!isSelector) {
                for (String selector : selectors) {
                    put(
                            name + "[" + selector + "]." + sub.name(),
                            type(sub.type()),
                            false,
                            readOnly || isReadOnly(sub));
                }
            }
        }
    }

    private static boolean isReadOnly(SchemaAttribute sub) {
        return sub.mutability().equals("readOnly");
    }

    private void put(String name, AttributeType type, boolean required, boolean readOnly) {
        AttributeType element = type == AttributeType.ARRAY ? AttributeType.STRING : type;
        definitions.putIfAbsent(
                name, new AttributeDefinition(name, type, element, required, readOnly, OptionalInt.empty(), List.of()));
    }

    private static AttributeType type(String scim) {
        return switch (scim) {
            case "boolean" -> AttributeType.BOOLEAN;
            case "integer" -> AttributeType.INTEGER;
            case "decimal" -> AttributeType.DECIMAL;
            default -> AttributeType.STRING;
        };
    }
}
