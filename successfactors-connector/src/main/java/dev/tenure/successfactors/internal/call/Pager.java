package dev.tenure.successfactors.internal.call;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.successfactors.internal.wire.Answer;
import dev.tenure.successfactors.internal.wire.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of a query: the server's own, by the link that each page gives (rules T3, T4). A page that could not be
 * read is asked for again by the next call. For one thread.
 */
public final class Pager {

    private static final int MOST_PAGES = 1_000_000;

    private final ODataClient client;
    private final Operation operation;
    private final Set<String> seen = new HashSet<>();
    private @Nullable HttpUrl next;

    /**
     * Starts before the first page.
     *
     * @param client makes the calls
     * @param operation what is asked
     * @param first the address of the first page
     */
    public Pager(ODataClient client, Operation operation, HttpUrl first) {
        this.client = client;
        this.operation = operation;
        this.next = first;
        seen.add(first.toString());
    }

    /**
     * Reads the next page.
     *
     * @return its records, which may be none; empty after the last page
     * @throws ConnectorException if it cannot be read
     */
    public Optional<List<Row>> next() {
        HttpUrl page = next;
        if (page == null) {
            return Optional.empty();
        }
        Answer answer = client.get(operation, page);
        if (answer.upsert()) {
            throw client.violation(operation, "the answer is that of an upsert");
        }
        next = answer.next().isPresent() ? checked(answer.next().get()) : null;
        return Optional.of(answer.rows());
    }

    /** Credentials go to the server that the host named, and to no other. */
    private HttpUrl checked(String link) {
        HttpUrl url = HttpUrl.parse(link);
        HttpUrl service = client.service();
        boolean same = url != null
                && url.scheme().equals(service.scheme())
                && url.host().equals(service.host())
                && url.port() == service.port()
                && url.username().isEmpty()
                && url.password().isEmpty();
        if (!same) {
            throw client.violation(operation, "the link to the next page leads to another server");
        }
        if (!seen.add(url.toString()) || seen.size() > MOST_PAGES) {
            throw client.violation(operation, "the link to the next page was seen before, so the pages have no end");
        }
        return url;
    }
}
