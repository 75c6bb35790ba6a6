package dev.tenure.simulators.successfactors;

import dev.tenure.simulators.internal.json.JsonText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** JSON, refused as the tenant does. */
final class Json {

    private Json() {}

    /** Reads a document; refuses what is none. */
    static @Nullable Object document(ByteString bytes) {
        try {
            return JsonText.read(bytes, LinkedHashMap::new);
        } catch (IOException malformed) {
            throw Refusal.json(400, "COE_GENERAL_BAD_REQUEST", "[COE0018]The request body cannot be read.");
        }
    }

    static ByteString bytes(Object value) {
        return JsonText.write(value);
    }

    @SuppressWarnings("unchecked") // Only JsonText makes these maps, and its keys are strings.
    static Map<String, @Nullable Object> asObject(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }
}
