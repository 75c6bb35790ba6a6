package dev.tenure.scim.internal.wire;

import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a service says of a failure.
 *
 * @param type the {@code scimType}; empty if there is none, or none that is known
 * @param detail the same in words, which may hold personal data: looked at, and never repeated
 */
public record ScimError(String type, String detail) {

    private static final Set<String> TYPES = Set.of(
            "uniqueness",
            "invalidFilter",
            "tooMany",
            "mutability",
            "invalidSyntax",
            "invalidPath",
            "noTarget",
            "invalidValue",
            "invalidVers",
            "sensitive",
            "invalidCursor",
            "expiredCursor",
            "invalidCount");

    /** Nothing is said. */
    public static final ScimError NONE = new ScimError("", "");

    /**
     * Reads what there is.
     *
     * @param body the answer
     * @return the error; without parts where it is not the service that speaks
     */
    public static ScimError read(Buffer body) {
        try {
            return of(Json.read(body));
        } catch (MalformedAnswer fromAProxy) {
            return NONE;
        }
    }

    static ScimError of(Map<String, @Nullable Object> json) {
        String type = Json.text(json.get("scimType")).filter(TYPES::contains).orElse("");
        return new ScimError(type, Json.text(json.get("detail")).orElse(""));
    }

    /** Leaves out the words. */
    @Override
    public String toString() {
        return "ScimError[" + type + "]";
    }
}
