package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.worker.Employment;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that is left out because another one of the same person is in charge (rule D1). */
class SecondRecordTest {

    private final Company company = new Company();
    private final LifecycleEngine engine =
            company.engine(LifecyclePolicy.recommended().with(policy -> policy.preStartDays(7)));

    @BeforeEach
    void oneRecordIsLinked() {
        company.hr.put(ofAda("1", Company.LONG_AGO));
        engine.run(ImportKind.FULL);
    }

    @Test
    void d1_aSecondRecordAtWork_isLeftOutAndReported() {
        company.hr.put(ofAda("2", Company.LONG_AGO));
        assertLeftOutAndReported(engine.run(ImportKind.INCREMENTAL));
    }

    @Test
    void d1_aRecordAtWork_isReported_alsoWhereTheStartOfTheLinkedOneWasMovedOut() {
        company.hr.put(ofAda("1", LocalDate.parse("2026-05-04")), ofAda("2", Company.LONG_AGO));
        assertLeftOutAndReported(engine.run(ImportKind.INCREMENTAL));
    }

    @Test
    void d1_aRecordAtWork_isReported_alsoWhereTheLinkedOneHasNoStartAnyMore() {
        HrRecord undecided = ofAda("1", Company.LONG_AGO);
        company.hr.put(
                undecided.withEmployment(Employment.builder()
                        .from(undecided.employment())
                        .firstDayOfWork(Optional.empty())
                        .build()),
                ofAda("2", Company.LONG_AGO));
        assertLeftOutAndReported(engine.run(ImportKind.INCREMENTAL));
    }

    @Test
    void d1_whereUsersAreLeftAlone_aRecordAtWorkIsReported_alsoAfterTheEndOfTheLinkedOne() {
        LifecycleEngine importing =
                company.engine(LifecyclePolicy.recommended().with(policy -> policy.sourcing(Sourcing.IMPORT_ONLY)));
        company.hr.put(Company.ended(ofAda("1", Company.LONG_AGO), "2026-02-27"), ofAda("2", Company.LONG_AGO));
        assertLeftOutAndReported(importing.run(ImportKind.FULL));
    }

    @Test
    void d1_besideALinkedRecordAtWork_aThirdOneTakesOverNoAccountOfOneThatEnded() {
        company.hr.put(Company.employee("2", "Lin"));
        engine.run(ImportKind.INCREMENTAL);
        company.hr.put(
                Company.ended(ofAda("1", Company.LONG_AGO), "2026-02-27"),
                ofAda("2", Company.LONG_AGO),
                ofAda("3", Company.LONG_AGO));
        ImportRun run = engine.run(ImportKind.FULL);
        assertThat(company.okta.all())
                .extracting(Account::login, Account::status)
                .containsExactlyInAnyOrder(
                        tuple("ada1@acme.test", AccountStatus.DEACTIVATED),
                        tuple("ada2@acme.test", AccountStatus.ACTIVE));
        assertThat(run.notices())
                .filteredOn(notice -> notice.kind() == NoticeKind.SECOND_RECORD)
                .extracting(
                        notice -> notice.worker().orElseThrow(),
                        notice -> notice.text().contains("hr/2"))
                .containsExactly(tuple(Company.ref("3"), true));
    }

    @Test
    void d1_ofTwoRecordsThatComeInTogether_theSameOneIsInCharge_howeverOftenTheyAreLookedAt() {
        company.hr.put(Company.employee("x", "Bea"), Company.employee("y", "Yan"));
        engine.run(ImportKind.FULL);
        company.hr.put(
                named(Company.employee("x", "Bea"), "Yan"),
                named(Company.employee("y", "Yan"), "Zoe"),
                named(preHire("2"), "Bea"),
                named(preHire("1"), "Bea"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta
                        .account("bea@acme.test")
                        .orElseThrow()
                        .attributes()
                        .text("employeeNumber"))
                .contains("b1");
        assertThat(engine.pending()).isEmpty();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    private static HrRecord preHire(String id) {
        LocalDate start = LocalDate.parse("2026-03-05");
        HrRecord record = Company.employee("b" + id, "Bea");
        return record.withEmployment(Employment.builder()
                .from(record.employment())
                .universalId("B")
                .active(false)
                .hireDate(start)
                .firstDayOfWork(start)
                .build());
    }

    private static HrRecord named(HrRecord record, String name) {
        return record.with("userName", Company.login(name)).with("email", Company.login(name));
    }

    @Test
    void d1_aPreHire_isLeftOutWithoutAWord() {
        company.hr.put(ofAda("2", LocalDate.parse("2026-03-05")));
        assertThat(engine.run(ImportKind.INCREMENTAL).notices())
                .extracting(Notice::kind)
                .doesNotContain(NoticeKind.SECOND_RECORD);
        assertThat(company.okta.all()).extracting(Account::login).containsExactly("ada1@acme.test");
    }

    private void assertLeftOutAndReported(ImportRun run) {
        assertThat(run.notices())
                .filteredOn(notice -> notice.kind() == NoticeKind.SECOND_RECORD)
                .extracting(
                        notice -> notice.worker().orElseThrow(),
                        notice -> notice.text().contains("hr/1"))
                .containsExactly(tuple(Company.ref("2"), true));
        assertThat(company.okta.all()).extracting(Account::login).containsExactly("ada1@acme.test");
    }

    private static HrRecord ofAda(String id, LocalDate start) {
        HrRecord record = Company.employee(id, "Ada");
        return record.withEmployment(Employment.builder()
                        .from(record.employment())
                        .hireDate(start)
                        .firstDayOfWork(start)
                        .universalId("U-ada")
                        .build())
                .with("userName", "ada" + id + "@acme.test")
                .with("email", "ada" + id + "@acme.test");
    }
}
