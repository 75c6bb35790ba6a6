package dev.tenure.lifecycle.engine;

import dev.tenure.lifecycle.expression.NearestName;
import dev.tenure.lifecycle.internal.json.Json;
import dev.tenure.lifecycle.internal.json.JsonParser;
import dev.tenure.lifecycle.internal.json.JsonText;
import dev.tenure.lifecycle.mapping.AbsentText;
import dev.tenure.lifecycle.mapping.Apply;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.MappingException;
import dev.tenure.lifecycle.mapping.MappingRow;
import dev.tenure.lifecycle.mapping.NullPolicy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Attribute mappings as JSON: an object whose {@code rows} each have an {@code attribute}, an {@code expression} and, where
 * they differ from what is usual, {@code apply} ({@code ALWAYS}, {@code ON_CREATE}) and {@code whenNull}
 * ({@code FOLLOW_POLICY}, {@code KEEP}, {@code CLEAR}). Beside {@code rows} there may be {@code absentText}
 * ({@code EMPTY}, {@code REJECT}). Anything else is refused.
 */
public final class MappingJson {

    private static final List<String> DOCUMENT = List.of("rows", "absentText");
    private static final List<String> ROW = List.of("attribute", "expression", "apply", "whenNull");

    private MappingJson() {}

    /**
     * Reads a mapping.
     *
     * @param json the document
     * @return the mapping, every expression parsed
     * @throws MappingException if an expression is bad
     * @throws IllegalArgumentException if the document is not JSON or not a mapping; the message says where
     */
    public static AttributeMapping read(String json) {
        Map<String, Json> document = members(JsonParser.parse(json), "the mapping", DOCUMENT);
        AttributeMapping.Builder mapping = AttributeMapping.builder();
        Json absentText = document.get("absentText");
        if (absentText != null) {
            mapping.absentText(constant(absentText, AbsentText.values()));
        }
        Json rows = document.get("rows");
        if (!(rows instanceof Json.Elements elements)) {
            throw new IllegalArgumentException("mapping: expected an array 'rows'" + (rows == null ? "" : at(rows)));
        }
        Set<String> attributes = new HashSet<>();
        for (Json row : elements.elements()) {
            String attribute = addRow(mapping, row);
            if (!attributes.add(attribute)) {
                throw new IllegalArgumentException("mapping: a second row '" + attribute + "'" + at(row));
            }
        }
        return mapping.build();
    }

    /**
     * Writes a mapping; read again, it is equal.
     *
     * @param mapping the mapping
     * @return the document, a row a line
     */
    public static String write(AttributeMapping mapping) {
        StringJoiner rows =
                new StringJoiner(",\n    ", "{\n  \"rows\": [\n    ", "\n  ]" + absentText(mapping) + "\n}\n");
        rows.setEmptyValue("{\n  \"rows\": []" + absentText(mapping) + "\n}\n");
        for (MappingRow row : mapping.rows()) {
            StringJoiner members = new StringJoiner(", ", "{", "}");
            members.add("\"attribute\": " + JsonText.quote(row.attribute()));
            members.add("\"expression\": " + JsonText.quote(row.expression().text()));
            if (row.apply() != Apply.ALWAYS) {
                members.add("\"apply\": \"" + row.apply() + "\"");
            }
            if (row.whenNull() != NullPolicy.FOLLOW_POLICY) {
                members.add("\"whenNull\": \"" + row.whenNull() + "\"");
            }
            rows.add(members.toString());
        }
        return rows.toString();
    }

    private static String absentText(AttributeMapping mapping) {
        return mapping.absentText() == AbsentText.EMPTY ? "" : ",\n  \"absentText\": \"" + mapping.absentText() + "\"";
    }

    private static String addRow(AttributeMapping.Builder mapping, Json json) {
        Map<String, Json> row = members(json, "a row", ROW);
        String attribute = text(row, "attribute", json);
        if (attribute.isBlank()) {
            throw new IllegalArgumentException("mapping: a row needs an attribute" + at(json));
        }
        Json apply = row.get("apply");
        Json whenNull = row.get("whenNull");
        mapping.row(
                attribute,
                text(row, "expression", json),
                apply == null ? Apply.ALWAYS : constant(apply, Apply.values()),
                whenNull == null ? NullPolicy.FOLLOW_POLICY : constant(whenNull, NullPolicy.values()));
        return attribute;
    }

    private static Map<String, Json> members(Json json, String what, List<String> allowed) {
        if (!(json instanceof Json.Members object)) {
            throw new IllegalArgumentException("mapping: expected " + what + " to be an object" + at(json));
        }
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            if (!allowed.contains(member.getKey())) {
                throw new IllegalArgumentException("mapping: " + what + " has no '" + member.getKey() + "'"
                        + at(member.getValue()) + NearestName.hint(member.getKey(), allowed));
            }
        }
        return object.members();
    }

    private static String text(Map<String, Json> row, String name, Json json) {
        Json value = row.get(name);
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException(
                "mapping: a row needs the string '" + name + "'" + at(value == null ? json : value));
    }

    private static <E extends Enum<E>> E constant(Json json, E[] constants) {
        String written = json instanceof Json.Text text ? text.value() : "";
        for (E constant : constants) {
            if (constant.name().equals(written)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("mapping: expected one of " + Arrays.toString(constants) + at(json));
    }

    private static String at(Json json) {
        return " at " + json.place();
    }
}
