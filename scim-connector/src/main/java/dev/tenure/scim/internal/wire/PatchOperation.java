package dev.tenure.scim.internal.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a patch (RFC 7644, 3.5.2).
 *
 * @param op {@code add}, {@code replace} or {@code remove}
 * @param path where; empty if the value names its attributes
 * @param value what; null for a removal
 */
public record PatchOperation(
        String op, Optional<String> path, @Nullable Object value) {

    private static final String URN = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /**
     * Adds to what is there.
     *
     * @param path where
     * @param value what
     * @return the operation
     */
    public static PatchOperation add(ScimPath path, Object value) {
        return new PatchOperation("add", Optional.of(path.toString()), value);
    }

    /**
     * Sets a value.
     *
     * @param path where
     * @param value what
     * @return the operation
     */
    public static PatchOperation replace(ScimPath path, Object value) {
        return new PatchOperation("replace", Optional.of(path.toString()), value);
    }

    /**
     * Sets the attributes that the value names.
     *
     * @param value attributes by name
     * @return the operation
     */
    public static PatchOperation replace(Map<String, @Nullable Object> value) {
        return new PatchOperation("replace", Optional.empty(), value);
    }

    /**
     * Takes a value away.
     *
     * @param path where
     * @return the operation
     */
    public static PatchOperation remove(ScimPath path) {
        return new PatchOperation("remove", Optional.of(path.toString()), null);
    }

    /**
     * Writes a patch.
     *
     * @param operations at least one
     * @return the body
     */
    public static Map<String, @Nullable Object> body(List<PatchOperation> operations) {
        Map<String, @Nullable Object> body = Json.object();
        body.put("schemas", List.of(URN));
        body.put("Operations", operations.stream().map(PatchOperation::json).toList());
        return body;
    }

    private Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("op", op);
        path.ifPresent(where -> json.put("path", where));
        if (value != null) {
            json.put("value", value);
        }
        return json;
    }

    /** Says what is done where, and not with what. */
    @Override
    public String toString() {
        return op + " " + path.orElse("");
    }
}
