package dev.tenure.workday.internal.call;

import dev.tenure.workday.internal.wire.WorkersAnswer;
import dev.tenure.workday.internal.wire.WorkersQuery;
import java.util.Optional;

/** Reads the pages of one query, one after the other. A page that could not be read is read by the next call. For one thread. */
public final class WorkerPager {

    private final HumanResources service;
    private final WorkersQuery query;
    private final PageGuard guard;
    private boolean done;

    /**
     * Makes a pager, which asks nothing yet.
     *
     * @param service the service
     * @param query the query, with its entry moment pinned
     */
    public WorkerPager(HumanResources service, WorkersQuery query) {
        this.service = service;
        this.query = query;
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
        WorkersAnswer answer = service.workers(query, guard.next());
        int found = answer.workers().size();
        guard.check(answer.page(), found);
        done = guard.accept(answer.page(), found);
        return Optional.of(answer);
    }
}
