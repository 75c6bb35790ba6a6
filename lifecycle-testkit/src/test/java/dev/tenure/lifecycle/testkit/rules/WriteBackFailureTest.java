package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.engine.FailedItem;
import dev.tenure.lifecycle.engine.Leaving;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.report.Finding;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A write-back that fails is tried again like anything else (rules F1, S3). */
class WriteBackFailureTest {

    private final Company company = new Company();
    private final LifecyclePolicy policy =
            LifecyclePolicy.recommended().with(with -> with.writeBack(List.of(WriteBackField.EMAIL)));

    private LifecycleEngine engine = company.engine(policy);

    @Test
    void s3_aWriteBackThatFailsAgainAndAgain_waitsLongerEachTime() {
        hasAnAddressOfItsOwnThatHrRefuses(Fault.ALWAYS);
        engine.run(ImportKind.FULL);
        assertThat(failure().attempts()).isEqualTo(1);
        assertThat(failure().retryAt()).isEmpty();

        company.clock.advance(Duration.ofMinutes(1));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(failure().attempts()).isEqualTo(2);
        assertThat(failure().firstAt()).isBefore(failure().lastAt());
        assertThat(failure().retryAt()).contains(company.clock.instant().plus(Duration.ofMinutes(15)));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(failure().attempts()).as("not tried before its time").isEqualTo(2);

        company.clock.advance(Duration.ofHours(1));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(failure().attempts()).isEqualTo(3);

        company.hr.clearFaults();
        company.clock.advance(Duration.ofHours(1));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void s3_aWriteBackThatHrRefusesAsInvalid_isTriedAgainWhenItChanges_byAFullImportOrByAPerson() {
        hasAnAddressOfItsOwn();
        company.hr.inject(Fault.of(ChangeKind.WRITE_BACK, Fault.Effect.INVALID_VALUE));
        engine.run(ImportKind.FULL);
        assertThat(failure().kind()).isEqualTo(FailureKind.INVALID_VALUE);
        Failure refused = failure();

        company.hr.put(company.hr.worker("1").orElseThrow().with("city", "Oslo"));
        ImportRun run = engine.run(ImportKind.INCREMENTAL);
        assertThat(run.failed()).isEmpty();
        engine.realTime(List.of(Company.ref("1")));
        assertThat(failure()).as("the same value is not tried").isEqualTo(refused);

        company.okta.set("ada@acme.test", new AttributeDelta(Map.of("email", AttributeValue.of("a@new.test"))));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(failure().attempts()).as("another value is").isEqualTo(2);

        company.clock.advance(Duration.ofHours(1));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(failure().attempts()).isEqualTo(2);
        engine.run(ImportKind.FULL);
        assertThat(failure().attempts()).isEqualTo(3);
        engine.retry(List.of(Company.ref("1")));
        assertThat(failure().attempts()).isEqualTo(4);

        company.hr.clearFaults();
        engine.run(ImportKind.FULL);
        assertThat(engine.failures()).isEmpty();
        assertThat(company.hr.worker("1").orElseThrow().profile().text("email")).contains("a@new.test");
    }

    @Test
    void s3_aWriteBackThatSucceedsAtTheSecondLookOfARun_hasNotFailed() {
        engine = withManagers();
        hasAnAddressOfItsOwnThatHrRefuses(1);
        assertThat(engine.run(ImportKind.FULL).failed()).isEmpty();
    }

    /** What the first look of a run was refused, the second does not try before its time; it has failed all the same. */
    @Test
    void s3_aWriteBackThatIsNotTriedAgainAtTheSecondLookOfARun_hasFailed() {
        engine = withManagers();
        hasAnAddressOfItsOwnThatHrRefuses(Fault.ALWAYS);
        assertThat(engine.run(ImportKind.FULL).failed()).containsExactly(Company.ref("1"));
        assertThat(engine.run(ImportKind.INCREMENTAL).failed()).containsExactly(Company.ref("1"));
        company.hr.put(company.hr.worker("1").orElseThrow().with("city", "Rome"));
        assertThat(engine.run(ImportKind.INCREMENTAL).failed())
                .as("not tried before its time")
                .isEmpty();

        company.clock.advance(Duration.ofHours(1));
        company.hr.clearFaults();
        company.hr.inject(Fault.of(ChangeKind.WRITE_BACK, Fault.Effect.INVALID_VALUE));
        assertThat(engine.run(ImportKind.INCREMENTAL).failed()).containsExactly(Company.ref("1"));
        assertThat(engine.run(ImportKind.INCREMENTAL).failed())
                .as("the same value is not tried")
                .isEmpty();
    }

    /** F1: whoever has ended, HR is told nothing of. */
    @ParameterizedTest
    @EnumSource(
            value = Leaving.class,
            names = {"DEACTIVATE", "SUSPEND", "DELETE"})
    void s3_whatHrCouldNotBeTold_isOver_onceTheAccountIsClosed(Leaving leaving) {
        engine = company.builder(policy)
                .target(company.okta, TargetUse.identityProfile().withLeaving(leaving))
                .build();
        hasAnAddressOfItsOwnThatHrRefuses(Fault.ALWAYS);
        engine.run(ImportKind.FULL);
        assertThat(failure().change()).isEqualTo(ChangeKind.WRITE_BACK);
        company.hr.put(Company.ended(company.hr.worker("1").orElseThrow(), "2026-02-27"));
        engine.run(ImportKind.FULL);
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void s3_aForcedWriteBackThatSucceeds_isNoFailureAnyMore() {
        hasAnAddressOfItsOwnThatHrRefuses(1);
        engine.run(ImportKind.FULL);
        engine.forceWriteBack();
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void s3_whatHrRefuses_andWhatTheTargetRefuses_hideNothingOfEachOther() {
        hasAnAddressOfItsOwnThatHrRefuses(Fault.ALWAYS);
        engine.run(ImportKind.FULL);
        company.hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Staff")));
        company.hr.put(company.hr.worker("1").orElseThrow().withGroups(List.of("PG-1")));
        company.okta.inject(Fault.of(ChangeKind.MEMBER_ADD, Fault.Effect.UNAVAILABLE));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts()).containsExactly("MEMBER_ADD 1", "WRITE_BACK 2");
        assertThat(engine.diagnose(Company.ref("1")).findings())
                .extracting(Finding::evidence)
                .anyMatch(evidence -> evidence.startsWith("MEMBER_ADD failed 1"))
                .anyMatch(evidence -> evidence.startsWith("WRITE_BACK failed 2"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts()).as("only what is not backed off").containsExactly("MEMBER_ADD 2", "WRITE_BACK 2");

        company.clock.advance(Duration.ofHours(1));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts()).containsExactly("MEMBER_ADD 3", "WRITE_BACK 3");

        company.okta.clearFaults();
        company.clock.advance(Duration.ofHours(1));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts()).containsExactly("WRITE_BACK 4");

        company.hr.clearFaults();
        company.clock.advance(Duration.ofHours(2));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts()).isEmpty();
        assertThat(company.hr.worker("1").orElseThrow().profile().text("email")).contains("ada@new.test");
    }

    /** Who refers to a manager is looked at twice. */
    private LifecycleEngine withManagers() {
        return company.builder(policy)
                .mapping(AttributeMapping.builder()
                        .addAll(DefaultMappings.hrToOkta())
                        .row("manager", "source.managerId")
                        .build())
                .target(company.okta, TargetUse.identityProfile().withReference("manager"))
                .build();
    }

    private List<String> attempts() {
        return engine.failures().stream()
                .map(FailedItem::failure)
                .map(failure -> failure.change() + " " + failure.attempts())
                .toList();
    }

    private void hasAnAddressOfItsOwn() {
        company.hr.put(Company.employee("1", "Ada").with("managerId", "9"));
        engine.run(ImportKind.FULL);
        company.okta.set("ada@acme.test", new AttributeDelta(Map.of("email", AttributeValue.of("ada@new.test"))));
    }

    private void hasAnAddressOfItsOwnThatHrRefuses(int times) {
        hasAnAddressOfItsOwn();
        company.hr.inject(
                Fault.of(ChangeKind.WRITE_BACK, Fault.Effect.UNAVAILABLE).times(times));
    }

    private Failure failure() {
        assertThat(engine.failures()).hasSize(1);
        return engine.failures().get(0).failure();
    }
}
