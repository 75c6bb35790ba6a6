package dev.tenure.lifecycle.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InMemoryHrSourceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final HrRecord ADA = HrRecord.of(
            "21001",
            Employment.builder().hireDate(LocalDate.of(2024, 1, 8)).build(),
            Attributes.builder().put("businessTitle", "Analyst").build());

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryHrSource hr =
            InMemoryHrSource.builder("hr", clock).pageSize(2).build();

    @Test
    void a4_changeThatIsNotLogged_isSeenByAFullReadAlone() {
        hr.put(ADA);
        Watermark watermark = watermark();
        hr.putUnlogged(ADA.with("costCode", "C2"));
        assertThat(changedSince(watermark)).isEmpty();
        assertThat(read(all(Optional.empty())).get(0).attributes().text("costCode"))
                .contains("C2");
    }

    @Test
    void b4_laterChange_isReadEarlyAsOfItsDay_andTheFactsOfTheEmploymentAreNot() {
        hr.put(ADA);
        Watermark before = watermark();
        hr.putOn(TODAY.plusDays(5), ADA.with("businessTitle", "Lead").withEmployment(leaving(TODAY.plusDays(1))));
        assertThat(changedSince(before)).hasSize(1);
        assertThat(title(all(Optional.empty()))).contains("Analyst");
        assertThat(title(all(Optional.of(TODAY.plusDays(4))))).contains("Analyst");
        Worker ahead = read(all(Optional.of(TODAY.plusDays(5)))).get(0);
        assertThat(ahead.attributes().text("businessTitle")).contains("Lead");
        assertThat(ahead.employment().terminationDate()).isEmpty();
    }

    @Test
    void a1_laterChange_isInTheChangeLogAgainOnItsDay() {
        hr.put(ADA);
        hr.putOn(TODAY.plusDays(5), ADA.with("businessTitle", "Lead"));
        Watermark entered = watermark();
        assertThat(changedSince(entered)).isEmpty();
        clock.advance(Duration.ofDays(5));
        assertThat(changedSince(entered)).hasSize(1);
        assertThat(title(all(Optional.empty()))).contains("Lead");
    }

    @Test
    void b4_sourceThatCannotLookAhead_readsAsOfToday() {
        InMemoryHrSource plain =
                InMemoryHrSource.builder("hr", clock).ignoringAsOf().build();
        plain.put(ADA);
        plain.putOn(TODAY.plusDays(5), ADA.with("businessTitle", "Lead"));
        try (WorkerPages pages = plain.read(all(Optional.of(TODAY.plusDays(9))))) {
            assertThat(pages.next().orElseThrow().workers().get(0).attributes().text("businessTitle"))
                    .contains("Analyst");
        }
    }

    @Test
    void m6_attributeThatAnyoneEverHad_isReadAsEmptyOfTheOthers() {
        hr.put(ADA.with("costCode", "C1"), new HrRecord("21002", ADA.employment(), Attributes.empty(), List.of()));
        List<Worker> workers = read(all(Optional.empty()));
        assertThat(workers.get(1).attributes().get("costCode")).contains(AttributeValue.NULL);
        assertThat(workers.get(1).attributes().isRead("neverHeardOf")).isFalse();
    }

    @Test
    void g2_groupThatHrNoLongerHas_isNoneOfTheWorkers() {
        hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineering")));
        hr.put(ADA.withGroups(List.of("PG-1", "PG-2")));
        assertThat(read(all(Optional.empty())).get(0).groups().orElseThrow())
                .extracting(ProvisioningGroup::id)
                .containsExactly("PG-1");
    }

    @Test
    void f3_writeBack_changesTheWorkerAndIsNoChangeOfTheLog() {
        hr.put(ADA);
        Watermark watermark = watermark();
        Worker ada = read(all(Optional.empty())).get(0);
        hr.writeBack().orElseThrow().write(ada, Map.of(ContactField.WORK_EMAIL, "ada@acme.test"));
        assertThat(changedSince(watermark)).isEmpty();
        assertThat(read(all(Optional.empty())).get(0).attributes().text("email"))
                .contains("ada@acme.test");
        assertThat(hr.calls()).extracting(RecordedCall::op).containsExactly(ChangeKind.WRITE_BACK);
    }

    @Test
    void page_thatIsRepeated_comesTwice() {
        hr.put(ADA, new HrRecord("21002", ADA.employment(), ADA.profile(), List.of()));
        hr.repeatPage(1);
        assertThat(read(all(Optional.empty()))).hasSize(4);
    }

    @Test
    void record_thatIsUnreadable_failsAlone() {
        hr.put(ADA, new HrRecord("21002", ADA.employment(), ADA.profile(), List.of()));
        hr.setUnreadable("21001", true);
        try (WorkerPages pages = hr.read(all(Optional.empty()))) {
            WorkerPage page = pages.next().orElseThrow();
            assertThat(page.workers()).hasSize(1);
            assertThat(page.unreadable()).hasSize(1);
        }
    }

    @Test
    void watermark_ofAnotherSource_isRefused() {
        assertThatThrownBy(() -> changedSince(new Watermark("2026-03-02")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hand back one that it gave");
    }

    private Optional<String> title(WorkerQuery query) {
        return read(query).get(0).attributes().text("businessTitle");
    }

    private Watermark watermark() {
        try (WorkerPages pages = hr.read(all(Optional.empty()))) {
            return pages.watermark().orElseThrow();
        }
    }

    private List<Worker> changedSince(Watermark watermark) {
        return read(new WorkerQuery.ChangedSince(watermark, Optional.empty()));
    }

    private List<Worker> read(WorkerQuery query) {
        List<Worker> workers = new ArrayList<>();
        try (WorkerPages pages = hr.read(query)) {
            for (Optional<WorkerPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                workers.addAll(page.get().workers());
            }
        }
        return workers;
    }

    private static WorkerQuery all(Optional<LocalDate> asOf) {
        return new WorkerQuery.All(asOf);
    }

    private static Employment leaving(LocalDate day) {
        return Employment.builder().terminationDate(day).build();
    }
}
