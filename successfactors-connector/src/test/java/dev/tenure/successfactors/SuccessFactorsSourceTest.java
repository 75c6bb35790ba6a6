package dev.tenure.successfactors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ConnectionReport.Check;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.simulators.successfactors.SeenRequest;
import dev.tenure.simulators.successfactors.SuccessFactorsFault;
import dev.tenure.simulators.successfactors.SuccessFactorsSimulator;
import dev.tenure.successfactors.options.OAuthClient;
import dev.tenure.successfactors.options.ReadNotice;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read, how it is asked for, and who asks. */
final class SuccessFactorsSourceTest {

    private static final WorkerQuery ALL = new WorkerQuery.All(Optional.empty());
    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final SuccessFactorsSimulator hr = SuccessFactorsSimulator.start(clock);
    private final List<ReadNotice> notices = new ArrayList<>();

    @AfterEach
    void stop() {
        hr.close();
    }

    @Test
    void t1_hireEndAndNameThatAreAhead_areSeen() {
        hr.hire(
                "p1",
                LocalDate.of(2026, 4, 1),
                edit -> edit.name("Ida", "Ahead").email("p1@acme.test"));
        hr.hire("p2", HIRED, edit -> edit.name("Ole", "Leaving").email("p2@acme.test"));
        hr.terminate("p2", LocalDate.of(2026, 5, 31), "TERVCAR");

        List<Worker> workers = read(source().build(), ALL);

        assertThat(workers.get(0).employment().hireDate()).contains(LocalDate.of(2026, 4, 1));
        assertThat(workers.get(0).attributes().text("firstName")).contains("Ida");
        assertThat(workers.get(1).employment().terminationDate()).contains(LocalDate.of(2026, 5, 31));
        assertThat(workers.get(1).employment().primaryReason()).contains("TERVCAR");
    }

    @Test
    void t6_recordThatTakesEffect_isAChangeAlthoughNothingWasModified() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B"));
        hr.change("p1", "p1", LocalDate.of(2026, 3, 10), edit -> edit.job("jobTitle", "Lead"));
        hr.hire("p2", HIRED, edit -> edit.name("C", "D"));
        SuccessFactorsSource source = source().build();
        clock.set(Instant.parse("2026-03-05T00:00:00Z"));
        Watermark watermark = watermark(source, ALL);
        clock.set(Instant.parse("2026-03-10T12:00:00Z"));

        List<Worker> changed = read(source, new WorkerQuery.ChangedSince(watermark, Optional.empty()));

