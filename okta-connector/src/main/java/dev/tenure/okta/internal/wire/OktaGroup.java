package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A group as Okta sends it.
 *
 * @param id the id
 * @param type {@code OKTA_GROUP} for one that belongs to Okta itself
 * @param name the name
 * @param profile the whole profile as JSON values, to be sent back when the name changes
 */
public record OktaGroup(String id, String type, String name, Map<String, @Nullable Object> profile) {

    private static final JsonReader.Options NAMES = JsonReader.Options.of("id", "type", "profile");

    /**
     * Reads one group.
     *
     * @param body the JSON
     * @return the group
     * @throws MalformedAnswer if it is none
     */
    public static OktaGroup read(Buffer body) throws MalformedAnswer {
        return JsonIn.whole(body, OktaGroup::read);
    }

    /**
     * Reads a page of groups.
     *
     * @param body the JSON
     * @return the groups, in order
     * @throws MalformedAnswer if it is none
     */
    public static List<OktaGroup> readAll(Buffer body) throws MalformedAnswer {
        return JsonIn.whole(body, reader -> JsonIn.list(reader, OktaGroup::read));
    }

    /**
     * Writes the body that makes a group.
     *
     * @param name its name
     * @param description its description
     * @return the JSON
     */
    public static ByteString newGroup(String name, String description) {
        Map<String, @Nullable Object> profile = new LinkedHashMap<>();
        profile.put("name", name);
        profile.put("description", description);
        return body(profile);
    }

    /**
     * Writes the body that renames this group and keeps everything else.
     *
     * @param newName its new name
     * @return the JSON
     */
    public ByteString renamed(String newName) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(profile);
        changed.put("name", newName);
        return body(changed);
    }

    /**
     * Gives the description.
     *
     * @return the description, empty if there is none
     */
    public String description() {
        return profile.get("description") instanceof String text ? text : "";
    }

    private static ByteString body(Map<String, ? extends @Nullable Object> profile) {
        return ProfileJson.json(writer -> {
            writer.beginObject().name("profile");
            writer.jsonValue(profile);
            writer.endObject();
        });
    }

    private static OktaGroup read(JsonReader reader) throws IOException, MalformedAnswer {
        String id = null;
        String type = null;
        Map<String, @Nullable Object> profile = Map.of();
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> id = JsonIn.text(reader);
                case 1 -> type = JsonIn.text(reader);
                case 2 -> profile = profile(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        Object name = profile.get("name");
        return new OktaGroup(
                JsonIn.required(id, "id"),
                JsonIn.required(type, "type"),
                JsonIn.required(name instanceof String text ? text : null, "profile.name"),
                profile);
    }

    private static Map<String, @Nullable Object> profile(JsonReader reader) throws IOException {
        Map<String, @Nullable Object> profile = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            profile.put(reader.nextName(), reader.readJsonValue());
        }
        reader.endObject();
        return profile;
    }
}
