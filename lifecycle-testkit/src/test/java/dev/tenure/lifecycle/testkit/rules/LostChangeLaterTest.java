package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.RecordedCall;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import dev.tenure.lifecycle.worker.Employment;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A change was made, its answer was lost, and the next imports do not compare the account with what HR says: it is set right
 * once one does (rule S4).
 */
class LostChangeLaterTest {

    private static final LifecyclePolicy POLICY = LifecyclePolicy.recommended();

    private final Kills kills = new Kills();
    private final Company company = kills.company();

    @ParameterizedTest
    @EnumSource
    void g2_aMembershipOfSomebodyWhoLeft_isTakenBackOnTheReturn(Loss loss) {
        LifecycleEngine engine = kills.started(POLICY, kills.inGroups(Kills.ada(), "Staff"));
        company.hr.put(kills.inGroups(Kills.ada(), "Oslo", "Staff"));
        loss.of(ChangeKind.MEMBER_ADD, company, engine);
        company.hr.put(Company.ended(kills.inGroups(Kills.ada(), "Staff"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        engine.run(ImportKind.FULL);
        assertThat(kills.members("Oslo")).as("E3: as it is").containsExactly("ada@acme.test");

        company.hr.put(kills.inGroups(Kills.ada(), "Staff"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.members("Oslo")).isEmpty();
        assertThat(kills.members("Staff")).containsExactly("ada@acme.test");
        assertSettled(engine);
    }

    @Test
    void s4_whatIsInDoubtOfSomebodyWhoLeft_isNotReadByEveryImport() {
        LifecycleEngine engine = kills.started(POLICY, kills.inGroups(Kills.ada(), "Staff"));
        company.hr.put(kills.inGroups(Kills.ada(), "Oslo", "Staff"));
        Loss.KILLED.of(ChangeKind.MEMBER_ADD, company, engine);
        company.hr.put(Company.ended(kills.inGroups(Kills.ada(), "Staff"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        company.clock.advance(Duration.ofDays(30));
        engine.run(ImportKind.INCREMENTAL);
        WorkerState before = kills.state("1");
        assertThat(before.at("okta").intent()).isPresent();

        List<WorkerQuery> queries = new ArrayList<>();
        HrSource watched = (HrSource) Proxy.newProxyInstance(
                HrSource.class.getClassLoader(), new Class<?>[] {HrSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        queries.add((WorkerQuery) arguments[0]);
                    }
                    return method.invoke(company.hr, arguments);
                });
        LifecycleEngine.builder()
                .source(watched)
                .policy(POLICY)
                .store(company.store)
                .clock(company.clock)
                .target(company.okta)
                .build()
                .run(ImportKind.INCREMENTAL);
        assertThat(queries).isNotEmpty().noneMatch(WorkerQuery.ByIds.class::isInstance);
        engine.run(ImportKind.FULL);
        assertThat(kills.state("1")).as("nothing is saved anew").isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void c9_anUpdateOfSomebodyWhoIsNotEligibleMeanwhile_isTakenBackAfterwards(Loss loss) {
        LifecycleEngine engine = kills.started(POLICY, Kills.ada().with("city", "Oslo"));
        company.hr.put(Kills.ada().with("city", "Rome"));
        loss.of(ChangeKind.UPDATE, company, engine);
        company.hr.put(Kills.ada()
                .with("city", "Oslo")
                .withEmployment(Employment.builder().hireDate(Company.LONG_AGO).build()));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).isEmpty();

        company.hr.put(Kills.ada().with("city", "Oslo"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta
                        .account("ada@acme.test")
                        .orElseThrow()
                        .attributes()
                        .text("city"))
                .contains("Oslo");
        assertSettled(engine);
    }

    @ParameterizedTest
    @EnumSource
    void m6_aValueThatHrRemovesMeanwhile_andThatStays_isSetRightOnceItIsBack(Loss loss) {
        LifecycleEngine engine = kills.started(
                POLICY.with(policy -> policy.clearRemovedAttributes(false)),
                Kills.ada().with("city", "Oslo"));
        company.hr.put(Kills.ada().with("city", "Rome"));
        loss.of(ChangeKind.UPDATE, company, engine);
        company.hr.put(Kills.ada());
        engine.run(ImportKind.INCREMENTAL);
        assertThat(value("city")).as("M6: stays").contains("Rome");
        kills.assertSettled(engine);

        company.hr.put(Kills.ada().with("city", "Oslo"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(value("city")).contains("Oslo");
        assertSettled(engine);
    }

    @ParameterizedTest
    @EnumSource
    void e11_aManagerInPlaceOfWhomOneComesWhoIsNotThereYet_isRemoved(Loss loss) {
        LifecycleEngine engine = company.builder(POLICY)
                .mapping(AttributeMapping.builder()
                        .addAll(DefaultMappings.hrToOkta())
                        .row("manager", "source.managerId")
                        .build())
                .target(company.okta, TargetUse.identityProfile().withReference("manager"))
                .build();
        company.hr.put(Kills.ada(), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.hr.put(Kills.ada().with("managerId", "2"));
        loss.of(ChangeKind.UPDATE, company, engine);
        assertThat(value("manager")).isPresent();
        company.hr.put(Kills.ada().with("managerId", "3"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(value("manager")).isEmpty();
        assertThat(kills.account().intent()).isEmpty();
    }

    @Test
    void f1_whatHrIsStillToBeTold_isTold_thoughNobodyComparesMeanwhile() {
        LifecycleEngine engine = company.builder(POLICY.with(policy -> policy.writeBack(List.of(WriteBackField.EMAIL))))
                .mapping(AttributeMapping.builder()
                        .addAll(DefaultMappings.hrToOkta())
                        .row("email", "source.userName")
                        .build())
                .target(company.okta)
                .build();
        company.hr.put(Kills.ada());
        engine.run(ImportKind.FULL);
        HrRecord renamed = Kills.ada().with("userName", "adele@acme.test");
        company.hr.put(renamed);
        company.hr.inject(Fault.of(ChangeKind.WRITE_BACK, Fault.Effect.CRASH).times(1));
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);
        company.hr.put(renamed.withEmployment(
                Employment.builder().hireDate(Company.LONG_AGO).build()));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(addressInHr()).contains("ada@acme.test");
        WorkerState waiting = kills.state("1");
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.state("1")).as("nothing is saved anew").isEqualTo(waiting);

        company.hr.put(renamed);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(addressInHr()).contains("adele@acme.test");
        assertThat(kills.account().intent()).isEmpty();
    }

    private Optional<String> addressInHr() {
        return company.hr.worker("1").orElseThrow().profile().text("email");
    }

    @Test
    void n2_whatIsInDoubtOfAnAccountThatIsGone_isNotSoOfTheNextOne() {
        LifecycleEngine engine = kills.started(POLICY, kills.inGroups(Kills.ada(), "Staff"));
        company.hr.put(kills.inGroups(Kills.ada(), "Oslo", "Staff"));
        Loss.OUT_OF_REACH.of(ChangeKind.MEMBER_ADD, company, engine);
        company.okta.removeAccount("ada@acme.test");
        AccountRef other = company.okta.addAccount("other@acme.test", AccountStatus.ACTIVE, Attributes.empty());
        GroupTarget groups = company.okta.groups().orElseThrow();
        groups.addMember(groups.find("Oslo").orElseThrow().id(), other);
        company.hr.put(kills.inGroups(Kills.ada(), "Staff"));
        engine.relink(Company.ref("1"), "okta", "other@acme.test");

        assertThat(kills.account().intent()).isEmpty();
        engine.run(ImportKind.FULL);
        assertThat(kills.members("Oslo")).as("by somebody else").containsExactly("ada@acme.test");
        assertThat(kills.members("Staff")).containsExactly("ada@acme.test");
    }

    private Optional<String> value(String attribute) {
        return company.okta.account("ada@acme.test").orElseThrow().attributes().text(attribute);
    }

    /** How the account goes over to the next record. */
    enum Conversion {
        KEEPS_ACTIVE,
        CLOSES_AND_OPENS;

        LifecyclePolicy policy() {
            return POLICY.with(policy -> policy.conversionKeepsActive(this == KEEPS_ACTIVE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void d2_anUpdateInDoubt_goesOverWithTheAccount(Conversion conversion) {
        LifecycleEngine engine =
                kills.started(conversion.policy(), contractor("Staff").with("city", "Oslo"));
        company.hr.put(contractor("Staff").with("city", "Rome"));
        Loss.OUT_OF_REACH.of(ChangeKind.UPDATE, company, engine);
        company.hr.put(Company.ended(contractor("Staff").with("city", "Oslo"), "2026-02-27"));
        company.hr.put(successor("Staff").with("city", "Oslo"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta
                        .account("ada@acme.test")
                        .orElseThrow()
                        .attributes()
                        .text("city"))
                .contains("Oslo");
        assertThat(kills.state("2").at("okta").link()).isPresent();
        assertThat(engine.failures()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void d2_aMembershipInDoubt_goesOverWithTheAccount(Conversion conversion) {
        LifecycleEngine engine = kills.started(conversion.policy(), contractor("Staff"));
        company.hr.put(contractor("Oslo", "Staff"));
        Loss.KILLED.of(ChangeKind.MEMBER_ADD, company, engine);
        company.hr.put(Company.ended(contractor("Staff"), "2026-02-27"));
        company.hr.put(successor("Staff"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.members("Oslo")).isEmpty();
        assertThat(kills.members("Staff")).containsExactly("ada@acme.test");
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.ACTIVE);
        assertThat(company.store.journal(JournalQuery.all(), 0, 100))
                .as("S6: what nobody has seen to be so is not said to be")
                .extracting(JournalEntry::outcome)
                .doesNotContain(OutcomeKind.ALREADY_SO);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.state("2").at("okta").intent()).isEmpty();
    }

    @Test
    void e10_aMembershipInDoubt_goesOverToWhoeverGetsTheAccountOfALeaver() {
        LifecycleEngine engine = kills.started(POLICY, kills.inGroups(Kills.ada(), "Staff"));
        company.hr.put(kills.inGroups(Kills.ada(), "Oslo", "Staff"));
        Loss.KILLED.of(ChangeKind.MEMBER_ADD, company, engine);
        company.hr.put(Company.ended(kills.inGroups(Kills.ada(), "Staff"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        company.calls();
        company.hr.put(Company.employee("2", "Ada").withGroups(List.of("PG-Staff")));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.state("2").at("okta").link()).isPresent();
        assertThat(kills.members("Oslo")).isEmpty();
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.state("2").at("okta").intent()).isEmpty();
    }

    private HrRecord contractor(String... names) {
        return kills.inGroups(Kills.ada().withEmployment(employedFrom("2020-01-06")), names);
    }

    private HrRecord successor(String... names) {
        return kills.inGroups(Company.employee("2", "Ada").withEmployment(employedFrom("2026-02-28")), names);
    }

    private static Employment employedFrom(String day) {
        return Employment.builder()
                .hireDate(LocalDate.parse(day))
                .firstDayOfWork(LocalDate.parse(day))
                .universalId("U-1")
                .locationTimeZone("UTC")
                .build();
    }

    private void assertSettled(LifecycleEngine engine) {
        kills.assertSettled(engine);
        company.okta.forgetCalls();
        engine.run(ImportKind.FULL);
        assertThat(company.okta.calls())
                .as("what one more import does")
                .extracting(RecordedCall::op)
                .isEmpty();
    }
}
