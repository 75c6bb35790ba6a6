package dev.tenure.workday.internal.call;

import dev.tenure.http.PendingCall;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.workday.internal.wire.WorkersAnswer;
import dev.tenure.workday.internal.wire.WorkersQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of one query, one after the other. While a page is used, the next one is on its way: beside one page as
 * records there is one as bytes. A page that could not be read is read by the next call. For one
 * thread.
 */
public final class WorkerPager {

    private final HumanResources service;
    private final WorkersQuery query;
    private final boolean ahead;
    private final PageGuard guard;
    private @Nullable PendingCall pending;
    private boolean done;

    /**
     * Makes a pager, which asks nothing yet.
     *
     * @param service the service
     * @param query the query, with its entry moment pinned
     * @param ahead whether the next page is fetched ahead
     */
    public WorkerPager(HumanResources service, WorkersQuery query, boolean ahead) {
        this.service = service;
        this.query = query;
        this.ahead = ahead;
        this.guard = new PageGuard(service.system(), Operation.WORKERS, query.count());
    }

    /**
     * Reads the next page.
     *
     * @return the page, empty if there is no more
     */
    public Optional<WorkersAnswer> next() {
        if (done) {
            return Optional.empty();
        }
        try {
            WorkersAnswer answer = answer();
            int found = answer.workers().size();
            guard.check(answer.page(), found);
            done = guard.accept(answer.page(), found);
            fetchAhead(guard.next());
            return Optional.of(answer);
        } catch (ConnectorException broken) {
            close();
            throw broken;
        }
    }

    /** Gives up the page that is on its way. Safe to call twice. */
    public void close() {
        if (pending != null) {
            pending.cancel();
            pending = null;
        }
    }

    private WorkersAnswer answer() {
        PendingCall arriving = pending;
        pending = null;
        return arriving == null
                ? service.workers(query, guard.next())
                : service.workers(query, arriving, () -> fetchAhead(guard.next() + 1));
    }

    private void fetchAhead(long page) {
        if (!ahead || pending != null || !guard.expects(page)) {
            return;
        }
        try {
            pending = service.begin(query, page);
        } catch (RuntimeException notYet) {
            // The page that was read is good. The next is asked for when it is wanted, and what is wrong is told then.
        }
    }
}
