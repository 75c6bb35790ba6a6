package dev.tenure.scim.internal.wire;

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
 * JSON as maps, lists, strings, truth values and {@link BigDecimal}, since what is not understood must survive a read and a
 * write. Names within an object mind no case (RFC 7643, 2.1). Depth and the length of numbers are bounded; the size of the
 * whole is bounded by the channel.
 */
public final class Json {

    /** SCIM needs five. */
    private static final int DEEPEST = 24;

    private static final int LONGEST_NUMBER = 64;

    private Json() {}

    /**
     * Makes an object without content.
     *
     * @return a map whose names mind no case
     */
    public static Map<String, @Nullable Object> object() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    /**
     * Takes a value for an object.
     *
     * @param value any value
     * @return the object, or a new one without content where it is none
     */
    @SuppressWarnings("unchecked") // Only this class makes these maps, and their keys are strings.
    public static Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : object();
    }

    /**
     * Takes a value for a list.
     *
     * @param value any value
     * @return the elements that are not null, in a new list; the value alone where it is no list
     */
    public static List<Object> list(@Nullable Object value) {
        List<Object> elements = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object element : list) {
                if (element != null) {
                    elements.add(element);
                }
            }
        } else if (value != null) {
            elements.add(value);
        }
        return elements;
    }

    /**
     * Takes a value for text.
     *
     * @param value any value
     * @return the text of a string, number or truth value that is not empty
     */
    public static Optional<String> text(@Nullable Object value) {
        if (value == null || value instanceof Map || value instanceof List) {
            return Optional.empty();
        }
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /**
     * Takes a value for a truth value; text will do.
     *
     * @param value any value
     * @return the truth value, empty where it is none
     */
    public static Optional<Boolean> truth(@Nullable Object value) {
        return text(value)
                .filter(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))
                .map(Boolean::parseBoolean);
    }

    /**
     * Takes a value for a count; text will do.
     *
     * @param value any value
     * @return the count, empty where it is none of ten digits at most
     */
    public static Optional<Long> count(@Nullable Object value) {
        return text(value).filter(text -> text.matches("[0-9]{1,10}")).map(Long::parseLong);
    }

    /**
     * Reads an object.
     *
     * @param body the document
     * @return the object
     * @throws MalformedAnswer if it is anything else
     */
    public static Map<String, @Nullable Object> read(Buffer body) throws MalformedAnswer {
        Object value = readAny(body);
        if (value instanceof Map<?, ?>) {
            return object(value);
        }
        throw new MalformedAnswer("it is no JSON object");
    }

    /**
     * Reads any value.
     *
     * @param body the document
     * @return the value
     * @throws MalformedAnswer if it is no JSON
     */
    public static @Nullable Object readAny(Buffer body) throws MalformedAnswer {
        try (JsonReader reader = JsonReader.of(body)) {
            Object value = value(reader, 0);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new MalformedAnswer("something follows the JSON");
            }
            return value;
        } catch (IOException | JsonDataException | NumberFormatException malformed) {
            throw new MalformedAnswer("it is not JSON");
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
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return buffer.readByteString();
    }

    /**
     * Writes text as a JSON string, as filters want it.
     *
     * @param text any text
     * @return the text with what marks it and escapes it
     */
    public static String quoted(String text) {
        return write(text).utf8();
    }

    private static @Nullable Object value(JsonReader reader, int depth) throws IOException, MalformedAnswer {
        if (depth > DEEPEST) {
            throw new MalformedAnswer("it is nested more than " + DEEPEST + " deep");
        }
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> members(reader, depth);
            case BEGIN_ARRAY -> elements(reader, depth);
            case STRING -> reader.nextString();
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> throw new JsonDataException("no value");
        };
    }

    private static Object members(JsonReader reader, int depth) throws IOException, MalformedAnswer {
        Map<String, @Nullable Object> object = object();
        reader.beginObject();
        while (reader.hasNext()) {
            object.put(reader.nextName(), value(reader, depth + 1));
        }
        reader.endObject();
        return object;
    }

    private static Object elements(JsonReader reader, int depth) throws IOException, MalformedAnswer {
        List<@Nullable Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(value(reader, depth + 1));
        }
        reader.endArray();
        return list;
    }

    private static Object number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("too long");
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            throw new NumberFormatException("too large or too small");
        }
        return number;
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
        } else if (value instanceof BigDecimal number) {
            writer.value(number);
        } else if (value instanceof Number number) {
            writer.value(number.longValue());
        } else if (value instanceof Boolean truth) {
            writer.value(truth);
        } else if (value == null) {
            writer.nullValue();
        } else {
            writer.value(value.toString());
        }
    }
}
