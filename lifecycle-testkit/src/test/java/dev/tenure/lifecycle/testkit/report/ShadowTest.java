package dev.tenure.lifecycle.testkit.report;

import static dev.tenure.lifecycle.testkit.report.ReportWorld.endsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.ref;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.startsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.GroupIdentity;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.report.DifferenceKind;
import dev.tenure.lifecycle.report.PolicyComparison;
import dev.tenure.lifecycle.report.PolicyDifference;
import dev.tenure.lifecycle.report.ReportPage;
import dev.tenure.lifecycle.report.ShadowDifference;
import dev.tenure.lifecycle.report.ShadowReport;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShadowTest {

    private final ReportWorld world = new ReportWorld();

    private void nothingWasWritten() {
        assertThat(world.okta.calls()).isEmpty();
        assertThat(world.hr.calls()).isEmpty();
        assertThat(world.store.find(new WorkerStateQuery.All(), Optional.empty(), 10))
                .isEmpty();
        assertThat(world.store.runs(10)).isEmpty();
    }

    @Test
    void h4_shadow_reportsEveryPersonOnWhomTheTwoDiffer() {
        HrRecord same = worker("same");
        HrRecord ended = worker("ended", endsOn("2026-02-27"));
        HrRecord values = worker("values");
        HrRecord closed = worker("closed");
        HrRecord early = worker("early", startsOn("2026-04-01"));
        world.hr.put(same, ended, values, closed, early, worker("missing"), worker("gone", endsOn("2026-02-01")));
        List.of(same, ended, values, early).forEach(one -> world.addAccountOf(one, AccountStatus.ACTIVE));
        world.addAccountOf(closed, AccountStatus.DEACTIVATED);
        world.okta.set("values@example.com", new AttributeDelta(Map.of("title", AttributeValue.of("Intern"))));
        world.okta.addAccount("robot@example.com", AccountStatus.ACTIVE, Attributes.empty());

        ShadowReport report = world.engine().shadow();

        assertThat(report.differences())
                .extracting(ShadowDifference::worker, ShadowDifference::kind, ShadowDifference::rule)
                .containsExactly(
                        tuple(ref("ended"), DifferenceKind.STILL_OPEN, "C1"),
                        tuple(ref("values"), DifferenceKind.VALUES, "E2"),
                        tuple(ref("closed"), DifferenceKind.CLOSED, "E5"),
                        tuple(ref("early"), DifferenceKind.OPEN_TOO_EARLY, "B3"),
                        tuple(ref("missing"), DifferenceKind.NO_ACCOUNT, "E1"));
        assertThat(report.of(DifferenceKind.VALUES).get(0).attributes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).contains(AttributeValue.of("Intern"));
                    assertThat(change.expression()).isEqualTo("source.businessTitle");
                });
        assertThat(report.workers()).isEqualTo(7);
        assertThat(report.inStep()).isEqualTo(2);
        assertThat(report.strangers()).extracting(ShadowReport.Stranger::login).containsExactly("robot@example.com");
        assertThat(report.text()).contains("Intern", "source.businessTitle", "robot@example.com");
        assertThat(report + "").doesNotContain("Intern").doesNotContain("robot@");
        assertThat(ReportPage.builder().shadow(report).build().html()).contains("Accounts without a worker");
        nothingWasWritten();
    }

    @Test
    void h4_shadow_comparesGroups() {
        world.hr.setGroups(List.of(new ProvisioningGroup("1", "Dev"), new ProvisioningGroup("2", "Ops")));
        HrRecord one = worker("one").withGroups(List.of("1"));
        world.hr.put(one);
        world.addAccountOf(one, AccountStatus.ACTIVE);
        world.okta.addGroup("Ops", List.of("one@example.com"));
        world.okta.addGroup("Mine", List.of("one@example.com"));

        assertThat(world.engine().shadow().differences()).singleElement().satisfies(difference -> {
            assertThat(difference.missingGroups()).containsExactly("Dev");
            assertThat(difference.extraGroups()).containsExactly("Ops");
        });
        nothingWasWritten();
    }

    @Test
    void h4_shadow_knowsTwoRecordsOfOnePerson() {
        HrRecord contractor =
                worker("p", employment -> endsOn("2026-02-27").apply(employment).universalId("U"));
        HrRecord employee = worker(
                        "q",
                        employment -> startsOn("2026-02-28").apply(employment).universalId("U"))
                .with("userName", "p@example.com")
                .with("email", "p@example.com")
                .with("firstName", "Firstp")
                .with("lastName", "Lastp");
        world.hr.put(contractor, employee);
        world.addAccountOf(contractor, AccountStatus.ACTIVE);

        assertThat(world.engine().shadow().differences()).isEmpty();
    }

    @Test
    void d3_shadow_afterAGap_aRecordThatBeginsLater_isNotMissing() {
        LifecycleEngine engine = world.engine(policy -> policy.preStartDays(7));
        world.hr.put(
                worker("p", employment -> endsOn("2026-02-20").apply(employment).universalId("U")),
                worker(
                        "q",
                        employment -> startsOn("2026-03-06").apply(employment).universalId("U")));
        assertThat(engine.shadow().differences()).isEmpty();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void d3_shadow_withoutAGap_aRecordThatBeginsLater_isMissing() {
        LifecycleEngine engine = world.engine(policy -> policy.preStartDays(7));
        world.hr.put(
                worker("p", employment -> endsOn("2026-03-01").apply(employment).universalId("U")),
                worker(
                        "q",
                        employment -> startsOn("2026-03-02").apply(employment).universalId("U")),
                worker(
                        "r",
                        employment -> startsOn("2026-03-06").apply(employment).universalId("V")));
        assertThat(engine.shadow().of(DifferenceKind.NO_ACCOUNT))
                .extracting(ShadowDifference::worker)
                .containsExactly(ref("q"), ref("r"));
        assertThat(engine.plan(ImportKind.FULL).changes())
                .extracting(change -> change.worker().orElseThrow())
                .containsExactly(ref("q"), ref("r"));
    }

    @Test
    void d3_shadow_afterAGap_anOpenAccountIsThatOfTheRecordThatEnded() {
        LifecycleEngine engine = world.engine(policy -> policy.preStartDays(7));
        HrRecord ended =
                worker("p", employment -> endsOn("2026-02-20").apply(employment).universalId("U"));
        world.hr.put(
                ended,
                worker(
                                "q",
                                employment ->
                                        startsOn("2026-03-06").apply(employment).universalId("U"))
                        .with("userName", "p@example.com")
                        .with("email", "p@example.com"));
        world.addAccountOf(ended, AccountStatus.ACTIVE);
        assertThat(engine.shadow().differences())
                .extracting(ShadowDifference::worker, ShadowDifference::kind)
                .containsExactly(tuple(ref("p"), DifferenceKind.STILL_OPEN));
    }

    @Test
    void d3_shadow_afterAGap_anAccountOfTheLaterRecordAlone_isOpenTooEarly() {
        LifecycleEngine engine = world.engine(policy -> policy.preStartDays(7));
        HrRecord later = worker(
                "q", employment -> startsOn("2026-03-06").apply(employment).universalId("U"));
        world.hr.put(
                worker("p", employment -> endsOn("2026-02-20").apply(employment).universalId("U")), later);
        world.addAccountOf(later, AccountStatus.ACTIVE);
        ShadowReport report = engine.shadow();
        assertThat(report.differences())
                .extracting(ShadowDifference::worker, ShadowDifference::kind, ShadowDifference::rule)
                .containsExactly(tuple(ref("q"), DifferenceKind.OPEN_TOO_EARLY, "D3"));
        assertThat(report.strangers()).isEmpty();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void d1_shadow_ofTwoRecordsWithoutAnAccount_oneAloneIsMissing() {
        LifecycleEngine engine = world.engine(policy -> policy.preStartDays(7));
        world.hr.put(
                worker(
                        "p",
                        employment -> startsOn("2026-03-06").apply(employment).universalId("U")),
                worker("q", employment -> employment.universalId("U")));
        assertThat(engine.shadow().differences())
                .extracting(ShadowDifference::worker, ShadowDifference::kind)
                .containsExactly(tuple(ref("q"), DifferenceKind.NO_ACCOUNT));
    }

    @Test
    void d1_shadow_beforeAConversion_thePreHireIsNoOnesConflict() {
        LifecycleEngine engine = world.engine(policy -> policy.preStartDays(7));
        world.hr.put(worker("p", employment -> employment.universalId("U")));
        engine.run(ImportKind.FULL);
        world.hr.put(
                worker("p", employment -> endsOn("2026-03-06").apply(employment).universalId("U")),
                worker(
                                "q",
                                employment ->
                                        startsOn("2026-03-07").apply(employment).universalId("U"))
                        .with("userName", "p@example.com")
                        .with("email", "p@example.com")
                        .with("businessTitle", "Employee"));

        assertThat(engine.shadow().differences()).isEmpty();
    }

    @Test
    void g4_shadow_knowsARenamedGroupByItsReference() {
        world.hr.setGroups(List.of(new ProvisioningGroup("1", "Dev")));
        world.hr.put(worker("one").withGroups(List.of("1")));
        world.engine().run(ImportKind.FULL);
        world.hr.setGroups(List.of(new ProvisioningGroup("1", "Developers")));

        assertThat(world.engine().shadow().differences()).isEmpty();
        assertThat(world.engine(policy -> policy.groupIdentity(GroupIdentity.NAME))
                        .shadow()
                        .differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.missingGroups()).containsExactly("Developers"));
    }

    @Test
    void h4_shadow_namesTheRowThatFailsAndTheAccountNobodyIsSureOf() {
        HrRecord namesake = worker("b");
        world.okta.addAccount(
                "old.b@example.com",
                AccountStatus.ACTIVE,
                Attributes.builder()
                        .put("firstName", "Firstb")
                        .put("lastName", "Lastb")
                        .build());
        HrRecord suspended = worker("c");
        world.addAccountOf(suspended, AccountStatus.SUSPENDED);
        world.hr.put(worker("a").with("businessUnit", "no number"), namesake, suspended);

        LifecycleEngine engine = LifecycleEngine.builder()
                .source(world.hr)
                .target(world.okta)
                .mapping(ReportWorld.MAPPING.toBuilder()
                        .row(
                                "costCenter",
                                "source.businessUnit == \"no number\" ? Convert.toInt(source.businessUnit) : 1")
                        .build())
                .policy(LifecyclePolicy.recommended().with(policy -> policy.reactivateSuspended(true)))
                .store(world.store)
                .clock(world.clock)
                .build();

        assertThat(engine.shadow().differences())
                .extracting(ShadowDifference::worker, ShadowDifference::kind, ShadowDifference::rule)
                .contains(
                        tuple(ref("a"), DifferenceKind.UNMAPPED, "M5"),
                        tuple(ref("b"), DifferenceKind.UNCLEAR, "E9"),
                        tuple(ref("c"), DifferenceKind.SUSPENDED, "E6"));
        nothingWasWritten();
    }

    @Test
    void h4_shadow_afterAnImportNothingDiffers() {
        world.hr.put(worker("a"), worker("b", endsOn("2026-02-01")), worker("c", startsOn("2026-05-01")));
        world.engine().run(ImportKind.FULL);

        assertThat(world.engine().shadow().differences()).isEmpty();
    }

    @Test
    void h4_compare_namesTheSwitchThatMakesTheDifference() {
        world.hr.put(
                worker("a"),
                worker(
                        "b",
                        employment -> endsOn("2026-03-01").apply(employment).preferredTimeZone("Pacific/Honolulu")));
        world.clock.set(Instant.parse("2026-03-02T02:00:00Z"));

        PolicyComparison comparison = world.engine().compare(LifecyclePolicy.oktaParity());

        assertThat(comparison.workers()).isEqualTo(2);
        assertThat(comparison.switches())
                .contains("timeZoneAware", "earliestWins")
                .doesNotContain("useLastDayOfWork");
        PolicyDifference only = comparison.differences().get(0);
        assertThat(comparison.differences()).hasSize(1);
        assertThat(only.worker()).isEqualTo(ref("b"));
        assertThat(only.switches()).containsExactly("timeZoneAware");
        assertThat(only.onlyOurs()).isNotEmpty();
        assertThat(only.onlyTheirs()).isEmpty();
        assertThat(comparison.text()).contains("because of    timeZoneAware");
        assertThat(ReportPage.builder().comparison(comparison).build().html()).contains("timeZoneAware");
        nothingWasWritten();
    }

    @Test
    void h4_compare_namesTheSwitch_whereTheDecisionIsTheSame() {
        LifecycleEngine engine = world.engine();
        world.hr.put(worker("a"), worker("b"), worker("c"));
        engine.run(ImportKind.FULL);
        world.okta.setStatus("c@example.com", AccountStatus.DEACTIVATED);
        world.hr.put(worker("a").without("businessTitle"), worker("d"));

        PolicyComparison comparison = engine.compare(LifecyclePolicy.recommended()
                .with(policy -> policy.clearRemovedAttributes(false)
                        .reactivateDeactivated(false)
                        .confirmNew(false)
                        .earliestWins(false)));

        assertThat(comparison.differences())
                .extracting(difference -> difference.worker().id() + " " + difference.switches())
                .containsExactly("a [clearRemovedAttributes]", "c [reactivateDeactivated]", "d [confirmNew]");
    }

    @Test
    void h4_compare_namesNoSwitch_whereOnlySeveralTogetherMakeADifference() {
        world.hr.put(
                worker("a", employment -> endsOn("2026-03-20").apply(employment).primaryReason("X_RIF")));

        PolicyComparison comparison = world.engine(
                        policy -> policy.preStartSuppressesImmediate(true).preStartDays(7))
                .compare(LifecyclePolicy.recommended()
                        .with(policy -> policy.preStartDays(7).immediateReasons(".*RIF")));

        assertThat(comparison.switches()).containsExactly("immediateReasons", "preStartSuppressesImmediate");
        assertThat(comparison.differences())
                .singleElement()
                .satisfies(only -> assertThat(only.switches()).isEmpty());
    }

    @Test
    void h4_compare_withItselfDiffersInNothing() {
        world.hr.put(worker("a"), worker("b", endsOn("2026-03-20")));

        PolicyComparison comparison = world.engine().compare(LifecyclePolicy.recommended());

        assertThat(comparison.switches()).isEmpty();
        assertThat(comparison.differences()).isEmpty();
    }
}
