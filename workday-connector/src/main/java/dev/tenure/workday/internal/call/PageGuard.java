package dev.tenure.workday.internal.call;

import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.workday.internal.wire.PageRecord;
import org.jspecify.annotations.Nullable;

/**
 * Watches that the pages of one read fit together. Pages are computed anew for every call; should the pinned moment not
 * hold them in place, some would come twice and others never, and those must not be taken for absent. Looks at a page
 * first and counts it only when told to, so that a page can be read again. For one thread.
 */
final class PageGuard {

    /** No tenant has as many, and an answer that says so would be followed for ever. */
    private static final long MOST_PAGES = 1_000_000;

    private final String system;
    private final Operation operation;
    private final int count;
    private long read;
    private long pages;
    private @Nullable Long total;
    private long last;

    PageGuard(String system, Operation operation, int count) {
        this.system = system;
        this.operation = operation;
        this.count = count;
    }

    /** Gives the number of the page that comes next. */
    long next() {
        return pages + 1;
    }

    /** Refuses a page that does not fit to those before. */
    void check(PageRecord page, int found) {
        if (page.page() != null && page.page() != next()) {
            throw inconsistent("page " + page.page() + " came where page " + next() + " was asked for");
        }
        if (page.pageResults() != null && page.pageResults() != found) {
            throw inconsistent("page " + next() + " announces " + page.pageResults() + " entries and holds " + found);
        }
        if (page.totalPages() == null && page.totalResults() == null) {
            throw inconsistent("page " + next() + " says neither how many pages nor how many entries there are");
        }
        if (lastPage(page) > MOST_PAGES) {
            throw inconsistent("there would be " + lastPage(page) + " pages");
        }
        if (total != null && page.totalResults() != null && !page.totalResults().equals(total)) {
            throw inconsistent("the total went from " + total + " to " + page.totalResults() + " between two pages");
        }
        long through = read + found;
        boolean tooMany = page.totalResults() != null && through > page.totalResults();
        if (tooMany || (page.totalResults() != null && isLast(page) && through != page.totalResults())) {
            throw inconsistent("the pages hold " + through + " entries of " + page.totalResults());
        }
        if (found == 0 && !isLast(page)) {
            throw inconsistent("page " + next() + " of " + lastPage(page) + " is empty");
        }
    }

    /** Counts a page that was checked; says whether it was the last. */
    boolean accept(PageRecord page, int found) {
        boolean isLast = isLast(page);
        last = lastPage(page);
        read += found;
        pages++;
        total = page.totalResults() == null ? total : page.totalResults();
        return isLast;
    }

    /** Says whether there is such a page, as far as the pages so far tell. */
    boolean expects(long page) {
        return page <= last;
    }

    private boolean isLast(PageRecord page) {
        return next() >= lastPage(page);
    }

    private long lastPage(PageRecord page) {
        if (page.totalPages() != null) {
            return page.totalPages();
        }
        long results = page.totalResults() == null ? 0 : page.totalResults();
        return (results + count - 1) / count;
    }

    private ProtocolViolation inconsistent(String what) {
        return new ProtocolViolation(
                system,
                system + ": " + operation.label() + " failed: " + what
                        + "; the read was given up, since it is not complete; run it again, and ask Workday if it stays");
    }
}
