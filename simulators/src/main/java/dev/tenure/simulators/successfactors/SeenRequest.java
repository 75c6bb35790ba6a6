package dev.tenure.simulators.successfactors;

import java.util.Map;

/**
 * A request that came, for tests to look at.
 *
 * @param method the method
 * @param path the path, decoded
 * @param query the parameters, decoded
 * @param headers the headers, names in lower case
 * @param body the body as text
 */
public record SeenRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    /** Copies the maps. */
    public SeenRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** Names the path alone. */
    @Override
    public String toString() {
        return "SeenRequest[" + method + " " + path + "]";
    }
}
