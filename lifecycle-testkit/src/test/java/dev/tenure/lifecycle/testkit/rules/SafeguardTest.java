package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.Safeguard;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.AbsentWorkers;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gate holds, lets through and forgets. */
class SafeguardTest {

    private final Company company = new Company();
    private final LifecyclePolicy policy = LifecyclePolicy.recommended().with(some -> some.safeguardMinimum(3));

    @Test
    void s1_aThresholdOfTheTarget_standsForThatOfThePolicy() {
        LifecycleEngine engine = company.engine(
                policy, TargetUse.identityProfile().withSafeguard(ChangeKind.DEACTIVATE, new Safeguard(50, 0)));
        hireThree(engine);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test");
        assertThat(engine.held()).isEmpty();
    }

    @Test
    void s1_whatIsDiscarded_isCountedAnewByTheNextImport() {
        LifecycleEngine engine = company.engine(policy);
        hireThree(engine);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.held())
                .containsExactly(new HeldChanges("okta", ChangeKind.DEACTIVATE, 1, 3, List.of(Company.ref("1"))));

        engine.discard();
        assertThat(engine.held()).isEmpty();
        engine.advance();
        assertThat(engine.approve().applied()).isEmpty();
        assertThat(company.calls()).isEmpty();

        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.held()).hasSize(1);
        engine.approve();
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test");
    }

    @Test
    void s1_whatAdvanceWouldClose_passesTheSameGate() {
        LifecycleEngine engine = company.engine(policy);
        hireThree(engine);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-03-05"));
        engine.run(ImportKind.INCREMENTAL);
        company.clock.set(engine.nextTransition().orElseThrow());
        engine.advance();
        assertThat(company.calls()).isEmpty();
        assertThat(engine.held()).hasSize(1);
        assertThat(engine.nextTransition()).isEmpty();
    }

    @Test
    void s1_deletesHaveAGateOfTheirOwn() {
        LifecycleEngine engine = company.engine(
                policy.with(some -> some.safeguardPercent(100)),
                TargetUse.identityProfile()
                        .withLeaving(dev.tenure.lifecycle.engine.Leaving.DELETE)
                        .withSafeguard(ChangeKind.DELETE, new Safeguard(0, 0)));
        hireThree(engine);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.account("ada@acme.test")).isPresent();
        assertThat(engine.held()).extracting(HeldChanges::kind).containsExactly(ChangeKind.DELETE);
    }

    @Test
    void s2_absentWorkersAreClosedOnlyWhereThePolicySaysSo_andThroughTheGate() {
        LifecycleEngine engine = company.engine(policy.with(some -> some.absentWorkers(AbsentWorkers.DEACTIVATE)));
        hireThree(engine);
        company.hr.remove("1");
        engine.run(ImportKind.FULL);
        assertThat(company.okta.account("ada@acme.test").orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(engine.held()).hasSize(1);
        engine.approve();
        assertThat(company.okta.account("ada@acme.test").orElseThrow().status()).isEqualTo(AccountStatus.DEACTIVATED);
    }

    @Test
    void s1_whoIsLookedAtTwice_countsOnce() {
        LifecycleEngine engine = company.builder(policy)
                .mapping(AttributeMapping.builder()
                        .addAll(DefaultMappings.hrToOkta())
                        .row("manager", "source.managerId")
                        .build())
                .target(company.okta, TargetUse.identityProfile().withReference("manager"))
                .build();
        hireThree(engine);
        company.hr.put(Company.ended(Company.employee("1", "Ada").with("managerId", "nobody"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.held())
                .containsExactly(new HeldChanges("okta", ChangeKind.DEACTIVATE, 1, 3, List.of(Company.ref("1"))));
    }

    @Test
    void s1_approvingWhatOneTargetHolds_closesNothingElse() {
        InMemoryTarget germans = InMemoryTarget.named("germans");
        LifecycleEngine engine = company.builder(policy.with(some -> some.safeguardMinimum(1)))
                .target(company.okta)
                .target(germans, TargetUse.identityProfile().withScope("source.countryCode == 'DE'"))
                .build();
        company.hr.put(Company.employee("1", "Ada").with("countryCode", "DE"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.employee("1", "Ada").with("countryCode", "FR"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.held()).extracting(HeldChanges::target).containsExactly("germans");
        company.calls();

        engine.approve();
        assertThat(germans.account("ada@acme.test").orElseThrow().status()).isEqualTo(AccountStatus.DEACTIVATED);
        assertThat(company.calls()).isEmpty();
        assertThat(engine.held()).isEmpty();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    private void hireThree(LifecycleEngine engine) {
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Lin"), Company.employee("3", "Sam"));
        engine.run(ImportKind.FULL);
        company.calls();
    }
}
