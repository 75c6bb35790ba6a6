package dev.tenure.simulators.internal.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** JSON of which the names within an object mind no case, as SCIM has it. */
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
            if (JsonText.read(bytes, Json::object) instanceof Map<?, ?> map) {
                return Optional.of(map(map));
            }
        } catch (IOException malformed) {
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
        return JsonText.write(value);
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
}
