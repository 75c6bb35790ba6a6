package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerKind;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdayFault;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads a simulated tenant over the wire. */
final class WorkdaySourceTest {

    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();

    @AfterEach
    void stop() {
        workday.close();
    }

    @Test
    void all_readsEveryBaseAttribute() {
        workday.hire("100", HIRED, w -> w.name("Grace", "Okoro").userName("gokoro"));
        workday.hire(
                "101",
                HIRED,
                w -> w.name("Jordanna", "Álvarez")
                        .preferredName("Jo", "Álvarez")
                        .userName("jalvarez")
                        .email("jo@example.com")
                        .homeEmail("jo@example.net")
                        .workPhone("+61255501234")
                        .mobilePhone("+61455501234")
                        .title("Engineer")
                        .site(Site.SYDNEY)
                        .manager("100")
                        .supervisoryOrg("Platform")
                        .businessUnit("Products")
                        .universalId("U-101")
                        .timeZone("Australia/Sydney"));

        Worker worker = one(read(source().build(), new WorkerQuery.All(Optional.empty())), "101");

        Map<String, String> profile = worker.attributes().names().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> worker.attributes().text(name).orElse("")));
        assertThat(profile)
                .containsEntry("userName", "jalvarez")
                .containsEntry("accountType", "Regular")
                .containsEntry("businessTitle", "Engineer")
                .containsEntry("businessUnit", "Products")
                .containsEntry("city", "Sydney")
                .containsEntry("countryCode", "AU")
                .containsEntry("email", "jo@example.com")
                .containsEntry("employeeID", "101")
                .containsEntry("firstName", "Jo")
                .containsEntry("lastName", "Álvarez")
                .containsEntry("location", "Sydney")
                .containsEntry("managerId", "100")
                .containsEntry("managerUserName", "gokoro")
                .containsEntry("mobilePhone", "+61455501234")
                .containsEntry("postalCode", "2000")
                .containsEntry("secondEmail", "jo@example.net")
                .containsEntry("state", "New South Wales")
                .containsEntry("streetAddress", "1 Macquarie Place")
                .containsEntry("supervisoryOrg", "Platform")
                .containsEntry("workPhone", "+61255501234")
                .hasSize(20);
        assertThat(worker.ref()).hasToString("workday/101");
        assertThat(worker.employment().active()).isTrue();
        assertThat(worker.employment().hasAccount()).isTrue();
        assertThat(worker.employment().hireDate()).contains(HIRED);
        assertThat(worker.employment().universalId()).contains("U-101");
        assertThat(worker.employment().preferredTimeZone()).contains("Australia/Sydney");
        assertThat(worker.employment().locationTimeZone()).contains("Australia/Sydney");
    }

    @Test
    void accountType_isWhatTheTenantTakesItFrom() {
        workday.hire("101", HIRED, w -> w.name("A", "B").workerType("Fixed_Term"));
        workday.contract("C1", HIRED, w -> w.name("C", "D"));

        assertThat(accountTypes(AccountTypeField.WORKER_TYPE_ID)).containsExactly("Fixed_Term", "Consultant");
        assertThat(accountTypes(AccountTypeField.WORKER_TYPE_NAME))
                .containsExactly("Fixed_Term worker", "Consultant worker");
        assertThat(accountTypes(AccountTypeField.WORKER_KIND)).containsExactly("Employee", "Contingent Worker");
    }

    private List<String> accountTypes(AccountTypeField field) {
        WorkdaySource source = source().accountTypeFrom(field).build();
        return Stream.of("101", "C1")
                .map(id ->
                        Reading.one(source, id).attributes().text("accountType").orElse(""))
                .toList();
    }

    @Test
    void all_readsEveryPageOnce() {
        hire(23);

        List<Worker> workers = read(source().pageSize(5).build(), new WorkerQuery.All(Optional.empty()));

        assertThat(workers).hasSize(23);
        assertThat(byId(workers)).hasSize(23);
        assertThat(workday.calls("Get_Server_Timestamp")).isEqualTo(1);
    }

    @Test
    void all_doesNotSeeWhatIsEnteredWhileItReads() {
        hire(10);
        try (WorkerPages pages = source().pageSize(5).build().read(new WorkerQuery.All(Optional.empty()))) {
            WorkerPage first = pages.next().orElseThrow();
            clock.advance(Duration.ofSeconds(60));
            workday.hire("900", HIRED, w -> w.name("Late", "Comer"));
            WorkerPage second = pages.next().orElseThrow();

            assertThat(first.total()).hasValue(10);
            assertThat(second.workers()).hasSize(5);
            assertThat(pages.next()).isEmpty();
            assertThat(pages.next()).isEmpty();
        }
    }

    @Test
    void changedSince_continuesFromTheWatermark() {
        hire(4);
        WorkdaySource source =
                source().effectiveChanges(false).overlap(Duration.ZERO).build();
        clock.advance(Duration.ofHours(1));
        Watermark watermark = watermark(source);
        assertThat(changed(source, watermark)).isEmpty();

        clock.advance(Duration.ofHours(1));
        workday.change("2", w -> w.title("Director"));

        assertThat(changed(source, watermark)).containsExactly("2");
    }

    @Test
    void changedSince_goesBackByTheOverlap() {
        hire(1);
        Watermark watermark = watermark(source().build());
        clock.advance(Duration.ofHours(1));

        assertThat(changed(source().effectiveChanges(false).build(), watermark)).containsExactly("0");
        assertThat(changed(
                        source().effectiveChanges(false).overlap(Duration.ZERO).build(),
                        new Watermark(watermark.value().replace("18:00:00", "18:00:01"))))
                .isEmpty();
    }

    @Test
    void changedSince_findsWhatWasEnteredEarlierAndComesDue() {
        hire(3);
        workday.change("1", LocalDate.of(2026, 3, 10), w -> w.title("Team Lead"));
        clock.set(Instant.parse("2026-03-09T18:00:00Z"));
        WorkdaySource source = source().build();
        Watermark watermark = watermark(source);
        clock.set(Instant.parse("2026-03-10T18:00:00Z"));

        List<Worker> due = read(source, new WorkerQuery.ChangedSince(watermark, Optional.empty()));

        assertThat(one(due, "1").attributes().text("businessTitle")).contains("Team Lead");
        assertThat(changed(source().effectiveChanges(false).build(), watermark)).isEmpty();
    }

    @Test
    void byIds_readsWhoIsKnownAndPassesOverTheRest() {
        hire(3);
        workday.contract("C-1", HIRED, w -> w.name("Con", "Tractor"));
        Set<String> ids = new LinkedHashSet<>(List.of("1", "nobody", "C-1"));

        List<Worker> workers = read(source().build(), new WorkerQuery.ByIds(ids, Optional.empty()));

        assertThat(byId(workers).keySet()).containsExactlyInAnyOrder("1", "C-1");
        assertThat(one(workers, "C-1").employment().kind()).isEqualTo(WorkerKind.CONTINGENT);
        assertThat(workday.calls("Get_Server_Timestamp")).isZero();
    }

    @Test
    void byIds_ofNobodyAsksNothing() {
        assertThat(read(source().build(), new WorkerQuery.ByIds(Set.of(), Optional.empty())))
                .isEmpty();
        assertThat(workday.calls()).isEmpty();
    }

    @Test
    void keyByWid_isAskedForByWid() {
        hire(2);
        WorkdaySource source = source().keyBy(WorkerKey.WID).build();
        String wid =
                read(source, new WorkerQuery.All(Optional.empty())).get(0).ref().id();

        assertThat(wid).matches("[0-9a-f]{32}");
        assertThat(read(source, new WorkerQuery.ByIds(Set.of(wid), Optional.empty())))
                .hasSize(1);
    }

    @Test
    void terminations_findsWhoEndsWithinTheWindow() {
        hire(4);
        workday.terminate("1", Termination.on(TODAY).withReason("Terminate_Employee_Voluntary_Commute"));
        workday.terminate("2", Termination.on(TODAY.plusDays(30)));
        Instant instant = clock.instant();

        List<Worker> ending = read(
                source().build(),
                new WorkerQuery.Terminations(
                        instant.minus(Duration.ofDays(1)), instant.plus(Duration.ofDays(1)), Optional.empty()));

        assertThat(byId(ending).keySet()).containsExactly("1");
        assertThat(ending.get(0).employment().terminationDate()).contains(TODAY);
        assertThat(ending.get(0).employment().lastDayOfWork()).contains(TODAY);
        assertThat(ending.get(0).employment().primaryReason()).contains("Terminate_Employee_Voluntary_Commute");
        assertThat(ending.get(0).attributes().text("firstName")).isPresent();
    }

    @Test
    void b4_asOfADayAhead_showsTheFutureButNoEarlyTermination() {
        try (WorkdaySimulator strict =
                WorkdaySimulator.builder(clock).endsShowEarly(false).start()) {
            strict.hire("1", HIRED, w -> w.name("Lea", "Ving").title("Clerk"));
            strict.change("1", TODAY.plusDays(3), w -> w.title("Senior Clerk"));
            strict.terminate("1", Termination.on(TODAY.plusDays(7)));
            strict.hire("2", TODAY.plusDays(10), w -> w.name("Be", "Ginner").title("Trainee"));
            WorkdaySource source = WorkdaySource.builder(strict.endpoint())
                    .credentials(strict.user(), strict.password())
                    .clock(clock)
                    .build();

            List<Worker> ahead = read(source, new WorkerQuery.All(Optional.of(TODAY.plusDays(14))));

            assertThat(one(ahead, "1").attributes().text("businessTitle")).contains("Senior Clerk");
            assertThat(one(ahead, "1").employment().terminationDate()).isEmpty();
            assertThat(one(ahead, "1").employment().active()).isTrue();
            assertThat(one(ahead, "2").attributes().text("businessTitle")).contains("Trainee");
            assertThat(one(ahead, "2").employment().hireDate()).contains(TODAY.plusDays(10));
        }
    }

    @Test
    void preHire_hasNoPositionYetAndIsInactive() {
        workday.hire(
                "1",
                TODAY.plusDays(10),
                w -> w.name("Be", "Ginner").title("Trainee").email("b@example.com"));

        Worker worker =
                read(source().build(), new WorkerQuery.All(Optional.empty())).get(0);

        assertThat(worker.employment().active()).isFalse();
        assertThat(worker.employment().inactiveSince()).isEmpty();
        assertThat(worker.attributes().isRead("businessTitle")).isFalse();
        assertThat(worker.attributes().text("email")).contains("b@example.com");
    }

    @Test
    void groups_keepTheirIdWhenTheyAreRenamed() {
        hire(1);
        workday.group("vpn", "VPN Users");
        workday.assign("0", "vpn");
        WorkdaySource source = source().build();
        ProvisioningGroup before = groupsOf(source).get(0);
        workday.group("vpn", "Remote Access");

        ProvisioningGroup after = groupsOf(source).get(0);

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.name()).isEqualTo("Remote Access");
        assertThat(source.groups()).contains(List.of(after));
        workday.unassign("0", "vpn");
        assertThat(groupsOf(source)).isEmpty();
    }

    @Test
    void g5_groupsSwitchedOff_areNeitherReadNorKnown() {
        hire(1);
        WorkdaySource source = source().groups(false).build();

        assertThat(read(source, new WorkerQuery.All(Optional.empty())).get(0).groups())
                .isEmpty();
        assertThat(source.groups()).isEmpty();
        assertThat(workday.calls("Get_Provisioning_Groups")).isZero();
    }

    @Test
    void rescindedHire_isNoPreHire() {
        workday.hire("1", TODAY.plusDays(10), w -> w.name("Ne", "Ver"));
        workday.rescindHire("1");

        Worker worker =
                read(source().build(), new WorkerQuery.All(Optional.empty())).get(0);

        assertThat(worker.employment().hireDate()).isEmpty();
        assertThat(worker.employment().active()).isFalse();
    }

    @Test
    void m7_fieldOverridesBecomeAttributes() {
        workday.hire(
                "1", HIRED, w -> w.name("A", "B").field("string:badge", "7").field("not_a_type:plain", "x"));

        Worker worker = read(
                        source().fieldOverrides("Tenure_Field_Overrides").build(),
                        new WorkerQuery.All(Optional.empty()))
                .get(0);

        assertThat(worker.attributes().text("badge")).contains("7");
        assertThat(worker.attributes().text("plain")).contains("x");
    }

    @Test
    void bearerToken_isAskedForWithEveryCall() {
        try (WorkdaySimulator tenant =
                WorkdaySimulator.builder(clock).bearerToken("fresh").start()) {
            tenant.hire("1", HIRED, w -> w.name("A", "B"));
            StringBuilder token = new StringBuilder("stale");
            WorkdaySource source = WorkdaySource.builder(tenant.endpoint())
                    .bearer(token::toString)
                    .clock(clock)
                    .build();

            assertThat(source.test().ok()).isFalse();
            token.replace(0, token.length(), "fresh");
            assertThat(source.test().ok()).isTrue();
            assertThat(read(source, new WorkerQuery.All(Optional.empty()))).hasSize(1);
        }
    }

    @Test
    void n3_test_namesTheMissingPermissionOfEachFeature() {
        workday.fail("Get_Locations", 1, WorkdayFault.notAuthorized());
        workday.fail("Get_Provisioning_Groups", 1, WorkdayFault.notAuthorized());

        List<String> problems = source().build().test().checks().stream()
                .flatMap(check -> check.problem().stream())
                .toList();

        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).contains("External Account Provisioning", "'groups'");
        assertThat(problems.get(1)).contains("Manage: Location", "'locationTimeZones'");
    }

    private WorkdaySourceBuilder source() {
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .clock(clock);
    }

    private void hire(int people) {
        for (int i = 0; i < people; i++) {
            workday.hire(
                    Integer.toString(i), HIRED, w -> w.name("First", "Last").site(Site.BERLIN));
        }
    }

    private static Watermark watermark(WorkdaySource source) {
        try (WorkerPages pages = source.read(new WorkerQuery.All(Optional.empty()))) {
            while (pages.next().isPresent()) {
                // Only the watermark is wanted.
            }
            return pages.watermark().orElseThrow();
        }
    }

    private static Set<String> changed(WorkdaySource source, Watermark since) {
        return byId(read(source, new WorkerQuery.ChangedSince(since, Optional.empty())))
                .keySet();
    }

    private static List<ProvisioningGroup> groupsOf(WorkdaySource source) {
        return read(source, new WorkerQuery.All(Optional.empty()))
                .get(0)
                .groups()
                .orElseThrow();
    }

    private static List<Worker> read(WorkdaySource source, WorkerQuery query) {
        List<Worker> workers = new ArrayList<>();
        try (WorkerPages pages = source.read(query)) {
            for (Optional<WorkerPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                assertThat(page.get().unreadable()).isEmpty();
                workers.addAll(page.get().workers());
            }
        }
        return workers;
    }

    private static Worker one(List<Worker> workers, String id) {
        return workers.stream()
                .filter(worker -> worker.ref().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Worker> byId(List<Worker> workers) {
        return workers.stream().collect(Collectors.toMap(worker -> worker.ref().id(), Function.identity()));
    }
}
