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
import java.util.function.Supplier;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON as maps, lists, strings, truth values, {@link Long} and {@link BigDecimal}: whole numbers stay whole.
 */
public final class JsonText {

    private JsonText() {}

    /**
     * Reads a document.
     *
     * @param bytes the document
     * @param objects makes the map of each object
     * @return the value
     * @throws IOException if it is no JSON
     */
    public static @Nullable Object read(ByteString bytes, Supplier<Map<String, @Nullable Object>> objects)
            throws IOException {
        try {
            JsonReader reader = JsonReader.of(new Buffer().write(bytes));
            Object value = read(reader, objects);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new IOException("it goes on behind its end");
            }
            return value;
        } catch (JsonDataException | ArithmeticException | NumberFormatException malformed) {
            throw new IOException(malformed);
        }
    }

    /**
     * Writes a value.
     *
     * @param value maps, lists and what they hold
     * @return the document
     */
    public static ByteString write(@Nullable Object value) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setSerializeNulls(true);
            write(writer, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return buffer.readByteString();
    }

    private static @Nullable Object read(JsonReader reader, Supplier<Map<String, @Nullable Object>> objects)
            throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, @Nullable Object> map = objects.get();
                reader.beginObject();
                while (reader.hasNext()) {
                    map.put(reader.nextName(), read(reader, objects));
                }
                reader.endObject();
                return map;
            }
            case BEGIN_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    list.add(read(reader, objects));
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
