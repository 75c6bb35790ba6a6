package dev.tenure.scim.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a bulk call (RFC 7644, 3.7).
 *
 * @param method in capitals, since some services take no other
 * @param path such as {@code /Users/4711}
 * @param data the body; empty for a deletion
 */
public record BulkOperation(String method, String path, Optional<Map<String, @Nullable Object>> data) {

    private static final String URN = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    /**
     * Writes a bulk call.
     *
     * @param operations at least one
     * @return the body
     */
    public static Map<String, @Nullable Object> body(List<BulkOperation> operations) {
        Map<String, @Nullable Object> body = Json.object();
        body.put("schemas", List.of(URN));
        body.put("Operations", operations.stream().map(BulkOperation::json).toList());
        return body;
    }

    /**
     * Reads what became of each operation; the status of the whole says nothing of them.
     *
     * @param body the JSON
     * @return the status of each, in order; 0 where the service names none
     * @throws MalformedAnswer if it is no answer to a bulk call
     */
    public static List<Integer> statuses(Buffer body) throws MalformedAnswer {
        Map<String, @Nullable Object> json = Json.read(body);
        if (!json.containsKey("Operations")) {
            throw new MalformedAnswer("'Operations' is missing");
        }
        List<Integer> statuses = new ArrayList<>();
        for (Object operation : Json.list(json.get("Operations"))) {
            Object status = Json.object(operation).get("status");
            // Drafts of SCIM had an object here.
            Object code = status instanceof Map<?, ?> ? Json.object(status).get("code") : status;
            statuses.add(Json.count(code)
                    .filter(value -> value < 1_000)
                    .map(Long::intValue)
                    .orElse(0));
        }
        return statuses;
    }

    private Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("method", method);
        json.put("path", path);
        data.ifPresent(content -> json.put("data", content));
        return json;
    }

    /** Says what is done where, and not with what. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
