package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.FailedItem;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.Pause;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One worker's failure stops nobody else, is tried again at the right time, and ends in quarantine (rule S3). */
class FailureTest {

    private final Company company = new Company();

    @Test
    void s3_aRefusedValue_isTriedAgainWhenItChangesOrByAFullImport() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        company.okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.INVALID_VALUE)
                .on("ada@acme.test")
                .times(2));
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Lin"));
        assertThat(engine.run(ImportKind.FULL).failed()).containsExactly(Company.ref("1"));
        assertThat(company.calls()).containsExactly("CREATE lin@acme.test");

        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts(engine)).as("not tried while the value is the same").containsExactly(1);

        company.hr.put(Company.employee("1", "Ada").with("city", "Lagos"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts(engine)).as("tried with the new value").containsExactly(2);

        engine.run(ImportKind.FULL);
        assertThat(engine.failures()).isEmpty();
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");
    }

    @Test
    void s3_whoFailsAgainAndAgain_waitsLongerEachTimeAndIsLeftAloneInTheEnd() {
        LifecycleEngine engine = company.builder(LifecyclePolicy.recommended())
                .target(company.okta)
                .quarantineAfter(3)
                .build();
        company.okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE));
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts(engine)).containsExactly(2);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts(engine)).as("backed off").containsExactly(2);
        company.clock.advance(Duration.ofMinutes(16));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts(engine)).containsExactly(3);
        company.clock.advance(Duration.ofDays(3));
        engine.run(ImportKind.FULL);
        assertThat(attempts(engine)).as("quarantined").containsExactly(3);

        company.okta.clearFaults();
        engine.retry(List.of(Company.ref("1")));
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void s3_whoIsToBeInAGroupThatCannotBeMade_waitsLongerEachTime_andIsInItAsSoonAsItIs() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        company.okta.inject(Fault.of(ChangeKind.GROUP_CREATE, Fault.Effect.INVALID_VALUE));
        company.hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineering")));
        company.hr.put(Company.employee("1", "Ada").withGroups(List.of("PG-1")));
        engine.run(ImportKind.INCREMENTAL);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts(engine)).containsExactly(2);
        assertThat(engine.failures().get(0).failure().retryAt())
                .contains(company.clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(engine.run(ImportKind.INCREMENTAL).failed()).isEmpty();
        assertThat(attempts(engine)).as("backed off").containsExactly(2);

        company.okta.clearFaults();
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.membersByGroup().get("Engineering")).containsExactly("ada@acme.test");
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void a6_whereUsersAreLeftAlone_aGroupThatCannotBeMade_changesNoMembership() {
        LifecycleEngine importing =
                company.engine(LifecyclePolicy.recommended().with(policy -> policy.sourcing(Sourcing.IMPORT_ONLY)));
        company.hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Sales")));
        company.hr.put(Company.employee("1", "Ada").withGroups(List.of("PG-1")));
        importing.run(ImportKind.FULL);
        company.calls();
        company.hr.setGroups(
                List.of(new ProvisioningGroup("PG-1", "Sales"), new ProvisioningGroup("PG-2", "Engineering")));
        company.hr.put(Company.employee("1", "Ada").withGroups(List.of("PG-2")));
        company.okta.inject(Fault.of(ChangeKind.GROUP_CREATE, Fault.Effect.UNAVAILABLE));
        importing.run(ImportKind.FULL);
        company.okta.clearFaults();
        importing.run(ImportKind.FULL);
        importing.run(ImportKind.FULL);
        assertThat(company.okta.membersByGroup().get("Sales")).containsExactly("ada@acme.test");
        assertThat(company.okta.membersByGroup().get("Engineering")).isEmpty();
        assertThat(importing.failures()).isEmpty();
    }

    /** A group that the target refused to make was not made by the engine, whoever makes one of its name then. */
    @Test
    void g1_aGroupThatWasRefused_andThatSomebodyElseMakesThen_isNotOurs() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        company.okta.inject(
                Fault.of(ChangeKind.GROUP_CREATE, Fault.Effect.INVALID_VALUE).times(1));
        company.hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineering")));
        company.hr.put(Company.employee("1", "Ada").withGroups(List.of("PG-1")));
        engine.run(ImportKind.FULL);
        company.okta.groups().orElseThrow().create("Engineering");

        ImportRun run = engine.run(ImportKind.FULL);
        assertThat(run.notices()).extracting(Notice::kind).contains(NoticeKind.GROUP_NOT_OWNED);
        assertThat(company.okta.membersByGroup().get("Engineering")).isEmpty();
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void s3_aClosingThatIsRefusedAsInvalid_isTriedAgainByEveryImport() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        company.okta.inject(
                Fault.of(ChangeKind.DEACTIVATE, Fault.Effect.INVALID_VALUE).times(1));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(attempts(engine)).containsExactly(1);

        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.account("ada@acme.test").orElseThrow().status().name())
                .isEqualTo("DEACTIVATED");
        assertThat(engine.failures()).isEmpty();
    }

    /** HR marked the worker inactive at once, without a date (C8), and then no longer returned it (S2). */
    @Test
    void s3_aClosingThatFailed_isTriedAgain_alsoOfWhomHrNoLongerReturns() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        HrRecord ada = Company.employee("1", "Ada");
        company.hr.put(ada);
        engine.run(ImportKind.FULL);
        company.okta.inject(
                Fault.of(ChangeKind.DEACTIVATE, Fault.Effect.UNAVAILABLE).times(1));
        company.hr.put(ada.withEmployment(
                Employment.builder().from(ada.employment()).active(false).build()));
        assertThat(engine.run(ImportKind.INCREMENTAL).failed()).containsExactly(Company.ref("1"));
        company.calls();
        company.hr.remove("1");
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test");
        assertThat(engine.failures()).isEmpty();
    }

    @Test
    void s3_whatASystemAsksToRepeat_isRepeatedWithinTheRunIfTheHostLetsItWait() {
        Instant start = company.clock.instant();
        Pause pause = instant -> {
            company.clock.set(instant);
            return true;
        };
        LifecycleEngine engine = company.builder(LifecyclePolicy.recommended())
                .target(company.okta)
                .pause(pause)
                .build();
        company.okta.inject(
                Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE).times(2));
        company.hr.put(Company.employee("1", "Ada"));
        assertThat(engine.run(ImportKind.FULL).failed()).isEmpty();
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");
        assertThat(company.clock.instant()).isAfter(start);
    }

    @Test
    void a5_aReadThatBreaksOff_closesNobodyAndMovesNoWatermark() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.calls();
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"), Company.employee("3", "Sam"));
        company.hr.failAtPage(2, 1, () -> new RetryLater("hr", null, "hr is down; try again later"));
        var progress = company.store.progress("hr");

        ImportRun broken = engine.run(ImportKind.FULL);
        assertThat(broken.succeeded()).isFalse();
        assertThat(broken.failure().orElseThrow()).contains("hr is down");
        assertThat(company.calls()).noneMatch(call -> call.startsWith("DEACTIVATE"));
        assertThat(broken.absent()).isEmpty();
        assertThat(company.store.progress("hr")).isEqualTo(progress);

        assertThat(engine.run(ImportKind.INCREMENTAL).succeeded()).isTrue();
        assertThat(company.okta.account("sam@acme.test")).isPresent();
        assertThat(company.okta.account("ada@acme.test").orElseThrow().status().name())
                .isEqualTo("DEACTIVATED");
    }

    @Test
    void s4_aCreateWhoseAnswerWasLost_isFoundAndNotMadeTwice() {
        LifecycleEngine engine =
                company.engine(LifecyclePolicy.recommended().with(policy -> policy.confirmExact(false)));
        company.okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE)
                .afterTheAct()
                .times(1));
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.pending()).isEmpty();
        assertThat(engine.failures()).isEmpty();
        assertThat(company.okta.all()).hasSize(1);
    }

    @Test
    void s4_aCreateWhoseAnswerWasLost_isFoundAtOnce_beforeTheLoginChanges() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        company.okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE)
                .afterTheAct()
                .times(1));
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        assertThat(engine.failures()).isEmpty();
        company.hr.put(Company.employee("1", "Adele"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).extracting(account -> account.login()).containsExactly("adele@acme.test");
    }

    @Test
    void e7_anAccountThatSomebodyElseMakesWhileACreateGetsNoAnswer_isNotTakenUnasked() {
        InMemoryTarget okta = InMemoryTarget.named("okta");
        Attributes another =
                Attributes.builder().put("email", "another@acme.test").build();
        LifecycleEngine engine = company.builder(
                        LifecyclePolicy.recommended().with(policy -> policy.confirmExact(false)))
                .target(Watched.target(okta, (method, arguments) -> {
                    if (method.equals("create")) {
                        okta.addAccount("ada@acme.test", AccountStatus.ACTIVE, another);
                        throw new RetryLater("okta", null, "okta does not answer");
                    }
                }))
                .build();
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        assertThat(engine.failures())
                .extracting(item -> item.failure().change())
                .containsExactly(ChangeKind.CREATE);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.failures())
                .singleElement()
                .satisfies(item -> assertThat(item.failure().message()).contains("differs in another key"));
        assertThat(okta.account("ada@acme.test").orElseThrow().attributes().text("firstName"))
                .isEmpty();

        // That the create made no account says nothing of whose this one is.
        engine.confirm(List.of(Company.ref("1")));
        assertThat(engine.pending())
                .extracting(item -> item.pending().why())
                .containsExactly(PendingReason.EXACT_MATCH);
        engine.confirm(List.of(Company.ref("1")));
        assertThat(okta.all()).hasSize(1);
        assertThat(okta.account("ada@acme.test").orElseThrow().attributes().text("firstName"))
                .contains("Ada");
    }

    @Test
    void s3_anAccountThatCannotBeRead_failsThatWriteBackAndNotTheRun() {
        LifecycleEngine engine = company.engine(
                LifecyclePolicy.recommended().with(policy -> policy.writeBack(List.of(WriteBackField.EMAIL))));
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.okta.setReachable(false);

        ImportRun down = engine.forceWriteBack();
        assertThat(down.succeeded()).isTrue();
        assertThat(down.failed()).containsExactlyInAnyOrder(Company.ref("1"), Company.ref("2"));
        assertThat(engine.failures())
                .extracting(item -> item.failure().change())
                .containsOnly(ChangeKind.WRITE_BACK);

        company.okta.setReachable(true);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.failures()).isEmpty();
    }

    private static List<Integer> attempts(LifecycleEngine engine) {
        return engine.failures().stream()
                .map(FailedItem::failure)
                .map(failure -> failure.attempts())
                .toList();
    }
}
