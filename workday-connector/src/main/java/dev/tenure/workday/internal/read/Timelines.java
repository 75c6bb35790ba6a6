package dev.tenure.workday.internal.read;

import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.workday.internal.translate.Later;
import dev.tenure.workday.internal.wire.StatusRecord;
import dev.tenure.workday.internal.wire.WorkerRecord;
import dev.tenure.workday.internal.wire.WorkersQuery;
import dev.tenure.workday.internal.wire.WorkersQuery.Referenced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds out what is to come for workers after the dates that their records show (rule C11): a hire behind an ending, an
 * ending behind a hire. Asks once for each later day on which something is due, for all workers of the page that it
 * concerns; they are few. For one thread.
 */
final class Timelines {

    private final References references;
    private final Later later;
    private final LocalDate today;
    private final Function<LocalDate, Function<Referenced, WorkersQuery>> statusAsOf;

    Timelines(
            References references,
            Later later,
            LocalDate today,
            Function<LocalDate, Function<Referenced, WorkersQuery>> statusAsOf) {
        this.references = references;
        this.later = later;
        this.today = today;
        this.statusAsOf = statusAsOf;
    }

    /** Gives the events of each worker for whom there are any, by Workday's own id. */
    Map<String, List<EmploymentEvent>> of(List<WorkerRecord> workers) {
        Map<String, List<EmploymentEvent>> events = new HashMap<>();
        Map<LocalDate, List<WorkerRecord>> byDay = new TreeMap<>();
        for (WorkerRecord worker : workers) {
            if (worker.log().isEmpty()) {
                continue;
            }
            Wids.of(worker).ifPresent(wid -> add(later.changes(worker, today), wid, events));
            later.daysToLookAt(worker, today)
                    .forEach(day -> byDay.computeIfAbsent(day, each -> new ArrayList<>())
                            .add(worker));
        }
        byDay.forEach((day, concerned) -> look(day, concerned, events));
        return events;
    }

    private void look(LocalDate day, List<WorkerRecord> concerned, Map<String, List<EmploymentEvent>> events) {
        Map<String, WorkerRecord> there = references.again(concerned, statusAsOf.apply(day));
        for (WorkerRecord worker : concerned) {
            String wid = Wids.of(worker).orElse("");
            WorkerRecord then = there.get(wid);
            StatusRecord status = worker.status();
            if (then != null && then.status() != null && status != null) {
                add(later.events(status, then.status(), today), wid, events);
            }
        }
    }

    private static void add(List<EmploymentEvent> found, String wid, Map<String, List<EmploymentEvent>> events) {
        if (!found.isEmpty()) {
            events.computeIfAbsent(wid, each -> new ArrayList<>()).addAll(found);
        }
    }
}
