package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads to the end. */
final class Reading {

    private Reading() {}

    /** The workers of a read. */
    record Found(List<Worker> workers) {

        Worker get(String id) {
            return workers.stream()
                    .filter(worker -> worker.ref().id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("worker " + id + " was not returned"));
        }
    }

    static Found all(WorkdaySource source) {
        return of(source, new WorkerQuery.All(Optional.empty()));
    }

    static Worker one(WorkdaySource source, String id) {
        return of(source, new WorkerQuery.ByIds(Set.of(id), Optional.empty())).get(id);
    }

    static Found of(WorkdaySource source, WorkerQuery query) {
        return new Found(workers(source, query));
    }

    static List<Worker> workers(WorkdaySource source, WorkerQuery query) {
        List<Worker> workers = new ArrayList<>();
        try (WorkerPages pages = source.read(query)) {
            for (Optional<WorkerPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                assertThat(page.get().unreadable()).isEmpty();
                workers.addAll(page.get().workers());
            }
        }
        return workers;
    }
}