        assertThat(changed).extracting(worker -> worker.ref().id()).containsExactly("p1");
        assertThat(changed.get(0).attributes().text("businessTitle")).contains("Lead");
    }

    @Test
    void t6_userAndWithdrawnTermination_areChanges() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B"));
        hr.hire("p2", HIRED, edit -> edit.name("C", "D"));
        hr.terminate("p2", LocalDate.of(2026, 12, 31), "X");
        hr.hire("p3", HIRED, edit -> edit.name("E", "F"));
        SuccessFactorsSource source = source().build();
        clock.advance(Duration.ofHours(1));
        Watermark watermark = watermark(source, ALL);
        clock.advance(Duration.ofHours(1));
        hr.change("p1", edit -> edit.userName("p1.new"));
        hr.withdrawTermination("p2");

        List<Worker> changed = read(source, new WorkerQuery.ChangedSince(watermark, Optional.empty()));

        assertThat(changed).extracting(worker -> worker.ref().id()).containsExactlyInAnyOrder("p1", "p2");
        assertThat(changed)
                .filteredOn(worker -> worker.ref().id().equals("p2"))
                .allSatisfy(worker ->
                        assertThat(worker.employment().terminationDate()).isEmpty());
    }

    @Test
    void n6_dependantsAndContractors_areNoticedAndNoWorkers() {
        hr.dependant("child");
        hr.contract("c1", HIRED, edit -> edit.name("C", "W"));
        hr.hire("p1", HIRED, edit -> edit.name("A", "B").email("P", "a@home.example", false));

        assertThat(read(source().build(), ALL))
                .extracting(worker -> worker.ref().id())
                .containsExactly("p1");
        assertThat(notices)
                .extracting(notice -> notice.worker().id() + " " + notice.kind() + " " + notice.code())
                .containsExactlyInAnyOrder(
                        "child SKIPPED NO_EMPLOYMENT",
                        "c1 SKIPPED CONTINGENT_NOT_IMPORTED",
                        "p1 WARNING NO_PRIMARY_EMAIL");
    }

    @Test
    void t8_oneSession_signsInOnce_andAgainWhenItIsOver() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B"));
        SuccessFactorsSource source = source().build();
        read(source, ALL);
        read(source, ALL);
        assertThat(hr.signIns()).isEqualTo(1);
        hr.endSessions();
        assertThat(read(source, ALL)).hasSize(1);
        assertThat(hr.signIns()).isEqualTo(2);
    }

    @Test
    void everyRequest_hasAUserAgentAndACorrelationId() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B"));
        read(source().build(), ALL);
        assertThat(hr.requests())
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.headers()).containsKey("user-agent").containsKey("x-correlation-id"));
        assertThat(hr.requests().stream()
                        .map(request -> request.headers().get("x-correlation-id"))
                        .distinct())
                .hasSameSizeAs(hr.requests());
    }

    @Test
    void pageOfPeople_costsOneQuestionForJobs_notOnePerPerson() {
        for (int i = 0; i < 20; i++) {
            hr.hire("p" + i, HIRED, edit -> edit.name("A", "B"));
        }
        read(source().pageSize(10).build(), ALL);
        assertThat(hr.requests().stream().filter(request -> request.path().endsWith("/EmpJob")))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.query())
                        .containsEntry("fromDate", "1900-01-01")
                        .containsEntry("toDate", "9999-12-31"));
        assertThat(hr.requests())
                .filteredOn(request ->
                        request.path().endsWith("/PerPerson") && request.query().containsKey("customPageSize"))
                .extracting(SeenRequest::query)
                .allSatisfy(query -> assertThat(query).containsEntry("paging", "snapshot"));
    }

    @Test
    void t4_linkToAnotherServer_isNotFollowed() {
        for (int i = 0; i < 4; i++) {
            hr.hire("p" + i, HIRED, edit -> edit.name("A", "B"));
        }
        // The first call asks for the time, the second for the first page.
        hr.failAfter(
                "PerPerson",
                1,
                1,
                SuccessFactorsFault.body(
                        text -> text.replace("\"__next\":\"http://127.0.0.1", "\"__next\":\"http://127.0.0.2")));
        int before = hr.requests().size();
        assertThatThrownBy(() -> read(source().pageSize(2).build(), ALL))
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("another server");
        assertThat(hr.requests().size()).isGreaterThan(before);
    }

    @Test
    void hiddenProperty_isNotAskedFor_andAHiddenNecessaryOneIsNamed() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B").job("timezone", "Europe/Berlin"));
        hr.hide("EmpJob", "timezone");
        hr.hide("EmpJob", "departmentNav");
        assertThat(read(source().build(), ALL).get(0).employment().locationTimeZone())
                .isEmpty();
        hr.hide("EmpJob", "emplStatus");
        assertThatThrownBy(() -> read(source().build(), ALL))
                .isInstanceOf(PermissionMissing.class)
                .hasMessageContaining("EmpJob/emplStatus");
    }

    @Test
    void additionalProperty_becomesAnAttribute() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B").job("customString1", "Blue"));
        assertThat(read(source().properties("EmpJob", "customString1").build(), ALL)
                        .get(0)
                        .attributes()
                        .text("person___employment_information_ST1___job_information___custom_string1"))
                .contains("Blue");
    }

    @Test
    void e5_withoutPicklists_readingGoesOn_andTheTestNamesThePermission() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B").email("p1@acme.test").phone("C", "+49 1", false));
        hr.deny("Picklist");
        SuccessFactorsSource source = source().build();

        Worker worker = read(source, ALL).get(0);

        assertThat(worker.employment().active()).isTrue();
        assertThat(worker.attributes().text("mobilePhone")).contains("+49 1");
        assertThat(source.test().ok()).isFalse();
        assertThat(source.test().checks())
                .filteredOn(check -> check.feature().equals("list employee statuses"))
                .extracting(check -> check.problem().orElse(""))
                .allSatisfy(problem -> assertThat(problem).contains("picklists_sys_admin"));
    }

    @Test
    void n3_connectionTest_namesWhatIsMissingForEachFeature() {
        ConnectionReport good = source().build().test();
        assertThat(good.ok()).isTrue();
        assertThat(good.checks()).allSatisfy(check -> assertThat(check.doubt()).isEmpty());
        assertThat(source().writeBack(Set.of(ContactField.WORK_EMAIL))
                        .build()
                        .test()
                        .checks())
                .filteredOn(check -> check.doubt().isPresent())
                .extracting(Check::feature)
                .containsExactly("write contact data back");
        hr.deny("EmpJob");
        hr.hide("PerPersonal", "lastName");
        assertThat(source().properties("EmpJob", "customString99")
                        .build()
                        .test()
                        .checks())
                .extracting(Check::feature, check -> check.problem().isPresent())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("connect", false),
                        org.assertj.core.groups.Tuple.tuple("see person, employment and job properties", true),
                        org.assertj.core.groups.Tuple.tuple("list employee statuses", false));
    }

    @Test
    void wrongSignIns_areToldApart() {
        assertThatThrownBy(() -> read(
                        SuccessFactorsSource.builder(hr.endpoint())
                                .credentials(hr.company(), hr.user(), "wrong")
                                .clock(clock)
                                .build(),
                        ALL))
                .isInstanceOf(CredentialsRejected.class)
                .hasMessageContaining("USER@COMPANYID")
                .hasMessageNotContaining("wrong");
        assertThatThrownBy(() -> read(
                        SuccessFactorsSource.builder(hr.endpoint())
                                .credentials(hr.company().toUpperCase(java.util.Locale.ROOT), hr.user(), hr.password())
                                .clock(clock)
                                .build(),
                        ALL))
                .isInstanceOf(CredentialsRejected.class)
                .hasMessageContaining("LGN0008")
                .hasMessageContaining("case counts");
    }

    @Test
    void oauth_signsAnAssertion_keepsItsToken_andGetsAnotherOnceWhenItIsRefused() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        hr.register("api-key-1", keys.getPublic());
        hr.hire("p1", HIRED, edit -> edit.name("A", "B"));
        SuccessFactorsSource source = SuccessFactorsSource.builder(hr.endpoint())
                .oauth(OAuthClient.builder()
                        .apiKey("api-key-1")
                        .companyId(hr.company())
                        .user(hr.user())
                        .key(keys.getPrivate())
                        .build())
                .clock(clock)
                .build();
        assertThat(read(source, ALL)).hasSize(1);
        assertThat(read(source, ALL)).hasSize(1);
        assertThat(tokenCalls()).isEqualTo(1);
        hr.revokeTokens();
        assertThat(read(source, ALL)).hasSize(1);
        assertThat(tokenCalls()).isEqualTo(2);
        clock.advance(Duration.ofHours(24));
        assertThat(read(source, ALL)).hasSize(1);
        assertThat(tokenCalls()).isEqualTo(3);
    }

    @Test
    void oauth_withAnotherKey_isRefused() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        hr.register("api-key-1", generator.generateKeyPair().getPublic());
        SuccessFactorsSource source = SuccessFactorsSource.builder(hr.endpoint())
                .oauth(OAuthClient.builder()
                        .apiKey("api-key-1")
                        .companyId(hr.company())
                        .user(hr.user())
                        .key(generator.generateKeyPair().getPrivate())
                        .build())
                .clock(clock)
                .build();
        assertThatThrownBy(() -> read(source, ALL)).isInstanceOf(CredentialsRejected.class);
    }

    @Test
    void byIds_withAQuote_isNoInjection() {
        hr.hire("o'neil", HIRED, edit -> edit.name("A", "B"));
        hr.hire("p2", HIRED, edit -> edit.name("C", "D"));
        assertThat(read(
                        source().build(),
                        new WorkerQuery.ByIds(Set.of("o'neil", "x') or (personIdExternal ne '"), Optional.empty())))
                .extracting(worker -> worker.ref().id())
                .containsExactly("o'neil");
    }

    private long tokenCalls() {
        return hr.requests().stream()
                .filter(request -> request.path().equals("/oauth/token"))
                .count();
    }

    private SuccessFactorsSourceBuilder source() {
        return SuccessFactorsSource.builder(hr.endpoint())
                .credentials(hr.company(), hr.user(), hr.password())
                .overlap(Duration.ZERO)
                .notices(notices::add)
                .clock(clock);
    }

    private static List<Worker> read(SuccessFactorsSource source, WorkerQuery query) {
        List<Worker> workers = new ArrayList<>();
        try (WorkerPages pages = source.read(query)) {
            for (Optional<WorkerPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                assertThat(page.get().unreadable()).isEmpty();
                workers.addAll(page.get().workers());
            }
        }
        return workers;
    }

    private static Watermark watermark(SuccessFactorsSource source, WorkerQuery query) {
        try (WorkerPages pages = source.read(query)) {
            while (pages.next().isPresent()) {
                // To the end.
            }
            return pages.watermark().orElseThrow();
        }
    }
}
