package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Cuts listings into pages, each with a link to the next. */
final class Pages {

    private final Supplier<String> baseUrl;

    Pages(Supplier<String> baseUrl) {
        this.baseUrl = baseUrl;
    }

    static String after(SimRequest request) {
        return request.query().getOrDefault("after", "");
    }

    static int limit(SimRequest request, int usual, int most) {
        String text = request.query().get("limit");
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
            throw Refusal.invalid("limit", List.of("limit: must be a number above 0"));
        }
        return Math.min(most, Integer.parseInt(text));
    }

    /** Shows all but the last element, which says only that there are more. */
    <T> SimReply page(
            SimRequest request,
            List<T> oneMore,
            int limit,
            Function<T, Map<String, @Nullable Object>> toJson,
            Function<T, String> idOf) {
        List<T> shown = oneMore.size() > limit ? oneMore.subList(0, limit) : oneMore;
        SimReply reply = Endpoints.json(200, shown.stream().map(toJson).toList())
                .with("Link", "<" + address(request, request.query()) + ">; rel=\"self\"");
        if (oneMore.size() > limit) {
            Map<String, String> next = new LinkedHashMap<>(request.query());
            next.put("after", idOf.apply(shown.get(limit - 1)));
            next.put("limit", Integer.toString(limit));
            reply = reply.with("Link", "<" + address(request, next) + ">; rel=\"next\"");
        }
        return reply;
    }

    private String address(SimRequest request, Map<String, String> query) {
        List<String> pairs = new ArrayList<>();
        query.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return baseUrl.get() + request.path() + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }
}
