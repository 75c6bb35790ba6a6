package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.engine.Leaving;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.PendingItem;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.HrRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The account of a leaver goes to a new worker whom no Universal ID connects with the leaver (rule E10), where leaving
 * suspends. Where it deactivates, the scenarios tell.
 */
class TakeoverTest {

    private static final TargetUse SUSPENDS = TargetUse.identityProfile().withLeaving(Leaving.SUSPEND);

    private final Company company = new Company();

    @Test
    void e10_aSuspendedAccountOfALeaver_isOpenedForTheNewWorker() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended(), SUSPENDS);
        comeAndGo(engine);
        company.hr.put(back());
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("UNSUSPEND ada@acme.test", "UPDATE ada@acme.test");
        assertThat(status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void e10_evenInTheImportThatClosesIt() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended(), SUSPENDS);
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        company.calls();
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"), back());
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls())
                .containsExactly("SUSPEND ada@acme.test", "UNSUSPEND ada@acme.test", "UPDATE ada@acme.test");
    }

    @Test
    void e10_evenWhereItsLastUpdateGivesItTheLoginOfTheNewWorker() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended(), SUSPENDS);
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        company.calls();
        company.hr.put(renamed(Company.ended(Company.employee("1", "Ada"), "2026-02-27")), renamed(back()));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls())
                .containsExactly(
                        "UPDATE ada@acme.test",
                        "SUSPEND ada.okoro@acme.test",
                        "UNSUSPEND ada.okoro@acme.test",
                        "UPDATE ada.okoro@acme.test");
        assertThat(engine.pending()).isEmpty();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void e10_whoeverTakesItOver_swapsItsLoginInTheSameImport() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Bea"));
        engine.run(ImportKind.FULL);
        company.calls();
        company.hr.put(
                Company.ended(Company.employee("1", "Ada"), "2026-02-27"),
                Company.employee("2", "Bea").with("userName", "ada@acme.test"),
                Company.employee("3", "Cyd").with("userName", "bea@acme.test").with("email", "ada@acme.test"));
        ImportRun run = engine.run(ImportKind.FULL);
        assertThat(company.okta
                        .account("ada@acme.test")
                        .orElseThrow()
                        .attributes()
                        .text("employeeNumber"))
                .contains("2");
        assertThat(company.okta
                        .account("bea@acme.test")
                        .orElseThrow()
                        .attributes()
                        .text("employeeNumber"))
                .contains("3");
        assertThat(run.failed()).isEmpty();
        assertThat(run.notices()).extracting(Notice::kind).doesNotContain(NoticeKind.DRIFT);
        assertThat(engine.pending()).isEmpty();
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    /** Another run gives the account to somebody, or back to its owner, while a page on which another one wants it is done. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void e10_anAccountThatSomebodyGotMeanwhile_isNotGivenAway(String owner) {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        comeAndBeDeactivated(company, engine);
        company.hr.put(Company.employee("2", "Bea"), Company.employee("3", "Ada"));
        IdentityTarget slow = Watched.target(company.okta, (method, arguments) -> {
            if (method.equals("create")) {
                company.hr.put(Company.employee(owner, "Ada"));
                engine.realTime(List.of(Company.ref(owner)));
            }
        });
        LifecycleEngine other =
                company.builder(LifecyclePolicy.recommended()).target(slow).build();
        other.run(ImportKind.INCREMENTAL);
        assertThat(company.store.load(List.of(Company.ref("1"), Company.ref("3"), Company.ref("4"))).values().stream()
                        .filter(state -> state.at("okta").link().isPresent()))
                .extracting(WorkerState::ref)
                .containsExactly(Company.ref(owner));
        assertThat(employeeNumber()).contains(owner);
        assertThat(status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(other.pending()).extracting(PendingItem::worker).containsExactly(Company.ref("3"));
    }

    @Test
    void e10_nobodyIsToHaveTheAccount_ofALeaverWhoIsBackByALaterPage() {
        Company small = new Company(1);
        LifecycleEngine engine = small.engine(LifecyclePolicy.oktaParity());
        small.hr.put(Company.ended(Company.employee("0", "Ada"), "2026-02-26"));
        comeAndBeDeactivated(small, engine);
        small.hr.put(Company.employee("0", "Ada"), Company.employee("1", "Ada"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(asked(engine)).containsExactly("hr/0 CONFLICT", "hr/1 REACTIVATION");
    }

    @Test
    void e4_anAccountThatWaitsForAnAdministrator_keepsItsAddressUntilThen_whateverHrSays() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.oktaParity());
        comeAndBeDeactivated(company, engine);
        company.hr.put(
                Company.employee("1", "Ada").with("email", "ada.okoro@acme.test"),
                Company.employee("2", "Bea").with("email", "ada@acme.test"),
                Company.employee("3", "Cyd").with("email", "ada.okoro@acme.test"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("CREATE cyd@acme.test");
        assertThat(asked(engine)).containsExactly("hr/1 REACTIVATION", "hr/2 CONFLICT");
    }

    private static List<String> asked(LifecycleEngine engine) {
        return engine.pending().stream()
                .map(item -> item.worker() + " " + item.pending().why())
                .sorted()
                .toList();
    }

    private static void comeAndBeDeactivated(Company company, LifecycleEngine engine) {
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test", "DEACTIVATE ada@acme.test");
    }

    private Optional<String> employeeNumber() {
        return company.okta.account("ada@acme.test").orElseThrow().attributes().text("employeeNumber");
    }

    @Test
    void e4_inParity_anAdministratorOpensItFirst() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.oktaParity(), SUSPENDS);
        comeAndGo(engine);
        company.hr.put(back());
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).isEmpty();
        assertThat(engine.pending())
                .extracting(item -> item.pending().why())
                .containsExactly(PendingReason.REACTIVATION);

        company.okta.setStatus("ada@acme.test", AccountStatus.ACTIVE);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("UPDATE ada@acme.test");
        assertThat(engine.pending()).isEmpty();
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
        assertThat(status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void e6_anAccountThatSomebodySuspended_andThatNobodyLeft_staysSuspended() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended(), SUSPENDS);
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        engine.run(ImportKind.FULL);
        company.okta.setStatus("ada@acme.test", AccountStatus.SUSPENDED);
        engine.run(ImportKind.FULL);
        assertThat(status()).isEqualTo(AccountStatus.SUSPENDED);
    }

    private void comeAndGo(LifecycleEngine engine) {
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(status()).isEqualTo(AccountStatus.SUSPENDED);
        company.calls();
    }

    private static HrRecord renamed(HrRecord record) {
        return record.with("userName", "ada.okoro@acme.test").with("email", "ada.okoro@acme.test");
    }

    private static HrRecord back() {
        return Company.employee("9", "Ada");
    }

    private AccountStatus status() {
        return company.okta.account("ada@acme.test").orElseThrow().status();
    }
}
