package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.engine.FailedItem;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import dev.tenure.lifecycle.worker.Employment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** References between people resolve in two phases, in whatever order HR sends them. */
class ReferenceTest {

    /** One worker to a page: who comes later is not known yet. */
    private final Company company = new Company(1);

    private final LifecycleEngine engine = company.builder(LifecyclePolicy.recommended())
            .mapping(AttributeMapping.builder()
                    .addAll(DefaultMappings.hrToOkta())
                    .row("manager", "source.managerId")
                    .build())
            .target(company.okta, TargetUse.identityProfile().withReference("manager"))
            .build();

    @Test
    void e11_aReportBeforeItsManager_isMadeWithoutAndCompletedWhenTheManagerArrives() {
        company.hr.put(Company.employee("1", "Ada").with("managerId", "2"));
        engine.run(ImportKind.FULL);
        assertThat(company.manager("ada@acme.test")).isNull();
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");

        company.hr.put(Company.employee("2", "Lin"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("ada@acme.test")).isEqualTo(company.account("lin@acme.test"));

        company.calls();
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void e11_aReportAndItsManagerInOneImport_endUpConnected() {
        company.hr.put(
                Company.employee("1", "Ada").with("managerId", "2"),
                Company.employee("2", "Lin").with("managerId", "3"),
                Company.employee("3", "Sam"));
        engine.run(ImportKind.FULL);
        assertThat(company.manager("ada@acme.test")).isEqualTo(company.account("lin@acme.test"));
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("sam@acme.test"));
    }

    @Test
    void e11_aNewManagerWhoIsNotThereYet_doesNotLeaveTheOldOneInPlace() {
        company.hr.put(Company.employee("1", "Ada").with("managerId", "2"), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.employee("1", "Ada").with("managerId", "3"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("ada@acme.test")).isNull();

        company.hr.put(Company.employee("3", "Sam"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("ada@acme.test")).isEqualTo(company.account("sam@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void e11_aNewManagerWhoComesWithinTheSameImport_isSetAtOnce() {
        company.hr.put(Company.employee("1", "Ada").with("managerId", "2"), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.calls();
        company.hr.put(Company.employee("1", "Ada").with("managerId", "3"), Company.employee("3", "Sam"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("ada@acme.test")).isEqualTo(company.account("sam@acme.test"));
        assertThat(company.calls().stream().filter(call -> call.equals("UPDATE ada@acme.test")))
                .as("with the manager, and what else of the manager HR told before")
                .hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "INCREMENTAL"})
    void e11_aManagerWhoComesInWithTheLoginThatTheReportGivesUp_isSetInTheSameImport(ImportKind kind) {
        aReportGivesItsLoginToItsNewManager();
        Plan plan = engine.plan(kind);
        company.calls();
        engine.apply(plan);
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(engine.failures()).isEmpty();
        assertThat(company.calls()).as("a preview is what is done").hasSameSizeAs(plan.changes());
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void e11_soDoesANotificationThatNamesAllOfThem() {
        aReportGivesItsLoginToItsNewManager();
        engine.realTime(List.of(Company.ref("1"), Company.ref("2"), Company.ref("3")));
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    private void aReportGivesItsLoginToItsNewManager() {
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.hr.put(
                Company.employee("1", "Lin").with("managerId", "3"),
                Company.employee("2", "Eve"),
                Company.employee("3", "Ada"));
    }

    @Test
    void e11_aManagerWhoComesInWithTheLoginOfALeaver_isSetInTheSameImport() {
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.hr.put(
                Company.ended(Company.employee("1", "Ada"), "2026-02-27"),
                Company.employee("2", "Lin").with("managerId", "3"),
                Company.employee("3", "Ada"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta
                        .account("ada@acme.test")
                        .orElseThrow()
                        .attributes()
                        .text("employeeNumber"))
                .contains("3");
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void e11_aReportAndItsManagerOnTheSameDay_areConnectedByTheClockAlone() {
        company.hr.put(startingTomorrow("1", "Ada").with("managerId", "2"), startingTomorrow("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.clock.advance(Duration.ofDays(1));
        engine.advance();
        assertThat(company.manager("ada@acme.test")).isEqualTo(company.account("lin@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void e11_referencesOfSeveralKindsAndAtSeveralTargets_areAllCompleted() {
        InMemoryTarget second = InMemoryTarget.named("second");
        TargetUse use = TargetUse.identityProfile().withReference("manager").withReference("assistant");
        LifecycleEngine both = company.builder(LifecyclePolicy.recommended())
                .mapping(AttributeMapping.builder()
                        .addAll(DefaultMappings.hrToOkta())
                        .row("manager", "source.managerId")
                        .row("assistant", "source.assistantId")
                        .build())
                .target(company.okta, use)
                .target(second, use)
                .build();
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Lin"));
        both.run(ImportKind.FULL);
        company.hr.put(
                Company.employee("1", "Lin").with("managerId", "3").with("assistantId", "4"),
                Company.employee("2", "Eve").with("assistantId", "3"),
                Company.employee("3", "Ada").with("assistantId", "4"),
                Company.employee("4", "Sam").with("managerId", "3"));
        both.run(ImportKind.INCREMENTAL);
        for (InMemoryTarget target : List.of(company.okta, second)) {
            assertThat(names(target, "lin@acme.test", "manager")).isEqualTo("ada@acme.test");
            assertThat(names(target, "lin@acme.test", "assistant")).isEqualTo("sam@acme.test");
            assertThat(names(target, "eve@acme.test", "assistant")).isEqualTo("ada@acme.test");
            assertThat(names(target, "ada@acme.test", "assistant")).isEqualTo("sam@acme.test");
            assertThat(names(target, "sam@acme.test", "manager")).isEqualTo("ada@acme.test");
        }
        assertThat(both.failures()).isEmpty();
    }

    @Test
    void s3_whoseManagerIsMissing_hasFailedOnceWithEachImport_howeverOftenItIsLookedAt() {
        company.hr.put(Company.employee("1", "Ada").with("managerId", "9"));
        engine.run(ImportKind.FULL);
        assertThat(attempts()).containsExactly(1);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts()).containsExactly(2);
    }

    @Test
    void s3_whatFailsAtEachLook_isOneFailedTryOfTheImport() {
        company.okta.inject(
                Fault.of(ChangeKind.CREATE, Fault.Effect.INVALID_VALUE).on("ada@acme.test"));
        company.hr.put(Company.employee("1", "Ada").with("managerId", "2"), Company.employee("2", "Lin"));
        ImportRun run = engine.run(ImportKind.FULL);
        assertThat(attempts()).containsExactly(1);
        assertThat(run.failed()).containsExactly(Company.ref("1"));

        company.okta.clearFaults();
        engine.run(ImportKind.FULL);
        assertThat(company.manager("ada@acme.test")).isEqualTo(company.account("lin@acme.test"));
    }

    @Test
    void e11_whatARunNoticesOfOneAtWhomItLooksAgain_isNoticedOnce() {
        company.hr.put(Company.employee("1", "Ada").with("managerId", "9"));
        engine.run(ImportKind.FULL);
        company.okta.set("ada@acme.test", new AttributeDelta(Map.of("firstName", AttributeValue.of("Eve"))));
        assertThat(engine.run(ImportKind.FULL).notices())
                .extracting(Notice::kind)
                .containsExactly(NoticeKind.DRIFT);
    }

    /** How an import comes to see who is new. */
    enum Way {
        FULL,
        INCREMENTAL,
        REAL_TIME,
        CARRIED_OUT;

        void run(LifecycleEngine engine) {
            switch (this) {
                case FULL -> engine.run(ImportKind.FULL);
                case INCREMENTAL -> engine.run(ImportKind.INCREMENTAL);
                case REAL_TIME -> engine.realTime(List.of(Company.ref("9")));
                case CARRIED_OUT -> engine.apply(engine.plan(ImportKind.INCREMENTAL));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void e11_aManagersAccountThatGoesToSomebodyElse_managesNobodyAnyMore(Way way) {
        aManagerLeaves();
        company.hr.put(Company.employee("9", "Ada"));
        way.run(engine);
        assertThat(owner("ada@acme.test")).isEqualTo("9");
        assertThat(company.manager("lin@acme.test")).isNull();
        assertThat(engine.failures())
                .as("until the manager has an account again, or another one comes")
                .extracting(FailedItem::worker)
                .containsExactly(Company.ref("2"));
        assertThat(attempts()).containsExactly(1);

        company.hr.put(Company.employee("2", "Lin").with("managerId", "9"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(engine.failures()).isEmpty();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void e11_evenInTheImportThatClosesIt() {
        company.hr.put(Company.employee("1", "Lin").with("managerId", "2"), Company.employee("2", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("2", "Ada"), "2026-02-27"), Company.employee("9", "Ada"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(owner("ada@acme.test")).isEqualTo("9");
        assertThat(company.manager("lin@acme.test")).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"REACTIVATE", "UPDATE"})
    void s4_evenIfTheRunIsCutOff(ChangeKind cut) {
        aManagerLeaves();
        company.hr.put(Company.employee("9", "Ada"));
        company.okta.inject(
                Fault.of(cut, Fault.Effect.CRASH).on("ada@acme.test").times(1));
        assertThatThrownBy(() -> engine.realTime(List.of(Company.ref("9")))).isInstanceOf(SimulatedCrash.class);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(owner("ada@acme.test")).isEqualTo("9");
        assertThat(company.manager("lin@acme.test")).isNull();
    }

    @Test
    void d2_aManagersAccountThatGoesToTheSamePerson_goesOnManaging() {
        company.hr.put(
                person(Company.employee("1", "Ada")),
                Company.employee("2", "Lin").with("managerId", "1"));
        engine.run(ImportKind.FULL);
        company.hr.put(
                person(Company.ended(Company.employee("1", "Ada"), "2026-02-27")),
                person(Company.employee("9", "Ada")));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(owner("ada@acme.test")).isEqualTo("9");
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    private void aManagerLeaves() {
        company.hr.put(
                Company.employee("1", "Ada"), Company.employee("2", "Lin").with("managerId", "1"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
    }

    private static HrRecord person(HrRecord record) {
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .universalId("U-1")
                .build());
    }

    private @org.jspecify.annotations.Nullable String owner(String login) {
        return company.okta
                .account(login)
                .orElseThrow()
                .attributes()
                .text("employeeNumber")
                .orElse(null);
    }

    private List<Integer> attempts() {
        return engine.failures().stream().map(item -> item.failure().attempts()).toList();
    }

    private static HrRecord startingTomorrow(String id, String name) {
        HrRecord record = Company.employee(id, name);
        LocalDate tomorrow = LocalDate.parse("2026-03-03");
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .hireDate(tomorrow)
                .firstDayOfWork(tomorrow)
                .build());
    }

    /** The login of the account to which an attribute refers. */
    private static String names(InMemoryTarget target, String login, String attribute) {
        String id =
                target.account(login).orElseThrow().attributes().text(attribute).orElse("nobody");
        return target.all().stream()
                .filter(account -> account.ref().id().equals(id))
                .map(Account::login)
                .findFirst()
                .orElse(id);
    }
}
