package dev.tenure.scim.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a schema (RFC 7643, 7).
 *
 * @param name its name
 * @param type its type, such as {@code string} or {@code complex}
 * @param multiValued whether it is a list
 * @param required whether a resource must have it
 * @param mutability such as {@code readOnly}
 * @param returned such as {@code default} or {@code request}
 * @param canonicalValues the values that are suggested
 * @param subAttributes the parts of a complex attribute
 */
public record SchemaAttribute(
        String name,
        String type,
        boolean multiValued,
        boolean required,
        String mutability,
        String returned,
        List<String> canonicalValues,
        List<SchemaAttribute> subAttributes) {

    /** Copies the lists. */
    public SchemaAttribute {
        canonicalValues = List.copyOf(canonicalValues);
        subAttributes = List.copyOf(subAttributes);
    }

    /**
     * A schema.
     *
     * @param urn its id
     * @param attributes its attributes
     */
    public record Schema(String urn, List<SchemaAttribute> attributes) {

        /** Copies the list. */
        public Schema {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * Reads all schemas, as a listing, an array or one alone.
     *
     * @param body the JSON
     * @return the schemas, in order
     * @throws MalformedAnswer if these are none
     */
    public static List<Schema> readAll(Buffer body) throws MalformedAnswer {
        Object json = Json.readAny(body);
        List<Object> documents = json instanceof Map<?, ?> map && map.containsKey("Resources")
                ? Json.list(Json.object(json).get("Resources"))
                : Json.list(json);
        List<Schema> schemas = new ArrayList<>();
        for (Object document : documents) {
            Map<String, @Nullable Object> schema = Json.object(document);
            Optional<String> urn = Json.text(schema.get("id"));
            if (urn.isPresent()) {
                schemas.add(new Schema(urn.get(), all(schema.get("attributes"))));
            }
        }
        if (schemas.isEmpty()) {
            throw new MalformedAnswer("there is no schema in it");
        }
        return schemas;
    }

    /**
     * Reads which extensions users have, from the resource types.
     *
     * @param body the JSON
     * @return the URNs of the extensions
     * @throws MalformedAnswer if these are no resource types
     */
    public static List<String> userExtensions(Buffer body) throws MalformedAnswer {
        Object json = Json.readAny(body);
        List<Object> types =
                json instanceof Map<?, ?> ? Json.list(Json.object(json).get("Resources")) : Json.list(json);
        List<String> urns = new ArrayList<>();
        boolean found = false;
        for (Object type : types) {
            Map<String, @Nullable Object> fields = Json.object(type);
            if (Json.text(fields.get("schema"))
                    .filter(ScimPath.USER::equalsIgnoreCase)
                    .isPresent()) {
                found = true;
                for (Object extension : Json.list(fields.get("schemaExtensions"))) {
                    Json.text(Json.object(extension).get("schema")).ifPresent(urns::add);
                }
            }
        }
        if (!found) {
            throw new MalformedAnswer("there is no resource type of users in it");
        }
        return urns;
    }

    private static List<SchemaAttribute> all(@Nullable Object json) {
        List<SchemaAttribute> attributes = new ArrayList<>();
        for (Object each : Json.list(json)) {
            Map<String, @Nullable Object> fields = Json.object(each);
            Optional<String> name = Json.text(fields.get("name"));
            if (name.isPresent()) {
                attributes.add(new SchemaAttribute(
                        name.get(),
                        Json.text(fields.get("type")).orElse("string"),
                        Json.truth(fields.get("multiValued")).orElse(false),
                        Json.truth(fields.get("required")).orElse(false),
                        Json.text(fields.get("mutability")).orElse("readWrite"),
                        Json.text(fields.get("returned")).orElse("default"),
                        Json.list(fields.get("canonicalValues")).stream()
                                .map(Json::text)
                                .flatMap(Optional::stream)
                                .toList(),
                        all(fields.get("subAttributes"))));
            }
        }
        return attributes;
    }
}
