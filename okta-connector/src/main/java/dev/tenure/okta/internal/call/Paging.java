package dev.tenure.okta.internal.call;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Follows the links of a listing, one page in memory. A link is taken as it is, if it stays at the organisation's address
 * and was not followed before. For one thread at a time.
 *
 * @param <T> what is listed
 */
public final class Paging<T> {

    /** A filter may leave a page empty, but not one after the other for ever. */
    private static final int MOST_EMPTY = 100;

    private final HttpUrl base;
    private final Operation operation;
    private final Caller caller;
    private final Caller.Parser<List<T>> reader;
    private final Set<String> followed = new HashSet<>();
    private int empty;
    private Optional<HttpUrl> next;

    Paging(Caller caller, HttpUrl base, Operation operation, HttpUrl first, Caller.Parser<List<T>> reader) {
        this.caller = caller;
        this.base = base;
        this.operation = operation;
        this.reader = reader;
        this.next = Optional.of(first);
    }

    /**
     * Reads the next page. If it fails, the next call reads the same page.
     *
     * @return the elements, possibly none; empty when there are no more pages
     */
    public Optional<List<T>> next() {
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Reply reply = caller.expect(caller.get(operation, next.get()));
        List<T> elements = caller.read(reply, reader);
        Optional<HttpUrl> following = LinkHeader.next(reply.headers()).map(link -> checked(link));
        followed.add(next.get().toString());
        if (following.isPresent() && followed.contains(following.get().toString())) {
            throw caller.malformed(operation, "its pages lead in a circle");
        }
        empty = elements.isEmpty() ? empty + 1 : 0;
        if (empty > MOST_EMPTY) {
            throw caller.malformed(operation, "its pages are empty and do not end");
        }
        next = following;
        return Optional.of(elements);
    }

    /** Forgets what is left. */
    public void stop() {
        next = Optional.empty();
    }

    private HttpUrl checked(String link) {
        HttpUrl url = HttpUrl.parse(link);
        if (url == null
                || !url.scheme().equals(base.scheme())
                || !url.host().equals(base.host())
                || url.port() != base.port()
                || !url.username().isEmpty()) {
            throw caller.malformed(operation, "the link to its next page leads away from the organisation's address");
        }
        return url;
    }
}
