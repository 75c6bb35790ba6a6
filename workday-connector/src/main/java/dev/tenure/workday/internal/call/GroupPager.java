package dev.tenure.workday.internal.call;

import dev.tenure.workday.internal.wire.GroupsAnswer;
import dev.tenure.workday.internal.wire.GroupsAnswer.GroupEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reads all provisioning groups, page by page. For one thread. */
public final class GroupPager {

    private static final int COUNT = 999;

    private final HumanResources service;
    private final LocalDate asOf;
    private final Instant entryMoment;
    private final PageGuard guard;
    private boolean done;

    /**
     * Makes a pager, which asks nothing yet.
     *
     * @param service the service
     * @param asOf the day as of which they are wanted
     * @param entryMoment the moment as known at which they are wanted
     */
    public GroupPager(HumanResources service, LocalDate asOf, Instant entryMoment) {
        this.service = service;
        this.asOf = asOf;
        this.entryMoment = entryMoment;
        this.guard = new PageGuard(service.system(), Operation.GROUPS, COUNT);
    }

    /**
     * Reads the next page.
     *
     * @return its groups, none if there is no more
     */
    public List<GroupEntry> next() {
        if (done) {
            return List.of();
        }
        GroupsAnswer answer = service.groups(asOf, entryMoment, guard.next());
        int found = answer.groups().size();
        guard.check(answer.page(), found);
        done = guard.accept(answer.page(), found);
        return answer.groups();
    }
}
