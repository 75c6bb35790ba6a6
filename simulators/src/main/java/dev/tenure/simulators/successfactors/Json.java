package dev.tenure.simulators.successfactors;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, strings, truth values, {@link Long} and {@link BigDecimal}: whole numbers stay whole. */
final class Json {

    private Json() {}

    /** Reads a document; refuses what is none as the tenant does. */
    static @Nullable Object document(ByteString bytes) {
        try {
            JsonReader reader = JsonReader.of(new Buffer().write(bytes));
            Object value = read(reader);
            if (reader.peek() == JsonReader.Token.END_DOCUMENT) {
                return value;
            }
        } catch (IOException | JsonDataException | NumberFormatException malformed) {
            // Told below, as the tenant does.
        }
        throw Refusal.json(400, "COE_GENERAL_BAD_REQUEST", "[COE0018]The request body cannot be read.");
    }

    static ByteString bytes(Object value) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setSerializeNulls(true);
            write(writer, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return buffer.readByteString();
    }

    @SuppressWarnings("unchecked") // Only read() makes these maps, and its keys are strings.
    static Map<String, @Nullable Object> asObject(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    private static @Nullable Object read(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
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
                return number.scale() <= 0 && number.precision() < 19 ? (Object) number.longValueExact() : number;
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
