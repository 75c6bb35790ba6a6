package dev.tenure.successfactors.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, truth values and text; numbers as the text they are written in. Depth and the number of values are
 * bounded; how many bytes are read is bounded by whoever gives the source.
 */
public final class Json {

    private static final int MOST_DEPTH = 24;
    private static final int MOST_VALUES = 20_000_000;
    private static final int LONGEST_NAME = 1_000;

    private int values;

    private Json() {}

    /**
     * Reads a document.
     *
     * @param source its bytes
     * @return its value
     * @throws IOException if the connection breaks
     * @throws UnreadableAnswerException if it is no JSON within the bounds
     */
    public static @Nullable Object read(BufferedSource source) throws IOException, UnreadableAnswerException {
        // The source is drained first, so that a broken connection and malformed JSON are told apart.
        Buffer whole = new Buffer();
        whole.writeAll(source);
        try (JsonReader reader = JsonReader.of(whole)) {
            Object value = new Json().value(reader, 0);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new UnreadableAnswerException("something follows the JSON");
            }
            return value;
        } catch (IOException | JsonDataException malformed) {
            throw new UnreadableAnswerException("it is no well-formed JSON");
        }
    }

    /**
     * Writes a document.
     *
     * @param value maps, lists, truth values, text and nulls
     * @return its bytes
     */
    public static ByteString write(Object value) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setSerializeNulls(true);
            write(writer, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return buffer.readByteString();
    }

    private @Nullable Object value(JsonReader reader, int depth) throws IOException, UnreadableAnswerException {
        if (depth > MOST_DEPTH || ++values > MOST_VALUES) {
            throw new UnreadableAnswerException("it is nested too deep, or has too many values");
        }
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                return object(reader, depth);
            }
            case BEGIN_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    list.add(value(reader, depth + 1));
                }
                reader.endArray();
                return list;
            }
            case STRING, NUMBER -> {
                return reader.nextString();
            }
            case BOOLEAN -> {
                return reader.nextBoolean();
            }
            case NULL -> {
                return reader.nextNull();
            }
            default -> throw new UnreadableAnswerException("it is no well-formed JSON");
        }
    }

    private Map<String, @Nullable Object> object(JsonReader reader, int depth)
            throws IOException, UnreadableAnswerException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (name.length() > LONGEST_NAME) {
                throw new UnreadableAnswerException("a name in it is too long");
            }
            Object value = value(reader, depth + 1);
            if (map.containsKey(name)) {
                throw new UnreadableAnswerException("a name comes twice in one object");
            }
            map.put(name, value);
        }
        reader.endObject();
        return map;
    }

    private static void write(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            writer.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                writer.name(String.valueOf(entry.getKey()));
                write(writer, entry.getValue());
            }
            writer.endObject();
        } else if (value instanceof List<?> list) {
            writer.beginArray();
            for (Object element : list) {
                write(writer, element);
            }
            writer.endArray();
        } else if (value instanceof Boolean truth) {
            writer.value(truth);
        } else if (value == null) {
            writer.nullValue();
        } else {
            writer.value(value.toString());
        }
    }
}
