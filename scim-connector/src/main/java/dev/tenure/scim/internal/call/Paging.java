package dev.tenure.scim.internal.call;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.scim.internal.wire.ListAnswer;
import dev.tenure.scim.internal.wire.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pages through a listing, one page in memory. By index, the next page begins after what came and not after what was asked
 * for, the total says where the end is, and a page that came before is the end too, since some services send the last page
 * for ever. If the total shrinks, rows have moved forward: the place is read again that much earlier. For one thread at a
 * time.
 */
public final class Paging {

    private final ScimApi api;
    private final Query query;
    private final boolean byCursor;
    private final Set<String> cursors = new HashSet<>();
    private Set<String> lastIds = Set.of();
    private String cursor = "";
    private long start = 1;
    private long total = -1;
    private boolean done;
    private int lastStatus;

    Paging(ScimApi api, Query query, boolean byCursor) {
        this.api = api;
        this.query = query;
        this.byCursor = byCursor;
    }

    /**
     * Reads the next page. If it fails, the next call reads the same page; if its cursor has expired, the first one.
     *
     * @return the resources; empty when there are no more pages
     */
    public Optional<List<Resource>> next() {
        if (done) {
            return Optional.empty();
        }
        return byCursor ? byCursor() : byIndex();
    }

    /**
     * Reads the first page, for a caller who knows how to take a refusal.
     *
     * @return the resources, or the refusal
     */
    public Answer<List<Resource>> first() {
        try {
            Optional<List<Resource>> page = next();
            return new Answer<>(page, 200, "", Optional.empty());
        } catch (ConnectorException failure) {
            return new Answer<>(Optional.empty(), lastStatus, "", Optional.of(failure));
        }
    }

    /** Forgets what is left. */
    public void stop() {
        done = true;
    }

    private Optional<List<Resource>> byIndex() {
        while (true) {
            ListAnswer page = page(api.page(query, Optional.of(start), Optional.empty()));
            long now = page.total().orElse(-1L);
            boolean shrank = now >= 0 && now < total;
            if (shrank && start > 1) {
                start = Math.max(1, start - (total - now));
                total = now;
                continue;
            }
            total = now;
            List<Resource> fresh = page.resources().stream()
                    .filter(resource -> !lastIds.contains(resource.id()))
                    .toList();
            start += page.resources().size();
            done = fresh.isEmpty() || (total >= 0 && start > total);
            lastIds = page.resources().stream().map(Resource::id).collect(Collectors.toSet());
            return fresh.isEmpty() ? Optional.empty() : Optional.of(fresh);
        }
    }

    private Optional<List<Resource>> byCursor() {
        Answer<ListAnswer> answer = api.page(query, Optional.empty(), Optional.of(cursor));
        if (answer.type().equals("expiredCursor") || answer.type().equals("invalidCursor")) {
            cursor = "";
            cursors.clear();
        }
        ListAnswer page = page(answer);
        if (page.nextCursor().isEmpty()) {
            done = true;
        } else if (cursors.add(page.nextCursor().get())) {
            cursor = page.nextCursor().get();
        } else {
            throw circle();
        }
        return Optional.of(page.resources());
    }

    private ListAnswer page(Answer<ListAnswer> answer) {
        lastStatus = answer.status();
        return answer.orThrow().orElseThrow();
    }

    private ConnectorException circle() {
        return api.malformed(Operation.of("listing of " + query.kind().one() + "s", ""), "its pages lead in a circle");
    }
}
