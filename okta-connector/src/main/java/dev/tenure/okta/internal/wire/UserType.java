package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A user type.
 *
 * @param id the id
 * @param name the name
 * @param schemaId the id of its schema: the last part of the schema's address
 */
public record UserType(String id, String name, String schemaId) {

    private static final JsonReader.Options NAMES = JsonReader.Options.of("id", "name", "_links");

    /**
     * Reads the list of types.
     *
     * @param body the JSON
     * @return the types, in order
     * @throws MalformedAnswer if it is none
     */
    public static List<UserType> readAll(Buffer body) throws MalformedAnswer {
        return JsonIn.whole(body, reader -> JsonIn.list(reader, UserType::read));
    }

    private static UserType read(JsonReader reader) throws IOException, MalformedAnswer {
        String id = null;
        String name = null;
        String schema = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> id = JsonIn.text(reader);
                case 1 -> name = JsonIn.text(reader);
                case 2 -> schema = schema(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new UserType(
                JsonIn.required(id, "id"),
                JsonIn.required(name, "name"),
                JsonIn.required(schema, "the link to the schema"));
    }

    private static @Nullable String schema(JsonReader reader) throws IOException, MalformedAnswer {
        List<String> addresses = new ArrayList<>();
        JsonIn.each(reader, (link, value) -> {
            if (!link.equals("schema")) {
                value.skipValue();
                return;
            }
            JsonIn.each(value, (part, text) -> {
                String address = JsonIn.text(text);
                if (part.equals("href") && address != null) {
                    addresses.add(address);
                }
            });
        });
        return addresses.isEmpty()
                ? null
                : addresses.get(0).substring(addresses.get(0).lastIndexOf('/') + 1);
    }
}
