package dev.tenure.lifecycle.testkit.report;

import static dev.tenure.lifecycle.testkit.report.ReportWorld.endsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.ref;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.startsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.report.Cause;
import dev.tenure.lifecycle.report.Diagnosis;
import dev.tenure.lifecycle.report.Finding;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Why nothing was done for a worker (rule N1). */
class DiagnosisTest {

    private final ReportWorld world = new ReportWorld();

    private Diagnosis diagnose() {
        return world.engine().diagnose(ref("a"));
    }

    @Test
    void n1_diagnose_credentialsRejected() {
        world.imported(worker("a"));
        world.hr.failAtPage(1, 9, () -> new CredentialsRejected("hr", "hr rejects the password; set it anew"));

        assertThat(diagnose().finding(Cause.CREDENTIALS_REJECTED).map(Finding::evidence))
                .contains("hr rejects the password; set it anew");
    }

    @Test
    void n1_diagnose_permissionMissing() {
        world.imported(worker("a"));
        world.hr.failAtPage(1, 9, () -> new PermissionMissing("hr", "hr: may not read workers; grant Get"));

        assertThat(diagnose().has(Cause.PERMISSION_MISSING)).isTrue();
    }

    @Test
    void n1_diagnose_unreachable() {
        world.imported(worker("a"));
        LifecycleEngine engine = world.engine();
        world.okta.setReachable(false);

        assertThat(engine.diagnose(ref("a")).finding(Cause.CONNECTION_PROBLEM).map(Finding::system))
                .contains("okta");
    }

    @Test
    void n1_diagnose_updatesOff() {
        world.imported(worker("a"));

        Diagnosis diagnosis =
                world.engine(policy -> policy.sourcing(Sourcing.IMPORT_ONLY)).diagnose(ref("a"));

        assertThat(diagnosis.has(Cause.UPDATES_OFF)).isTrue();
    }

    @Test
    void s4_diagnose_interrupted() {
        world.imported(worker("a"));
        world.okta.inject(Fault.of(ChangeKind.UPDATE, Fault.Effect.CRASH));
        world.hr.put(worker("a").with("businessTitle", "Boss"));
        LifecycleEngine engine = world.engine();
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);

