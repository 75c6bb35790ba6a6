package dev.tenure.simulators.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;

/**
 * A request as it came.
 *
 * @param method the method, in capitals
 * @param path the path, still encoded
 * @param rawQuery the query, still encoded; empty if there is none
 * @param headers values by name in lower case; several of one name are joined by commas
 * @param body the body; empty if there is none
 */
public record SimRequest(String method, String path, String rawQuery, Map<String, String> headers, ByteString body) {

    /**
     * Gives a header.
     *
     * @param name its name, whatever its case
     * @return its value
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Gives the parameters of the query.
     *
     * @return decoded values by name; the last of a name counts
     */
    public Map<String, String> query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!rawQuery.isEmpty()) {
            for (String pair : rawQuery.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(decode(name), decode(value));
            }
        }
        return parameters;
    }

    /**
     * Gives the steps of the path.
     *
     * @return the decoded parts between the slashes
     */
    public String[] steps() {
        String[] steps = path.substring(1).split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            steps[i] = decode(steps[i].replace("+", "%2B"));
        }
        return steps;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
