package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Who is the source of an attribute, as a schema says it. */
final class MasterJson {

    private MasterJson() {}

    /** Says whether the attribute has a list of sources of its own, and Okta is not in it. */
    static boolean isElsewhere(JsonReader reader) throws IOException, MalformedAnswer {
        List<String> types = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        JsonIn.each(reader, (name, value) -> {
            if (name.equals("type")) {
                add(types, value);
            } else if (name.equals("priority") && value.peek() == JsonReader.Token.BEGIN_ARRAY) {
                value.beginArray();
                while (value.hasNext()) {
                    JsonIn.each(value, (part, text) -> add(part.equals("type") ? sources : new ArrayList<>(), text));
                }
                value.endArray();
            } else {
                value.skipValue();
            }
        });
        return types.contains("OVERRIDE") && !sources.isEmpty() && !sources.contains("OKTA");
    }

    private static void add(List<String> texts, JsonReader value) throws IOException {
        String text = JsonIn.text(value);
        if (text != null) {
            texts.add(text);
        }
    }
}
