package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.FailedItem;
import dev.tenure.lifecycle.engine.Leaving;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever refers to a worker who gets another account in place of the one before refers to that one then (rule E11). */
class ReplacedAccountTest {

    /** One worker to a page: whoever refers to another is looked at by itself. */
    private final Company company = new Company(1);

    private final LifecycleEngine engine = engine(Leaving.DELETE);

    private LifecycleEngine engine(Leaving leaving) {
        return company.builder(LifecyclePolicy.recommended())
                .mapping(AttributeMapping.builder()
                        .addAll(DefaultMappings.hrToOkta())
                        .row("manager", "source.managerId")
                        .build())
                .target(
                        company.okta,
                        TargetUse.identityProfile().withReference("manager").withLeaving(leaving))
                .build();
    }

    /** How the engine comes to see that the manager is back. */
    enum Way {
        FULL,
        INCREMENTAL,
        REAL_TIME;

        void run(LifecycleEngine engine) {
            switch (this) {
                case FULL -> engine.run(ImportKind.FULL);
                case INCREMENTAL -> engine.run(ImportKind.INCREMENTAL);
                case REAL_TIME -> engine.realTime(List.of(Company.ref("1")));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void e11_aManagerWhoseAccountWasDeleted_comesBackAndManagesWithTheNewOne(Way way) {
        String before = aManagerIsGone();
        company.hr.put(Company.employee("1", "Ada"));
        way.run(engine);
        assertThat(company.account("ada@acme.test")).isNotEqualTo(before);
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(engine.failures()).isEmpty();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "INCREMENTAL"})
    void e11_andThePreviewIsWhatIsDone(ImportKind kind) {
        aManagerIsGone();
        company.hr.put(Company.employee("1", "Ada"));
        Plan plan = engine.plan(kind);
        company.calls();
        engine.apply(plan);
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test", "UPDATE lin@acme.test");
        assertThat(plan.changes()).hasSize(2);
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
    }

    @Test
    void e11_soDoesOneWhoComesBackToAnAccountThatWasThere() {
        aManagerIsGone();
        company.okta.addAccount("ada@acme.test", AccountStatus.ACTIVE, Attributes.empty());
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void e11_whoComesInUnderAManagerWhoseAccountWasDeleted_isCompletedOnceThereIsAnother() {
        aManagerIsGone();
        company.hr.put(Company.employee("3", "Sam").with("managerId", "1"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("sam@acme.test")).isNull();
        assertThat(engine.failures()).extracting(FailedItem::worker).containsExactly(Company.ref("3"));

        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("sam@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void e11_soDoTheManagersOfEachOther_whoComeBackTogether() {
        company.hr.put(
                Company.employee("1", "Ada").with("managerId", "2"),
                Company.employee("2", "Lin").with("managerId", "1"));
        engine.run(ImportKind.FULL);
        company.hr.put(
                Company.ended(Company.employee("1", "Ada"), "2026-02-27"),
                Company.ended(Company.employee("2", "Lin"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).isEmpty();

        company.hr.put(
                Company.employee("1", "Ada").with("managerId", "2"),
                Company.employee("2", "Lin").with("managerId", "1"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(company.manager("ada@acme.test")).isEqualTo(company.account("lin@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "UPDATE"})
    void s4_evenIfTheRunIsCutOff(ChangeKind cut) {
        aManagerIsGone();
        company.hr.put(Company.employee("1", "Ada"));
        company.okta.inject(Fault.of(cut, Fault.Effect.CRASH).times(1).afterTheAct());
        assertThatThrownBy(() -> engine.realTime(List.of(Company.ref("1")))).isInstanceOf(SimulatedCrash.class);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void s4_evenIfNobodyHeardThatTheAccountWasMade() {
        aManagerIsGone();
        company.hr.put(Company.employee("1", "Ada"));
        company.okta.inject(
                Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE).afterTheAct());
        engine.realTime(List.of(Company.ref("1")));
        company.okta.clearFaults();
        company.clock.advance(Duration.ofHours(1));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void s3_asLongAsTheNewAccountIsRefused_nothingElseIsChangedOrFails() {
        String before = aManagerIsGone();
        company.hr.put(Company.employee("1", "Ada"));
        company.okta.inject(
                Fault.of(ChangeKind.CREATE, Fault.Effect.INVALID_VALUE).on("ada@acme.test"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("lin@acme.test")).isEqualTo(before);
        assertThat(engine.failures()).extracting(FailedItem::worker).containsExactly(Company.ref("1"));

        company.okta.clearFaults();
        engine.run(ImportKind.FULL);
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void n2_whoIsLinkedAnewByHand_isTheManagerWithTheNextImport() {
        LifecycleEngine closing = engine(Leaving.DEACTIVATE);
        company.hr.put(
                Company.employee("1", "Ada"), Company.employee("2", "Lin").with("managerId", "1"));
        closing.run(ImportKind.FULL);
        company.okta.removeAccount("ada@acme.test");
        company.okta.addAccount("ada@acme.test", AccountStatus.ACTIVE, Attributes.empty());
        company.calls();
        closing.relink(Company.ref("1"), "okta", "ada@acme.test");
        assertThat(company.calls()).isEmpty();

        closing.run(ImportKind.INCREMENTAL);
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(closing.failures()).isEmpty();
    }

    @Test
    void n2_whoIsLinkedByHandToAnotherAccount_isTheManagerAtOnce() {
        LifecycleEngine closing = engine(Leaving.DEACTIVATE);
        company.hr.put(
                Company.employee("1", "Ada"), Company.employee("2", "Lin").with("managerId", "1"));
        closing.run(ImportKind.FULL);
        company.okta.addAccount("old@acme.test", AccountStatus.ACTIVE, Attributes.empty());
        assertThatThrownBy(() -> closing.link(Company.ref("1"), "okta", "old@acme.test"))
                .hasMessageContaining("not missing");

        company.okta.removeAccount("ada@acme.test");
        company.calls();
        closing.link(Company.ref("1"), "okta", "old@acme.test");
        assertThat(company.calls()).containsExactly("UPDATE old@acme.test", "UPDATE lin@acme.test");
        assertThat(company.manager("lin@acme.test")).isEqualTo(company.account("ada@acme.test"));
        assertThat(closing.failures()).isEmpty();
        assertThat(closing.plan(ImportKind.FULL).changes()).isEmpty();
    }

    /** Gives the account that Ada had and that Lin, who goes on working, still refers to. */
    private String aManagerIsGone() {
        company.hr.put(
                Company.employee("1", "Ada"), Company.employee("2", "Lin").with("managerId", "1"));
        engine.run(ImportKind.FULL);
        String before = company.account("ada@acme.test");
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.account("ada@acme.test")).isEmpty();
        assertThat(company.manager("lin@acme.test")).isEqualTo(before);
        return before;
    }
}
