package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.ConnectionReport.Check;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.simulators.workday.WorkdayFault;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attributes from custom reports (rule M8). */
final class ReportsTest {

    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);
    private static final WorkdayReport BADGES = WorkdayReport.of("lmcneil", "Badges and Floors");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();

    @BeforeEach
    void people() {
        for (String id : List.of("100", "101", "102")) {
            workday.hire(id, HIRED, edit -> edit.name("First", "Last").title("Clerk"));
        }
        workday.report(
                "lmcneil",
                "Badges_and_Floors",
                List.of(
                        Map.of("Workday_ID", "100", "badge", "B <7> & \"8\"", "Floor", "4", "businessTitle", "King"),
                        Map.of("Workday_ID", "101", "badge", "", "Floor", "x"),
                        Map.of("Workday_ID", "999", "badge", "somebody else's")));
    }

    @AfterEach
    void stop() {
        workday.close();
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void m8_columnsJoinByWorkerId(ReportFormat format) {
        Reading.Found workers =
                Reading.all(source().report(BADGES.withFormat(format)).build());

        Worker first = workers.get("100");
        assertThat(first.attributes().text("badge")).contains("B <7> & \"8\"");
        assertThat(first.attributes().text("Floor")).contains("4");
        assertThat(workers.get("101").attributes().isRead("badge")).isTrue();
        assertThat(workers.get("101").attributes().text("badge")).isEmpty();
        assertThat(workers.get("102").attributes().isRead("badge")).isFalse();
        assertThat(workday.calls("Report")).isEqualTo(1);
    }

    @Test
    void m8_whatTheRecordItselfGives_isNotReplaced() {
        Worker first = Reading.all(source().report(BADGES).build()).get("100");
        assertThat(first.attributes().text("businessTitle")).contains("Clerk");
    }

    @Test
    void m8_columnsOfChoiceHaveTypesAndNames() {
        Reading.Found workers = Reading.all(
                source().report(BADGES.withColumn("Floor", "integer:floor").withColumn("Never_There", "none"))
                        .build());

        assertThat(workers.get("100").attributes().get("floor")).contains(AttributeValue.of(4));
        assertThat(workers.get("100").attributes().isRead("badge")).isFalse();
        assertThat(workers.get("100").attributes().get("none")).contains(AttributeValue.NULL);
        assertThat(workers.get("101").attributes().get("floor")).contains(AttributeValue.of("x"));
    }

    @Test
    void m8_severalRowsOfAWorkerAreAList() {
        workday.report(
                "lmcneil",
                "Languages",
                List.of(
                        Map.of("Workday_ID", "100", "language", "German", "since", "2020"),
                        Map.of("Workday_ID", "100", "language", "French", "since", "2020")));

        Worker worker = Reading.all(source().report(WorkdayReport.of("lmcneil", "Languages"))
                        .build())
                .get("100");

        assertThat(worker.attributes().get("language"))
                .contains(AttributeValue.of(List.of(AttributeValue.of("German"), AttributeValue.of("French"))));
        assertThat(worker.attributes().text("since")).contains("2020");
    }

    @Test
    void b4_reportAttributesAreAsOfToday_whateverTheRead() {
        WorkdaySource source = source().report(BADGES).build();
        workday.change("100", LocalDate.of(2026, 3, 5), edit -> edit.title("Director"));

        Worker ahead = Reading.of(source, new WorkerQuery.All(Optional.of(LocalDate.of(2026, 3, 16))))
                .get("100");

        assertThat(ahead.attributes().text("businessTitle")).contains("Director");
        assertThat(ahead.attributes().text("Floor")).contains("4");
    }

    @Test
    void a4_readOfNoChanges_asksForNoReport() {
        WorkdaySource source = source().report(BADGES)
                .effectiveChanges(false)
                .overlap(Duration.ZERO)
                .build();
        clock.advance(Duration.ofHours(1));

        Watermark now = new Watermark(clock.instant().toString());

        assertThat(Reading.workers(source, new WorkerQuery.ChangedSince(now, Optional.empty())))
                .isEmpty();
        assertThat(workday.calls("Report")).isZero();
    }

    @Test
    void readOfSingleWorkers_asksForTheirRowsAlone_orNotAtAll() {
        WorkdaySource without = source().report(BADGES).build();
        assertThat(Reading.one(without, "100").attributes().isRead("badge")).isFalse();
        assertThat(workday.calls("Report")).isZero();

        WorkdaySource with = source().report(BADGES.withWorkerPrompt("Workday_ID!Employee_ID"))
                .build();
        Reading.Found workers = Reading.of(with, new WorkerQuery.ByIds(Set.of("100", "102"), Optional.empty()));

        assertThat(workers.get("100").attributes().text("Floor")).contains("4");
        assertThat(workers.get("102").attributes().isRead("Floor")).isFalse();
        assertThat(workday.calls("Report")).isEqualTo(2);
    }

    @Test
    void prompts_areSent() {
        WorkdaySource source = source().report(BADGES.withPrompt("Floor", "4")).build();
        assertThat(Reading.all(source).get("101").attributes().isRead("badge")).isFalse();
    }

    @Test
    void busyReport_isForLater_andThePageIsNotLost() {
        workday.fail("Report", 1, WorkdayFault.tooManyCalls(Duration.ofSeconds(30)));
        WorkdaySource source = source().report(BADGES).build();
        try (var pages = source.read(new WorkerQuery.All(Optional.empty()))) {
            assertThatThrownBy(pages::next).isInstanceOf(RetryLater.class).hasMessageContaining("Badges_and_Floors");
            clock.advance(Duration.ofSeconds(31));
            assertThat(pages.next().orElseThrow().workers()).hasSize(3);
        }
    }

    @Test
    void everyErrorSaysWhatToDo() {
        assertThat(problem(source().report(WorkdayReport.of("lmcneil", "Nonsense"))))
                .contains("404", "owner, name and prompts", "Enable As Web Service");
        workday.fail("Report", 1, WorkdayFault.noSoap(403));
        assertThat(problem(source().report(BADGES))).contains("403", "share the report");
        workday.fail("Report", 1, WorkdayFault.noSoap(401));
        assertThat(problem(source().report(BADGES))).contains("401", "withTenantInUser");
        workday.fail("Report", 1, WorkdayFault.noSoap(500));
        assertThat(problem(source().report(BADGES))).contains("500", "try again later");
        workday.fail("Report", 1, WorkdayFault.noSoap(200));
        assertThat(problem(source().report(BADGES))).contains("no report").doesNotContain("sorry");
        assertThat(problem(source().report(BADGES.withKeyColumn("Employee"))))
                .contains("no row has the column 'Employee'", "withKeyColumn");
        assertThat(problem(source().report(BADGES))).isEmpty();
    }

    @Test
    void failuresAreOfTheRightKind() {
        assertFails(WorkdayFault.noSoap(401), CredentialsRejected.class);
        assertFails(WorkdayFault.noSoap(403), PermissionMissing.class);
        assertFails(WorkdayFault.noSoap(404), ProtocolViolation.class);
        assertFails(WorkdayFault.truncated(), ProtocolViolation.class);
        assertFails(WorkdayFault.cutWithinAnswer(), RetryLater.class);
    }

    @Test
    void theTenantInTheUser_isATenantsChoice() {
        assertThat(Reading.all(source().report(BADGES.withTenantInUser()).build())
                        .get("100")
                        .attributes()
                        .isRead("badge"))
                .isTrue();
    }

    private void assertFails(WorkdayFault fault, Class<? extends Throwable> kind) {
        workday.fail("Report", 1, fault);
        WorkdaySource source = source().report(BADGES).build();
        assertThatThrownBy(() -> Reading.all(source)).isInstanceOf(kind).hasMessageNotContaining("B <7>");
    }

    private static String problem(WorkdaySourceBuilder source) {
        return source.build().test().checks().stream()
                .filter(check -> check.feature().startsWith("read report"))
                .map(Check::problem)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private WorkdaySourceBuilder source() {
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .clock(clock);
    }
}
