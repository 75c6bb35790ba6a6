package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.http.CallEvent;
import dev.tenure.http.Urgency;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.worker.WorkerRef;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdayFault;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a notification names is read ahead of everything else, under whatever id it names it (rule A3). */
final class RealTimeTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();
    private final List<CallEvent> calls = new CopyOnWriteArrayList<>();
    private final List<NoticeKind> notices = new CopyOnWriteArrayList<>();

    @BeforeEach
    void hire() {
        for (String id : List.of("E1", "E2", "E3")) {
            workday.hire(
                    id,
                    LocalDate.of(2024, 1, 8),
                    edit -> edit.name("Jo", "Doe")
                            .userName(id)
                            .email(id + "@example.com")
                            .site(Site.LONDON)
                            .manager(id.equals("E1") ? "" : "E1"));
        }
        workday.group("all", "All Staff");
        workday.assign("E2", "all");
    }

    @AfterEach
    void stop() {
        workday.close();
    }

    @Test
    void a3_aWorkerNamedByWorkdaysOwnId_isTaken_andNobodyIsReportedMissing() {
        LifecycleEngine engine = engine(source().build());
        engine.run(ImportKind.FULL);
        workday.terminate("E2", Termination.on(LocalDate.of(2026, 3, 1)));
        ImportRun run = engine.realTime(List.of(new WorkerRef("workday", wid("E2"))));
        assertThat(run.count(ChangeKind.DEACTIVATE)).isEqualTo(1);
        assertThat(notices).doesNotContain(NoticeKind.NOT_RETURNED);
    }

    @Test
    void a3_aWorkerNamedByItsNumber_isTaken_whereWorkdaysOwnIdIsTheKey() {
        LifecycleEngine engine = engine(source().keyBy(WorkerKey.WID).build());
        engine.run(ImportKind.FULL);
        engine.realTime(List.of(new WorkerRef("workday", "E2")));
        assertThat(notices).doesNotContain(NoticeKind.NOT_RETURNED);
    }

    /** Each notification is no more than a reason to look: what comes late or twice finds what is so by then. */
    @Test
    void a3_notificationsOutOfOrderAndTwice_doNoHarm() {
        LifecycleEngine engine = engine(source().build());
        engine.run(ImportKind.FULL);
        List<WorkerRef> named = List.of(new WorkerRef("workday", "E2"));
        workday.terminate("E2", Termination.on(LocalDate.of(2026, 3, 1)));
        workday.rescindTermination("E2");
        assertThat(engine.realTime(named).count(ChangeKind.DEACTIVATE)).isZero();
        workday.terminate("E2", Termination.on(LocalDate.of(2026, 3, 1)));
        assertThat(engine.realTime(named).count(ChangeKind.DEACTIVATE)).isEqualTo(1);
        ImportRun late = engine.realTime(named);
        assertThat(late.count(ChangeKind.DEACTIVATE)
                        + late.count(ChangeKind.REACTIVATE)
                        + late.count(ChangeKind.UPDATE))
                .isZero();
    }

    @Test
    void a3_aWorkerWhoIsNotThere_isReportedMissing_andWhoCannotBeReadIsNot() {
        LifecycleEngine engine = engine(source().build());
        engine.realTime(List.of(new WorkerRef("workday", "f".repeat(32))));
        assertThat(notices).contains(NoticeKind.NOT_RETURNED);
        notices.clear();
        workday.fail("Get_Workers", 1, WorkdayFault.body(text -> text.replace("<wd:Hire_Date>2", "<wd:Hire_Date>x")));
        engine.realTime(List.of(new WorkerRef("workday", "E2")));
        assertThat(notices).contains(NoticeKind.UNREADABLE_WORKER).doesNotContain(NoticeKind.NOT_RETURNED);
    }

    @Test
    void aPage_saysWhomItReturnedUnderAnotherId_andNothingWhereTheKeyWasAsked() {
        WorkdaySource source = source().build();
        String wid = wid("E2");
        assertThat(page(source, new WorkerQuery.ByIds(Set.of(wid, "E3"), Optional.empty()))
                        .namedOtherwise())
                .isEqualTo(Map.of(wid, new WorkerRef("workday", "E2")));
        assertThat(page(source, new WorkerQuery.All(Optional.empty())).namedOtherwise())
                .isEmpty();
    }

    @Test
    void a3_readsOfCertainWorkers_andOfThoseWhoEnd_goAhead_andReadsOfEverybodyDoNot() {
        WorkdaySource source = source().report(
                        WorkdayReport.of("owner", "Badges").withWorkerPrompt("Worker!Employee_ID"))
                .build();
        workday.report("owner", "Badges", List.of(Map.of("Workday_ID", "E2", "badge", "7")));
        Instant now = clock.instant();
        Reading.of(source, new WorkerQuery.ByIds(Set.of("E2"), Optional.empty()));
        Reading.of(source, new WorkerQuery.ByIds(Set.of("E2"), Optional.of(LocalDate.of(2026, 4, 1))));
        assertThat(calls).extracting(CallEvent::operation).contains("get workers", "get locations", "read report");
        Reading.of(
                source, new WorkerQuery.Terminations(now.minusSeconds(86_400), now.plusSeconds(1), Optional.empty()));
        assertThat(calls).extracting(CallEvent::urgency).containsOnly(Urgency.URGENT);
        calls.clear();
        Reading.all(source);
        assertThat(calls).extracting(CallEvent::urgency).containsOnly(Urgency.BULK);
    }

    private String wid(String id) {
        return Reading.all(source().keyBy(WorkerKey.WID).build()).workers().stream()
                .filter(worker -> worker.attributes().text("employeeID").equals(Optional.of(id)))
                .map(worker -> worker.ref().id())
                .findFirst()
                .orElseThrow();
    }

    private static WorkerPage page(WorkdaySource source, WorkerQuery query) {
        try (WorkerPages pages = source.read(query)) {
            return pages.next().orElseThrow();
        }
    }

    private LifecycleEngine engine(WorkdaySource source) {
        return LifecycleEngine.builder()
                .source(source)
                .target(InMemoryTarget.named("okta"))
                .store(new InMemoryStore())
                .listener(new LifecycleListener() {
                    @Override
                    public void noticed(String run, Notice notice) {
                        notices.add(notice.kind());
                    }
                })
                .clock(clock)
                .build();
    }

    private WorkdaySourceBuilder source() {
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .listener(calls::add)
                .clock(clock);
    }
}
