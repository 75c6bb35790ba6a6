package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is asked for more than once. */
class RepeatsTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();

    @AfterEach
    void stop() {
        workday.close();
    }

    @Test
    void a3_aWorkerWhoIsNamedByBothItsIds_comesOnce() {
        workday.hire("7", LocalDate.of(2024, 1, 8), edit -> edit.name("First", "Last"));
        List<Worker> byWid =
                Reading.workers(source().keyBy(WorkerKey.WID).build(), new WorkerQuery.All(Optional.empty()));
        Set<String> both = new LinkedHashSet<>(List.of("7", byWid.get(0).ref().id()));

        assertThat(Reading.workers(source().pageSize(1).build(), new WorkerQuery.ByIds(both, Optional.empty())))
                .singleElement()
                .satisfies(worker -> assertThat(worker.ref().id()).isEqualTo("7"));
        assertThat(Reading.workers(source().build(), new WorkerQuery.ByIds(both, Optional.empty())))
                .hasSize(1);
    }

    private WorkdaySourceBuilder source() {
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .groups(false)
                .clock(clock);
    }
}
