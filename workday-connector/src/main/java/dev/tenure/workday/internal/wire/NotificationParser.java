package dev.tenure.workday.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads notifications. Their exact form is up to the tenant, so worker ids are taken wherever they stand: in elements
 * {@code ID} with a type, in elements or JSON members named for the type, or in JSON objects with a type and a value. Of a
 * reference with several ids the worker number counts; one that has another thing's id beside Workday's own is no worker.
 * Safe for use by several threads.
 */
public final class NotificationParser {

    private static final List<String> NUMBERS = List.of("Employee_ID", "Contingent_Worker_ID");
    private static final int MOST = 1000;
    private static final int MAX_DEPTH = 50;

    private final Documents documents = new Documents();

    /** Makes a parser. */
    public NotificationParser() {}

    /**
     * Reads XML.
     *
     * @param in the bytes
     * @return what it says
     * @throws IOException if the connection breaks
     * @throws UnreadableAnswerException if it is no well-formed XML within the bounds, or names too many
     */
    public NotificationRecord xml(InputStream in) throws IOException {
        return documents.read(in, cursor -> {
            Found found = new Found();
            cursor.nextChildOfAnyNamespace();
            walk(cursor, found);
            cursor.finish();
            return found.record();
        });
    }

    /**
     * Reads JSON.
     *
     * @param body the text in UTF-8
     * @return what it says
     * @throws UnreadableAnswerException if it is no JSON within the bounds, or names too many
     */
    public NotificationRecord json(byte[] body) {
        Found found = new Found();
        try (JsonReader reader = JsonReader.of(new Buffer().write(body))) {
            walk(reader, found, 0);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new UnreadableAnswerException("it goes on behind its end");
            }
        } catch (IOException | JsonDataException notJson) {
            throw new UnreadableAnswerException("it is no JSON");
        }
        return found.record();
    }

    private static void walk(Cursor cursor, Found found) throws XMLStreamException {
        String number = null;
        String wid = null;
        boolean foreign = false;
        while (cursor.nextChildOfAnyNamespace()) {
            String name = cursor.name();
            if (name.equals("ID") && cursor.attribute("type") != null) {
                String type = cursor.attribute("type");
                String value = cursor.value();
                number = number == null && type != null && NUMBERS.contains(type) ? value : number;
                wid = Ids.WID.equals(type) && wid == null ? value : wid;
                foreign |= !isType(type);
            } else if (isType(name)) {
                found.add(cursor.value());
            } else if (name.equals("Username")) {
                found.user = cursor.value();
            } else if (name.equals("Password")) {
                found.password = cursor.text();
            } else {
                walk(cursor, found);
            }
        }
        found.add(number != null || foreign ? number : wid);
    }

    private static void walk(JsonReader reader, Found found, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new UnreadableAnswerException("it is nested too deep");
        }
        switch (reader.peek()) {
            case BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    walk(reader, found, depth + 1);
                }
                reader.endArray();
            }
            case BEGIN_OBJECT -> object(reader, found, depth);
            default -> reader.skipValue();
        }
    }

    private static void object(JsonReader reader, Found found, int depth) throws IOException {
        String type = null;
        String value = null;
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            boolean text = reader.peek() == JsonReader.Token.STRING || reader.peek() == JsonReader.Token.NUMBER;
            if (text && isType(name)) {
                found.add(reader.nextString());
            } else if (text && (name.equals("type") || name.equals("@type"))) {
                type = reader.nextString();
            } else if (text
                    && Set.of("id", "ID", "value", "$", "#text", "content").contains(name)) {
                value = reader.nextString();
            } else {
                walk(reader, found, depth + 1);
            }
        }
        reader.endObject();
        if (type != null && isType(type)) {
            found.add(value);
        }
    }

    private static boolean isType(@Nullable String name) {
        return Ids.WID.equals(name) || (name != null && NUMBERS.contains(name));
    }

    /** What was found so far. */
    private static final class Found {

        private final Set<String> workers = new LinkedHashSet<>();
        private @Nullable String user;
        private @Nullable String password;

        void add(@Nullable String id) {
            if (id == null || id.isBlank()) {
                return;
            }
            if (workers.size() == MOST) {
                throw new UnreadableAnswerException("it names more than " + MOST + " workers");
            }
            workers.add(id.strip());
        }

        NotificationRecord record() {
            return new NotificationRecord(Set.copyOf(workers), user, password);
        }
    }
}
