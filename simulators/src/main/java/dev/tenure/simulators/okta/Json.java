package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.json.JsonText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** JSON, refused with Okta's own code. */
final class Json {

    private Json() {}

    /** Reads an object; refuses anything else. */
    static Map<String, @Nullable Object> object(ByteString bytes) {
        try {
            if (JsonText.read(bytes, LinkedHashMap::new) instanceof Map<?, ?> map) {
                return asObject(map);
            }
        } catch (IOException malformed) {
            // Told below, as Okta does.
        }
        throw Refusal.of(400, "E0000003", "The request body was not well-formed.");
    }

    static ByteString bytes(Object value) {
        return JsonText.write(value);
    }

    @SuppressWarnings("unchecked") // Only JsonText makes these maps, and its keys are strings.
    static Map<String, @Nullable Object> asObject(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }
}
