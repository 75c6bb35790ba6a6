package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentBuilder;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What HR takes back, corrects or says in another way. A manager who comes after the report is in {@link ReferenceTest}, a
 * worker in two sources in {@link SeveralSourcesTest}.
 */
class SourcesOfChangeTest {

    private final Company company = new Company();
    private final LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());

    @BeforeEach
    void adaIsThere() {
        company.hr.put(ada());
        engine.run(ImportKind.FULL);
        company.calls();
    }

    @Test
    void c7_anEndThatIsRescindedInTime_changesNothing() {
        company.hr.put(ending(ada(), "2026-03-05"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.nextTransition()).isPresent();
        company.hr.put(ada());
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.nextTransition()).isEmpty();
        company.clock.set(java.time.Instant.parse("2026-03-09T09:00:00Z"));
        engine.advance();
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
    }

    @Test
    void c7_anEndThatIsRescindedTooLate_isARehire() {
        company.hr.put(Company.ended(ada(), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        company.hr.put(ada());
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test", "REACTIVATE ada@acme.test");
    }

    @Test
    void c12_aHireThatIsRescinded_endsTheAccount() {
        company.hr.put(rescinded());
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test");
    }

    @Test
    void c12_aHireThatIsRescindedBeforeItBegan_leavesNothingDue() {
        company.hr.put(with(
                Company.employee("2", "Lin"),
                facts -> facts.hireDate(LocalDate.parse("2026-03-09"))
                        .firstDayOfWork(LocalDate.parse("2026-03-09"))
                        .active(false)));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.nextTransition()).isPresent();
        company.hr.put(with(
                Company.employee("2", "Lin"),
                facts -> facts.hireDate(Optional.empty())
                        .firstDayOfWork(Optional.empty())
                        .active(false)));
        engine.run(ImportKind.INCREMENTAL);
        company.clock.set(java.time.Instant.parse("2026-03-10T09:00:00Z"));
        engine.advance();
        assertThat(company.calls()).isEmpty();
        assertThat(engine.nextTransition()).isEmpty();
    }

    @Test
    void c12_anEndThatWasActedOn_andIsMovedOut_opensTheAccountUntilThen() {
        company.hr.put(Company.ended(ada(), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        company.hr.put(ending(ada(), "2026-03-05"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test", "REACTIVATE ada@acme.test");
        company.clock.set(engine.nextTransition().orElseThrow());
        engine.advance();
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test");
    }

    @Test
    void c6_anEndThatIsBackDated_countsWhenItIsSeen_andIsNotMadeTwiceWhenItMovesAgain() {
        company.hr.put(Company.ended(ada(), "2026-02-10"));
        engine.run(ImportKind.INCREMENTAL);
        company.hr.put(Company.ended(ada(), "2026-02-20"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test");
    }

    @Test
    void c9_aStartThatWasActedOn_andIsMovedOut_keepsTheAccountAndSaysSo() {
        company.hr.put(with(
                ada(),
                facts -> facts.hireDate(LocalDate.parse("2026-03-16"))
                        .firstDayOfWork(LocalDate.parse("2026-03-16"))
                        .active(false)));
        assertThat(engine.run(ImportKind.INCREMENTAL).notices())
                .extracting(notice -> notice.kind())
                .containsExactly(NoticeKind.ELIGIBILITY_LOST);
        assertThat(company.calls()).isEmpty();
        company.clock.set(engine.nextTransition().orElseThrow());
        engine.advance();
        assertThat(company.calls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ImportKind.class,
            names = {"FULL", "INCREMENTAL"})
    void d2_aRehireUnderANewWorkerId_takesOverTheAccount_whereTheUniversalIdSaysWhoItIs(ImportKind kind) {
        company.hr.put(Company.ended(withPerson(ada(), "U1"), "2026-02-27"));
        engine.run(kind);
        company.calls();
        company.hr.put(withPerson(rehired(), "U1"));
        engine.run(kind);
        assertThat(company.calls()).containsExactly("REACTIVATE ada@acme.test", "UPDATE ada@acme.test");
        assertThat(employeeNumber()).isEqualTo("9");
        assertThat(company.okta.all()).hasSize(1);
    }

    @Test
    void e10_aRehireUnderANewWorkerId_isAMatchOnceTheOldOneIsClosed_evenInTheSameImport() {
        company.hr.put(Company.ended(ada(), "2026-02-27"), rehired());
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls())
                .containsExactly("DEACTIVATE ada@acme.test", "REACTIVATE ada@acme.test", "UPDATE ada@acme.test");
        assertThat(employeeNumber()).isEqualTo("9");
        assertThat(engine.pending()).isEmpty();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void d2_whoIsAtWork_takesOverFromARecordWhoseHireWasTakenBack_andWhoseEndIsStillAhead() {
        company.hr.put(withPerson(rescinded(), "U1"));
        engine.run(ImportKind.INCREMENTAL);
        company.hr.put(
                withPerson(with(rescinded(), facts -> facts.terminationDate(LocalDate.parse("2026-03-20"))), "U1"),
                withPerson(rehired(), "U1"));
        company.calls();
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("REACTIVATE ada@acme.test", "UPDATE ada@acme.test");
        assertThat(employeeNumber()).isEqualTo("9");
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void d1_aRecordThatIsGoneAndNeverHadAnAccount_keepsNoOtherOneOut() {
        UnaryOperator<EmploymentBuilder> soon =
                facts -> facts.hireDate(LocalDate.parse("2026-03-09")).firstDayOfWork(LocalDate.parse("2026-03-09"));
        company.hr.put(
                withPerson(with(Company.employee("2", "Lin"), soon), "U2"),
                withPerson(with(Company.employee("3", "Lin"), soon), "U2"));
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
        company.hr.remove("2");
        company.clock.set(java.time.Instant.parse("2026-03-09T09:00:00Z"));
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).containsExactly("CREATE lin@acme.test");
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void d4_aSecondRecordWhileTheFirstIsAtWork_isAskedAbout() {
        company.hr.put(rehired());
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).isEmpty();
        assertThat(engine.pending()).extracting(item -> item.pending().why()).containsExactly(PendingReason.CONFLICT);
    }

    @Test
    void e2_aNameThatChangesTheLogin_isOneUpdateOfTheSameAccount() {
        String before =
                company.okta.account("ada@acme.test").orElseThrow().ref().id();
        company.hr.put(ada().with("lastName", "Musa")
                .with("userName", "ada.musa@acme.test")
                .with("email", "ada.musa@acme.test"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("UPDATE ada@acme.test");
        assertThat(company.okta
                        .account("ada.musa@acme.test")
                        .orElseThrow()
                        .ref()
                        .id())
                .isEqualTo(before);
        assertThat(company.okta.all()).hasSize(1);
    }

    @Test
    void e10_theLoginThatANameChangeSetsFree_goesToANewWorkerInTheSameImport() {
        company.hr.put(
                Company.employee("0", "Ada"),
                ada().with("userName", "ada.musa@acme.test").with("email", "ada.musa@acme.test"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta
                        .account("ada.musa@acme.test")
                        .orElseThrow()
                        .attributes()
                        .text("employeeNumber"))
                .contains("1");
        assertThat(employeeNumber()).isEqualTo("0");
        assertThat(engine.pending()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ImportKind.class,
            names = {"FULL", "INCREMENTAL"})
    void e10_twoWhoSwapTheirAddressesWithinOneImport_bothGetTheirs(ImportKind kind) {
        company.hr.put(Company.employee("2", "Lin"));
        engine.run(kind);
        company.calls();
        company.hr.put(
                ada().with("email", "lin@acme.test"),
                Company.employee("2", "Lin").with("email", "ada@acme.test"));
        engine.run(kind);
        assertThat(company.calls()).containsExactlyInAnyOrder("UPDATE ada@acme.test", "UPDATE lin@acme.test");
        assertThat(email("ada@acme.test")).isEqualTo("lin@acme.test");
        assertThat(email("lin@acme.test")).isEqualTo("ada@acme.test");
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void e10_twoWhoSwapTheirAddresses_oneAfterTheOther_endUpTheSame() {
        company.hr.put(Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.hr.put(
                ada().with("email", "lin@acme.test"),
                Company.employee("2", "Lin").with("email", "ada@acme.test"));
        engine.realTime(java.util.List.of(Company.ref("1")));
        assertThat(email("ada@acme.test")).as("held while it is another's").isEqualTo("ada@acme.test");
        engine.run(ImportKind.INCREMENTAL);
        assertThat(email("ada@acme.test")).isEqualTo("lin@acme.test");
        assertThat(email("lin@acme.test")).isEqualTo("ada@acme.test");
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void c11_aRehireThatHrKnowsAhead_isDueAfterTheEnd() {
        company.hr.put(Company.ended(ada(), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        company.hr.put(with(
                ada(),
                facts -> facts.hireDate(LocalDate.parse("2026-03-09"))
                        .firstDayOfWork(LocalDate.parse("2026-03-09"))
                        .active(false)));
        engine.run(ImportKind.INCREMENTAL);
        company.hr.put(with(
                ada(),
                facts -> facts.hireDate(LocalDate.parse("2026-03-09")).firstDayOfWork(LocalDate.parse("2026-03-09"))));
        company.clock.set(engine.nextTransition().orElseThrow());
        engine.advance();
        assertThat(company.okta.account("ada@acme.test").orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(engine.explain(Company.ref("1")).decision().state()).isEqualTo(LifecycleState.ACTIVE);
    }

    private static HrRecord ada() {
        return Company.employee("1", "Ada");
    }

    private static HrRecord rescinded() {
        return with(
                ada(),
                facts -> facts.hireDate(Optional.empty())
                        .firstDayOfWork(Optional.empty())
                        .active(false));
    }

    private static HrRecord rehired() {
        return Company.employee("9", "Ada");
    }

    private static HrRecord with(HrRecord record, UnaryOperator<EmploymentBuilder> how) {
        return record.withEmployment(
                how.apply(Employment.builder().from(record.employment())).build());
    }

    private static HrRecord withPerson(HrRecord record, String universalId) {
        return with(record, facts -> facts.universalId(universalId));
    }

    private static HrRecord ending(HrRecord record, String on) {
        return with(record, facts -> facts.terminationDate(LocalDate.parse(on)));
    }

    private String employeeNumber() {
        return company.okta
                .account("ada@acme.test")
                .orElseThrow()
                .attributes()
                .text("employeeNumber")
                .orElseThrow();
    }

    private String email(String login) {
        return company.okta
                .account(login)
                .orElseThrow()
                .attributes()
                .text("email")
                .orElseThrow();
    }
}
