package dev.tenure.successfactors.internal.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The session that the first answer opens (rule T8): its cookies and its CSRF token go with every further call, so that
 * the server need not sign in anew. They go to the server that set them and to no other, since all calls go there. Safe for
 * use by several threads.
 */
final class Session {

    private static final String CSRF = "X-CSRF-Token";
    private static final int MOST_COOKIES = 30;
    private static final int LONGEST = 8_192;

    private record State(
            Map<String, String> cookies, @Nullable String csrf) {

        private static final State NONE = new State(Map.of(), null);
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.NONE);

    /** Adds what the session has; says whether there is any. */
    boolean addTo(Request.Builder request) {
        State now = Objects.requireNonNull(state.get());
        if (!now.cookies().isEmpty()) {
            request.header(
                    "Cookie",
                    now.cookies().entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (now.csrf() != null) {
            request.header(CSRF, now.csrf());
        }
        return !now.equals(State.NONE);
    }

    void learn(Headers headers) {
        List<String> set = headers.values("Set-Cookie");
        String csrf = headers.get(CSRF);
        if (set.isEmpty() && csrf == null) {
            return;
        }
        state.updateAndGet(before -> {
            Map<String, String> cookies = new LinkedHashMap<>(before.cookies());
            set.forEach(line -> learn(cookies, line));
            boolean usable =
                    csrf != null && !csrf.isBlank() && !csrf.equalsIgnoreCase("required") && csrf.length() < LONGEST;
            return new State(Map.copyOf(cookies), usable ? csrf : before.csrf());
        });
    }

    void forget() {
        state.set(State.NONE);
    }

    private static void learn(Map<String, String> cookies, String line) {
        int end = line.indexOf(';');
        String pair = (end < 0 ? line : line.substring(0, end)).strip();
        int equals = pair.indexOf('=');
        if (equals <= 0 || pair.length() > LONGEST) {
            return;
        }
        String name = pair.substring(0, equals).strip();
        boolean expired = line.toLowerCase(Locale.ROOT).replace(" ", "").contains("max-age=0");
        if (expired) {
            cookies.remove(name);
        } else if (cookies.containsKey(name) || cookies.size() < MOST_COOKIES) {
            cookies.put(name, pair.substring(equals + 1).strip());
        }
    }
}