        assertThat(diagnose().finding(Cause.INTERRUPTED).map(Finding::evidence).orElseThrow())
                .contains("UPDATE", "2026-03-02T09:00:00Z");
    }

    @Test
    void n1_diagnose_outOfScopeAndWaitingForAnotherWorker() {
        world.hr.put(worker("a").with("managerId", "boss"));
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(world.hr)
                .target(
                        world.okta,
                        TargetUse.identityProfile()
                                .withScope("source.businessUnit == \"Engineering\"")
                                .withReference("manager"))
                .mapping(AttributeMapping.builder()
                        .addAll(ReportWorld.MAPPING)
                        .row("manager", "source.managerId")
                        .build())
                .store(world.store)
                .clock(world.clock)
                .build();
        engine.run(ImportKind.FULL);

        assertThat(engine.diagnose(ref("a")).finding(Cause.REFERENCE_WAITS).map(Finding::rule))
                .contains("E11");
        assertThat(engine.diagnose(ref("a")).has(Cause.OUT_OF_SCOPE)).isFalse();

        world.hr.put(worker("a").with("businessUnit", "Sales"));
        assertThat(engine.diagnose(ref("a")).has(Cause.OUT_OF_SCOPE)).isTrue();
    }

    @Test
    void n1_diagnose_everyCauseHasItsTest() throws IOException {
        Path here = Path.of("src", "test", "java", "dev", "tenure", "lifecycle", "testkit", "report");
        String tests = Files.readString(here.resolve("DiagnosisTest.java"))
                + Files.readString(here.resolve("AttributeDiagnosisTest.java"));

        assertThat(Cause.values()).allSatisfy(cause -> assertThat(tests).contains("Cause." + cause + ")"));
    }

    @Test
    void n1_diagnose_notLinked() {
        world.hr.put(worker("a"));
        world.engine(policy -> policy.confirmExact(false).confirmNew(false)).run(ImportKind.FULL);
        assertThat(diagnose().has(Cause.NOT_LINKED)).isTrue();
        assertThat(diagnose().has(Cause.WAITING_FOR_DECISION)).isTrue();

        world.addAccountOf(worker("a"), AccountStatus.ACTIVE);

        assertThat(diagnose().finding(Cause.NOT_LINKED).orElseThrow().remedy().orElseThrow())
                .contains("relink()");
    }

    @Test
    void n1_diagnose_accountGone() {
        world.imported(worker("a"));
        world.okta.removeAccount("a@example.com");

        assertThat(diagnose().has(Cause.ACCOUNT_GONE)).isTrue();
    }

    @Test
    void n1_diagnose_userDeactivated() {
        world.imported(worker("a"));
        world.okta.setStatus("a@example.com", AccountStatus.DEACTIVATED);

        assertThat(diagnose().has(Cause.USER_DEACTIVATED)).isTrue();
    }

    @Test
    void n1_diagnose_heldByTheSafeguard() {
        world.imported(worker("a"), worker("b"));
        world.hr.put(worker("a", endsOn("2026-02-27")));
        world.engine(policy -> policy.safeguardMinimum(1).safeguardPercent(10)).run(ImportKind.FULL);

        assertThat(diagnose().has(Cause.HELD_BY_SAFEGUARD)).isTrue();
        assertThat(diagnose().has(Cause.ENDED)).isTrue();
    }

    @Test
    void n1_diagnose_waitingAfterAFailure() {
        world.imported(worker("a"));
        world.okta.inject(Fault.of(ChangeKind.UPDATE, Fault.Effect.INVALID_VALUE));
        world.hr.put(worker("a").with("businessTitle", "Boss"));
        world.engine().run(ImportKind.INCREMENTAL);

        assertThat(diagnose().finding(Cause.WAITING_AFTER_FAILURE).orElseThrow().evidence())
                .contains("UPDATE failed 1 times");
        assertThat(diagnose().finding(Cause.WILL_BE_SENT).orElseThrow().attributes())
                .containsExactly("title");
    }

    @Test
    void e10_diagnose_keyTaken() {
        world.imported(worker("a"), worker("b"));
        world.hr.put(worker("a").with("email", "b@example.com"));

        assertThat(world.engine().diagnose(ref("a"), "email").has(Cause.KEY_TAKEN))
                .isTrue();
    }

    @Test
    void n1_diagnose_notInTheLastImport() {
        assertThat(diagnose().has(Cause.NOT_RETURNED_BY_HR)).isTrue();
        world.imported(worker("a"), worker("b"));
        assertThat(diagnose().has(Cause.NOT_IN_LAST_IMPORT)).isFalse();
        world.hr.put(worker("b"));
        world.engine().run(ImportKind.INCREMENTAL);

        assertThat(diagnose().finding(Cause.NOT_IN_LAST_IMPORT).orElseThrow().rule())
                .isEqualTo("A4");
        assertThat(world.engine().diagnose(ref("b")).has(Cause.NOT_IN_LAST_IMPORT))
                .isFalse();
    }

    @Test
    void n1_diagnose_notEligible() {
        world.imported(worker("a", startsOn("2026-05-01")));

        assertThat(diagnose().finding(Cause.NOT_ELIGIBLE).orElseThrow().evidence())
                .contains("2026-04-30T23:00:00Z");
    }

    @Test
    void d1_diagnose_otherRecordInCharge_itsAccountIsNotToBeRelinked() {
        world.imported(worker("b", employment -> employment.universalId("U")));
        world.imported(worker("a", employment -> employment.universalId("U"))
                .with("userName", "b@example.com")
                .with("email", "b@example.com"));

        assertThat(diagnose().has(Cause.OTHER_RECORD_IN_CHARGE)).isTrue();
        assertThat(diagnose().finding(Cause.NOT_LINKED).orElseThrow()).satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("D2");
            assertThat(finding.evidence()).contains("hr/b, another record of the same person");
            assertThat(finding.remedy().orElseThrow()).doesNotContain("relink");
        });
        assertThat(world.engine().explain(ref("a")).targets().get(0).notes())
                .containsExactly("another record of the same person, hr/b, is in charge; this one waits (D1)");
    }

    @Test
    void e10_diagnose_theAccountThatFitsIsAnothers() {
        world.imported(worker("b"));
        world.imported(worker("a").with("userName", "b@example.com"));

        assertThat(diagnose().finding(Cause.NOT_LINKED).orElseThrow()).satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("E10");
            assertThat(finding.evidence()).contains("it is linked to another worker, hr/b");
        });
        assertThat(diagnose().has(Cause.WAITING_FOR_DECISION)).isTrue();
    }

    @Test
    void n1_diagnose_writesNothingAndTellsNothingOfThePerson() {
        world.imported(worker("a"));
        world.setTitle("Boss");
        world.okta.forgetCalls();

        String text = diagnose().text() + diagnose();

        assertThat(text)
                .contains("CHANGED_AT_TARGET", "title")
                .doesNotContain("Boss")
                .doesNotContain("Engineer");
        assertThat(world.okta.calls()).isEmpty();
    }
}
