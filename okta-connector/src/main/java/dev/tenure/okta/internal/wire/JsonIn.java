package dev.tenure.okta.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads one JSON document that is wholly in memory, so that every failure is the document's own. */
final class JsonIn {

    /** Reads a value at the reader's place. */
    @FunctionalInterface
    interface Part<T> {
        T read(JsonReader reader) throws IOException, MalformedAnswer;
    }

    /** Looks at a member of an object. */
    @FunctionalInterface
    interface Member {
        void read(String name, JsonReader value) throws IOException, MalformedAnswer;
    }

    private JsonIn() {}

    static <T> T whole(Buffer body, Part<T> part) throws MalformedAnswer {
        try (JsonReader reader = JsonReader.of(body)) {
            T value = part.read(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new MalformedAnswer("something follows the JSON");
            }
            return value;
        } catch (IOException | JsonDataException | NumberFormatException malformed) {
            throw new MalformedAnswer("it is not the JSON that was expected");
        }
    }

    static <T> List<T> list(JsonReader reader, Part<T> part) throws IOException, MalformedAnswer {
        List<T> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(part.read(reader));
        }
        reader.endArray();
        return list;
    }

    /** Shows every member of an object; anything else is skipped. */
    static void each(JsonReader reader, Member member) throws IOException, MalformedAnswer {
        if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
            reader.skipValue();
            return;
        }
        reader.beginObject();
        while (reader.hasNext()) {
            member.read(reader.nextName(), reader);
        }
        reader.endObject();
    }

    /** Reads text; anything else is skipped and gives null. */
    static @Nullable String text(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.STRING) {
            return reader.nextString();
        }
        reader.skipValue();
        return null;
    }

    static String required(@Nullable String value, String what) throws MalformedAnswer {
        if (value == null || value.isBlank()) {
            throw new MalformedAnswer("'" + what + "' is missing");
        }
        return value;
    }
}
