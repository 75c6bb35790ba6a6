package dev.tenure.simulators.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, strings, truth values, {@link Long} and {@link BigDecimal}. The names within an object mind no case,
 * as SCIM has it.
 */
public final class Json {

    private Json() {}

    /**
     * Reads an object.
     *
     * @param bytes the document
     * @return the object; empty if it is anything else
     */
    public static Optional<Map<String, @Nullable Object>> object(ByteString bytes) {
        try {
            JsonReader reader = JsonReader.of(new Buffer().write(bytes));
            if (read(reader) instanceof Map<?, ?> map && reader.peek() == JsonReader.Token.END_DOCUMENT) {
                return Optional.of(map(map));
            }
        } catch (IOException | JsonDataException | ArithmeticException | NumberFormatException malformed) {
            // Told by the caller, in the terms of its protocol.
        }
        return Optional.empty();
    }

    /**
     * Writes a value.
     *
     * @param value maps, lists and what they hold
     * @return the document
     */
    public static ByteString bytes(@Nullable Object value) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setSerializeNulls(true);
            write(writer, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return buffer.readByteString();
    }

    /**
     * Makes an object without content.
     *
     * @return a map that minds no case
     */
    public static Map<String, @Nullable Object> object() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    /**
     * Takes a value for an object.
     *
     * @param value any value
     * @return the object, or one without content where it is none
     */
    @SuppressWarnings("unchecked") // Only this class makes these maps, and their keys are strings.
    public static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : object();
    }

    /**
     * Takes a value for a list.
     *
     * @param value any value
     * @return the list; one of the value alone where it is none; nothing for null
     */
    public static List<@Nullable Object> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        List<@Nullable Object> one = new ArrayList<>();
        if (value != null) {
            one.add(value);
        }
        return one;
    }

    /**
     * Copies a value with all that it holds.
     *
     * @param value any value
     * @return the copy, whose objects mind no case
     */
    public static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = object();
            map.forEach((name, held) -> copy.put(String.valueOf(name), copy(held)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(copy(element)));
            return copy;
        }
        return value;
    }

    private static @Nullable Object read(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, @Nullable Object> map = object();
                reader.beginObject();
                while (reader.hasNext()) {
                    map.put(reader.nextName(), read(reader));
                }
                reader.endObject();
                return map;
            }
            case BEGIN_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    list.add(read(reader));
                }
                reader.endArray();
                return list;
            }
            case STRING -> {
                return reader.nextString();
            }
            case NUMBER -> {
                BigDecimal number = new BigDecimal(reader.nextString());
                return number.scale() == 0 && number.precision() < 19 ? (Object) number.longValueExact() : number;
            }
            case BOOLEAN -> {
                return reader.nextBoolean();
            }
            case NULL -> {
                return reader.nextNull();
            }
            default -> throw new JsonDataException("unexpected " + reader.peek());
        }
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
        } else if (value instanceof Number number) {
            writer.value(number);
        } else if (value instanceof Boolean truth) {
            writer.value(truth);
        } else if (value == null) {
            writer.nullValue();
        } else {
            writer.value(value.toString());
        }
    }
}
