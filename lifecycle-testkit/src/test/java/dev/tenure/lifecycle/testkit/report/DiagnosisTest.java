package dev.tenure.lifecycle.testkit.report;

import static dev.tenure.lifecycle.testkit.report.ReportWorld.endsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.ref;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.startsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.report.Cause;
import dev.tenure.lifecycle.report.ConnectionTest;
import dev.tenure.lifecycle.report.Diagnosis;
import dev.tenure.lifecycle.report.Explanation;
import dev.tenure.lifecycle.report.Finding;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    private final ReportWorld world = new ReportWorld();

    private void imported(dev.tenure.lifecycle.testkit.HrRecord... workers) {
        world.hr.put(workers);
        world.engine().run(ImportKind.FULL);
    }

    private Diagnosis diagnose() {
        return world.engine().diagnose(ref("a"));
    }

    private void setTitle(String title) {
        world.okta.set("a@example.com", new AttributeDelta(Map.of("title", AttributeValue.of(title))));
    }

    @Test
    void n1_diagnose_credentialsRejected() {
        imported(worker("a"));
        world.hr.failAtPage(1, 9, () -> new CredentialsRejected("hr", "hr rejects the password; set it anew"));

        assertThat(diagnose().finding(Cause.CREDENTIALS_REJECTED).map(Finding::evidence))
                .contains("hr rejects the password; set it anew");
    }

    @Test
    void n1_diagnose_permissionMissing() {
        imported(worker("a"));
        world.hr.failAtPage(1, 9, () -> new PermissionMissing("hr", "hr: may not read workers; grant Get"));

        assertThat(diagnose().has(Cause.PERMISSION_MISSING)).isTrue();
    }

    @Test
    void n1_diagnose_unreachable() {
        imported(worker("a"));
        LifecycleEngine engine = world.engine();
        world.okta.setReachable(false);

        assertThat(engine.diagnose(ref("a")).finding(Cause.CONNECTION_PROBLEM).map(Finding::system))
                .contains("okta");
    }

    @Test
    void n1_diagnose_whatTheConnectionTestFindsIsTyped() {
        imported(worker("a"));
        IdentityTarget limited = withTest(new ConnectionReport(List.of(
                new ConnectionReport.Check("read users", Optional.empty()),
                ConnectionReport.Check.lacksPermission("manage groups", "okta: may not manage groups; grant it"))));
        LifecycleEngine engine = LifecycleEngine.builder()
                .source(world.hr)
                .target(limited)
                .mapping(ReportWorld.MAPPING)
                .store(world.store)
                .clock(world.clock)
                .build();

        assertThat(engine.diagnose(ref("a")).finding(Cause.PERMISSION_MISSING).orElseThrow())
                .satisfies(finding -> {
                    assertThat(finding.system()).isEqualTo("okta");
                    assertThat(finding.evidence())
                            .isEqualTo("the connection test of 'manage groups' finds: okta: may not manage groups;"
                                    + " grant it");
                });
        assertThat(engine.test().text()).isEqualTo("""
            source hr: works
              ok       read workers
            target okta: has a problem
              ok       read users
              problem  manage groups: okta: may not manage groups; grant it
            """);
    }

    private IdentityTarget withTest(ConnectionReport report) {
        return (IdentityTarget) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {IdentityTarget.class},
                (proxy, method, arguments) ->
                        method.getName().equals("test") ? report : method.invoke(world.okta, arguments));
    }

    @Test
    void n1_diagnose_updatesOff() {
        imported(worker("a"));

        Diagnosis diagnosis =
                world.engine(policy -> policy.sourcing(Sourcing.IMPORT_ONLY)).diagnose(ref("a"));

        assertThat(diagnosis.has(Cause.UPDATES_OFF)).isTrue();
    }

    @Test
    void n1_diagnose_notMapped() {
        imported(worker("a").with("mobilePhone", "1"));

        assertThat(world.engine().diagnose(ref("a"), "mobilePhone").has(Cause.NOT_MAPPED))
                .isTrue();
        assertThat(diagnose().finding(Cause.NOT_MAPPED).orElseThrow().attributes())
                .containsExactly("mobilePhone");
    }

    @Test
    void n1_diagnose_mappedToSomethingElse() {
        imported(worker("a").with("title", "Sir"));

        assertThat(world.engine()
                        .diagnose(ref("a"), "businessUnit")
                        .finding(Cause.MAPPED_OTHERWISE)
                        .orElseThrow()
                        .evidence())
                .contains("department");
        assertThat(world.engine()
                        .diagnose(ref("a"), "title")
                        .finding(Cause.MAPPED_OTHERWISE)
                        .orElseThrow()
                        .evidence())
                .contains("source.businessTitle");
    }

    @Test
    void n1_diagnose_equalToTheLastOneSent() {
        imported(worker("a"));

        Diagnosis diagnosis = world.engine().diagnose(ref("a"), "title");

        assertThat(diagnosis.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.cause()).isEqualTo(Cause.SAME_AS_SENT);
            assertThat(finding.attributes()).containsExactly("title");
        });
    }

    @Test
    void n1_diagnose_changedAtTheTarget() {
        imported(worker("a"));
        setTitle("Boss");

        assertThat(world.engine().diagnose(ref("a"), "title").has(Cause.CHANGED_AT_TARGET))
                .isTrue();
    }

    @Test
    void n1_diagnose_onCreateOnly() {
        imported(worker("a"));

        assertThat(world.engine().diagnose(ref("a"), "nickName").has(Cause.ON_CREATE_ONLY))
                .isTrue();
    }

    private LifecycleEngine with(String attribute, String expression) {
        return LifecycleEngine.builder()
                .source(world.hr)
                .target(world.okta)
                .mapping(AttributeMapping.builder()
                        .addAll(ReportWorld.MAPPING)
                        .row(attribute, expression)
                        .build())
                .store(world.store)
                .clock(world.clock)
                .build();
    }

    @Test
    void m5_diagnose_aRowThatFails() {
        imported(worker("a").with("floor", "third"));

        Finding finding = with("floor", "Convert.toInt(source.floor)")
                .diagnose(ref("a"), "floor")
                .finding(Cause.MAPPING_FAULT)
                .orElseThrow();

        assertThat(finding.attributes()).containsExactly("floor");
        assertThat(finding.evidence()).contains("nothing is sent").doesNotContain("third");
    }

    @Test
    void m6_diagnose_notReadFromHr() {
        imported(worker("a"));

        assertThat(with("division", "source.division")
                        .diagnose(ref("a"), "division")
                        .finding(Cause.NOT_READ)
                        .map(Finding::evidence)
                        .orElseThrow())
                .contains("source.division");
    }

    @Test
    void s4_diagnose_interrupted() {
        imported(worker("a"));
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
        String here = Files.readString(Path.of(
                "src", "test", "java", "dev", "tenure", "lifecycle", "testkit", "report", "DiagnosisTest.java"));

        assertThat(Cause.values()).allSatisfy(cause -> assertThat(here).contains("Cause." + cause + ")"));
    }

    @Test
    void m6_diagnose_removedValueKept() {
        imported(worker("a"));
        world.hr.put(worker("a").without("businessTitle"));

        Diagnosis diagnosis =
                world.engine(policy -> policy.clearRemovedAttributes(false)).diagnose(ref("a"), "title");

        assertThat(diagnosis.has(Cause.REMOVED_VALUE_KEPT)).isTrue();
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
        imported(worker("a"));
        world.okta.removeAccount("a@example.com");

        assertThat(diagnose().has(Cause.ACCOUNT_GONE)).isTrue();
    }

    @Test
    void n1_diagnose_userDeactivated() {
        imported(worker("a"));
        world.okta.setStatus("a@example.com", AccountStatus.DEACTIVATED);

        assertThat(diagnose().has(Cause.USER_DEACTIVATED)).isTrue();
    }

    @Test
    void n1_diagnose_heldByTheSafeguard() {
        imported(worker("a"), worker("b"));
        world.hr.put(worker("a", endsOn("2026-02-27")));
        world.engine(policy -> policy.safeguardMinimum(1).safeguardPercent(10)).run(ImportKind.FULL);

        assertThat(diagnose().has(Cause.HELD_BY_SAFEGUARD)).isTrue();
        assertThat(diagnose().has(Cause.ENDED)).isTrue();
    }

    @Test
    void n1_diagnose_waitingAfterAFailure() {
        imported(worker("a"));
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
        imported(worker("a"), worker("b"));
        world.hr.put(worker("a").with("email", "b@example.com"));

        assertThat(world.engine().diagnose(ref("a"), "email").has(Cause.KEY_TAKEN))
                .isTrue();
    }

    @Test
    void n1_diagnose_notInTheLastImport() {
        assertThat(diagnose().has(Cause.NOT_RETURNED_BY_HR)).isTrue();
        imported(worker("a"), worker("b"));
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
        imported(worker("a", startsOn("2026-05-01")));

        assertThat(diagnose().finding(Cause.NOT_ELIGIBLE).orElseThrow().evidence())
                .contains("2026-04-30T23:00:00Z");
    }

    @Test
    void d1_diagnose_otherRecordInCharge_itsAccountIsNotToBeRelinked() {
        imported(worker("b", employment -> employment.universalId("U")));
        imported(worker("a", employment -> employment.universalId("U"))
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
        imported(worker("b"));
        imported(worker("a").with("userName", "b@example.com"));

        assertThat(diagnose().finding(Cause.NOT_LINKED).orElseThrow()).satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("E10");
            assertThat(finding.evidence()).contains("it is linked to another worker, hr/b");
        });
        assertThat(diagnose().has(Cause.WAITING_FOR_DECISION)).isTrue();
    }

    @Test
    void c10_explain_saysWhyAnAccountIsNotAsTheDecisionAsks() {
        imported(worker("a"));
        world.hr.put(worker("a", endsOn("2026-02-27")));
        LifecycleEngine engine = world.engine();
        assertThat(notes(engine)).singleElement().asString().contains("has ended and the account is not closed yet");
        engine.run(ImportKind.INCREMENTAL);
        assertThat(notes(engine)).isEmpty();

        world.hr.put(worker("a"));
        assertThat(notes(engine)).singleElement().asString().contains("opens it (E5)");
        assertThat(notes(world.engine(policy -> policy.reactivateDeactivated(false))))
                .singleElement()
                .asString()
                .contains("waits for a person to open it (E4)");
    }

    private static List<String> notes(LifecycleEngine engine) {
        return engine.explain(ref("a")).targets().get(0).notes();
    }

    @Test
    void n1_diagnose_writesNothingAndTellsNothingOfThePerson() {
        imported(worker("a"));
        setTitle("Boss");
        world.okta.forgetCalls();

        String text = diagnose().text() + diagnose();

        assertThat(text)
                .contains("CHANGED_AT_TARGET", "title")
                .doesNotContain("Boss")
                .doesNotContain("Engineer");
        assertThat(world.okta.calls()).isEmpty();
    }

    @Test
    void n2_relink_repairsTheLinkAndDoesNotTouchTheAccount() {
        world.hr.put(worker("a").with("userName", "other@example.com").with("email", "other@example.com"));
        world.addAccountOf(worker("a"), AccountStatus.ACTIVE);

        ImportRun run = world.engine().relink(ref("a"), "okta", "a@example.com");

        assertThat(run.count(ChangeKind.LINK)).isEqualTo(1);
        assertThat(world.okta.calls()).isEmpty();
        assertThat(world.store.journal(JournalQuery.of(ref("a")), 0, 9))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.rule()).isEqualTo("N2");
                    assertThat(entry.run()).isEqualTo(run.id());
                });
        world.engine().run(ImportKind.FULL);
        assertThat(world.okta.all()).hasSize(1);
        assertThat(world.okta.account("other@example.com")).isPresent();
    }

    @Test
    void n2_relink_refusesAnAccountOfAnotherAndALinkThatIsNotMissing() {
        imported(worker("a"), worker("b"));
        world.okta.addAccount(
                "free@example.com", AccountStatus.ACTIVE, dev.tenure.lifecycle.attribute.Attributes.empty());

        assertThatThrownBy(() -> world.engine().relink(ref("a"), "okta", "b@example.com"))
                .hasMessageContaining("linked to worker hr/b");
        assertThatThrownBy(() -> world.engine().relink(ref("a"), "okta", "free@example.com"))
                .hasMessageContaining("not missing");
        assertThatThrownBy(() -> world.engine().relink(ref("a"), "okta", "nobody@example.com"))
                .hasMessageContaining("No account")
                .hasMessageNotContaining("nobody@");
        world.okta.removeAccount("a@example.com");
        assertThat(world.engine().relink(ref("a"), "okta", "free@example.com").count(ChangeKind.LINK))
                .isEqualTo(1);
    }

    @Test
    void n3_test_collectsEveryConnection() {
        LifecycleEngine engine = world.engine();
        assertThat(engine.test().ok()).isTrue();

        world.okta.setReachable(false);
        ConnectionTest test = engine.test();

        assertThat(test.ok()).isFalse();
        assertThat(test.systems()).extracting(ConnectionTest.Tested::name).containsExactly("hr", "okta");
        assertThat(test.text()).contains("target okta: has a problem");
    }

    @Test
    void c10_explain_saysWhyTheWorkerIsWhatItIs() {
        imported(worker("a", endsOn("2026-03-20")));
        setTitle("Boss");

        Explanation explanation = world.engine().explain(ref("a"));

        assertThat(explanation.because())
                .contains(
                        "ACTIVE since 2024-03-01T00:00:00Z",
                        "rule B3",
                        "Europe/Lisbon, the worker's preferred zone (C3)",
                        "TERMINATED at 2026-03-21");
        assertThat(explanation.facts()).contains(new Explanation.Fact("termination date", "2026-03-20"));
        assertThat(explanation.targets())
                .singleElement()
                .satisfies(target -> assertThat(target.rows())
                        .filteredOn(row -> row.row().attribute().equals("title"))
                        .singleElement()
                        .satisfies(row -> {
                            assertThat(row.differs()).isTrue();
                            assertThat(row.inputs())
                                    .extracting(input -> input.name())
                                    .containsExactly("source.businessTitle");
                        }));
        assertThat(explanation.text())
                .contains("title = source.businessTitle", "\"Boss\", which differs", "termination date: 2026-03-20");
        assertThat(explanation + "" + explanation.targets() + explanation.facts())
                .doesNotContain("Boss");
    }

    @Test
    void c10_explain_worksFromTheStoreAndRefusesStrangers() {
        imported(worker("a"));
        world.hr.remove("a");

        assertThat(world.engine().explain(ref("a")).returned()).isFalse();
        assertThat(world.engine().explain(ref("a")).text()).contains("HR does not return this worker");
        assertThatThrownBy(() -> world.engine().explain(ref("nobody"))).isInstanceOf(IllegalArgumentException.class);
    }
}
