package dev.tenure.scim.internal.wire;

import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a service announces of itself (RFC 7643, 5; RFC 9865, 4).
 *
 * @param known whether it announces anything
 * @param patch whether it takes PATCH
 * @param filter whether it takes filters
 * @param etag whether it keeps versions
 * @param bulkOperations how many operations a bulk call may hold; 0 if it takes none
 * @param bulkBytes how large a bulk call may be
 * @param cursor whether it wants to be paged by cursor
 */
public record ServiceConfig(
        boolean known,
        boolean patch,
        boolean filter,
        boolean etag,
        int bulkOperations,
        long bulkBytes,
        boolean cursor) {

    /** What is taken for granted of a service that announces nothing: the least that most do. */
    public static final ServiceConfig UNKNOWN = new ServiceConfig(false, true, true, false, 0, 0, false);

    private static final long MOST_OPERATIONS = 1_000;
    private static final long USUAL_BYTES = 1 << 20;

    /**
     * Reads a configuration.
     *
     * @param body the JSON
     * @return the configuration
     * @throws MalformedAnswer if it is none
     */
    public static ServiceConfig read(Buffer body) throws MalformedAnswer {
        Map<String, @Nullable Object> json = Json.read(body);
        Map<String, @Nullable Object> bulk = Json.object(json.get("bulk"));
        Map<String, @Nullable Object> paging = Json.object(json.get("pagination"));
        long operations = supported(json, "bulk")
                ? Math.min(
                        MOST_OPERATIONS, Json.count(bulk.get("maxOperations")).orElse(0L))
                : 0;
        boolean cursor = Json.truth(paging.get("cursor")).orElse(false)
                && (Json.text(paging.get("defaultPaginationMethod"))
                                .filter("cursor"::equalsIgnoreCase)
                                .isPresent()
                        || !Json.truth(paging.get("index")).orElse(true));
        return new ServiceConfig(
                true,
                supported(json, "patch"),
                supported(json, "filter"),
                supported(json, "etag"),
                (int) operations,
                Json.count(bulk.get("maxPayloadSize"))
                        .filter(bytes -> bytes > 0)
                        .orElse(USUAL_BYTES),
                cursor);
    }

    private static boolean supported(Map<String, @Nullable Object> json, String feature) {
        return Json.truth(Json.object(json.get(feature)).get("supported")).orElse(false);
    }
}
