package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What the user schema says of one attribute.
 *
 * @param name its name
 * @param type its JSON type
 * @param itemType the JSON type of the elements of an array; equal to {@code type} otherwise
 * @param required whether it must have a value
 * @param mutability such as {@code READ_ONLY}
 * @param maxLength the greatest length of a string; -1 for none
 * @param allowed the only values it may have, as text; empty if any will do
 * @param sourcedElsewhere whether only applications may write it, and Okta's own API may not
 * @param unique whether Okta lets only one user have a value of it; while it still checks those that are there, it does not
 */
public record SchemaProperty(
        String name,
        String type,
        String itemType,
        boolean required,
        String mutability,
        int maxLength,
        List<String> allowed,
        boolean sourcedElsewhere,
        boolean unique) {

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("type", "items", "required", "mutability", "maxLength", "enum", "master", "unique");

    /** Copies the list. */
    public SchemaProperty {
        allowed = List.copyOf(allowed);
    }

    /**
     * Reads a user schema: base attributes and custom ones.
     *
     * @param body the JSON
     * @return the attributes, in order
     * @throws MalformedAnswer if it is no schema
     */
    public static List<SchemaProperty> readAll(Buffer body) throws MalformedAnswer {
        return JsonIn.whole(body, reader -> {
            Map<String, SchemaProperty> all = new LinkedHashMap<>();
            JsonIn.each(reader, (name, value) -> {
                if (!name.equals("definitions")) {
                    value.skipValue();
                    return;
                }
                JsonIn.each(
                        value, (part, definition) -> definition(definition).forEach(p -> all.putIfAbsent(p.name(), p)));
            });
            return List.copyOf(all.values());
        });
    }

    private static List<SchemaProperty> definition(JsonReader reader) throws IOException, MalformedAnswer {
        List<SchemaProperty> properties = new ArrayList<>();
        Set<String> required = new LinkedHashSet<>();
        JsonIn.each(reader, (name, value) -> {
            if (name.equals("properties")) {
                JsonIn.each(value, (property, description) -> properties.add(property(property, description)));
            } else if (name.equals("required") && value.peek() == JsonReader.Token.BEGIN_ARRAY) {
                for (String text : texts(value)) {
                    required.add(text);
                }
            } else {
                value.skipValue();
            }
        });
        return properties.stream()
                .map(property -> required.contains(property.name()) ? property.asRequired() : property)
                .toList();
    }

    private SchemaProperty asRequired() {
        return new SchemaProperty(name, type, itemType, true, mutability, maxLength, allowed, sourcedElsewhere, unique);
    }

    private static SchemaProperty property(String name, JsonReader reader) throws IOException, MalformedAnswer {
        String type = null;
        String itemType = null;
        boolean required = false;
        String mutability = null;
        int maxLength = -1;
        List<String> allowed = List.of();
        boolean sourcedElsewhere = false;
        boolean unique = false;
        if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
            throw new MalformedAnswer("a property of the schema is no object");
        }
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> type = JsonIn.text(reader);
                case 1 -> itemType = itemType(reader);
                case 2 -> required = truth(reader);
                case 3 -> mutability = JsonIn.text(reader);
                case 4 -> maxLength = length(reader);
                case 5 -> allowed = texts(reader);
                case 6 -> sourcedElsewhere = MasterJson.isElsewhere(reader);
                case 7 -> unique = isUnique(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        String known = type == null ? "string" : type;
        return new SchemaProperty(
                name,
                known,
                itemType == null ? known : itemType,
                required,
                mutability == null ? "" : mutability,
                maxLength,
                allowed,
                sourcedElsewhere,
                unique);
    }

    private static @Nullable String itemType(JsonReader reader) throws IOException, MalformedAnswer {
        List<String> found = new ArrayList<>();
        JsonIn.each(reader, (name, value) -> {
            String text = JsonIn.text(value);
            if (name.equals("type") && text != null) {
                found.add(text);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static boolean truth(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.BOOLEAN) {
            return reader.nextBoolean();
        }
        reader.skipValue();
        return false;
    }

    /** It answers with a word where it was asked with a truth value. */
    private static boolean isUnique(JsonReader reader) throws IOException {
        return reader.peek() == JsonReader.Token.STRING
                ? reader.nextString().equals("UNIQUE_VALIDATED")
                : truth(reader);
    }

    private static int length(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NUMBER) {
            return reader.nextInt();
        }
        reader.skipValue();
        return -1;
    }

    /** Reads strings and numbers as text; nothing for anything else. */
    private static List<String> texts(JsonReader reader) throws IOException {
        List<String> texts = new ArrayList<>();
        if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) {
            reader.skipValue();
            return texts;
        }
        reader.beginArray();
        while (reader.hasNext()) {
            if (reader.peek() == JsonReader.Token.STRING || reader.peek() == JsonReader.Token.NUMBER) {
                texts.add(reader.nextString());
            } else {
                reader.skipValue();
            }
        }
        reader.endArray();
        return texts;
    }
}
