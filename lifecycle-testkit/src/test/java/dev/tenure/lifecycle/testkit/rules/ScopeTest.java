package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.engine.Leaving;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A target may be for some workers alone, and several targets are used each in its own way. */
class ScopeTest {

    private final Company company = new Company();

    @Test
    void scope_byExpression_takesThoseOfWhomItIsTrueAndClosesWhoLeavesIt() {
        LifecycleEngine engine = company.engine(
                LifecyclePolicy.recommended(), TargetUse.identityProfile().withScope("source.countryCode == 'DE'"));
        company.hr.put(
                Company.employee("1", "Ada").with("countryCode", "DE"),
                Company.employee("2", "Lin").with("countryCode", "FR"));
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");

        company.hr.put(
                Company.employee("1", "Ada").with("countryCode", "FR"),
                Company.employee("2", "Lin").with("countryCode", "DE"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactlyInAnyOrder("DEACTIVATE ada@acme.test", "CREATE lin@acme.test");

        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
    }

    @Test
    void scope_byGroup_comesAndGoesWithTheGroup() {
        company.hr.setGroups(List.of(new ProvisioningGroup("PG-1", "Engineering")));
        LifecycleEngine engine = company.engine(
                LifecyclePolicy.recommended().with(policy -> policy.importGroups(false)),
                TargetUse.identityProfile().withScopeGroups(Set.of("Engineering")));
        company.hr.put(Company.employee("1", "Ada").withGroups(List.of("PG-1")), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");

        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("DEACTIVATE ada@acme.test");

        company.hr.put(Company.employee("1", "Ada").withGroups(List.of("PG-1")));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("REACTIVATE ada@acme.test");
    }

    @Test
    void leaving_isEachTargetsOwn() {
        InMemoryTarget suspends = InMemoryTarget.named("suspends");
        InMemoryTarget deletes = InMemoryTarget.named("deletes");
        InMemoryTarget keeps = InMemoryTarget.named("keeps");
        TargetUse use = TargetUse.identityProfile();
        LifecycleEngine engine = company.builder(LifecyclePolicy.recommended())
                .target(company.okta)
                .target(suspends, use.withLeaving(Leaving.SUSPEND))
                .target(deletes, use.withLeaving(Leaving.DELETE))
                .target(keeps, use.withLeaving(Leaving.NONE))
                .build();
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);

        assertThat(status(company.okta)).isEqualTo(AccountStatus.DEACTIVATED);
        assertThat(status(suspends)).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(deletes.account("ada@acme.test")).isEmpty();
        assertThat(status(keeps)).isEqualTo(AccountStatus.ACTIVE);

        int calls =
                suspends.calls().size() + keeps.calls().size() + deletes.calls().size();
        engine.run(ImportKind.FULL);
        assertThat(suspends.calls().size()
                        + keeps.calls().size()
                        + deletes.calls().size())
                .isEqualTo(calls);
    }

    @Test
    void e5_whoComesBack_getsBackWhatWasSuspendedAndANewAccountWhereItWasDeleted() {
        InMemoryTarget suspends = InMemoryTarget.named("suspends");
        InMemoryTarget deletes = InMemoryTarget.named("deletes");
        LifecycleEngine engine = returning(LifecyclePolicy.recommended(), suspends, deletes);
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(status(suspends)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(status(deletes)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void e4_whoComesBack_staysSuspendedUntilAPersonSaysYes_andWhoIsBlockedStaysBlocked() {
        InMemoryTarget suspends = InMemoryTarget.named("suspends");
        InMemoryTarget deletes = InMemoryTarget.named("deletes");
        LifecycleEngine engine = returning(LifecyclePolicy.oktaParity(), suspends, deletes);
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.pending())
                .extracting(item -> item.target() + " " + item.pending().why())
                .containsExactly("suspends REACTIVATION");
        assertThat(status(suspends)).isEqualTo(AccountStatus.SUSPENDED);
        suspends.setStatus("ada@acme.test", AccountStatus.ACTIVE);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.pending()).isEmpty();

        suspends.setStatus("ada@acme.test", AccountStatus.SUSPENDED);
        engine.run(ImportKind.FULL);
        assertThat(status(suspends)).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void d2_aConversion_closesAndOpensAsEachTargetDoesAtTheEnd() {
        InMemoryTarget suspends = InMemoryTarget.named("suspends");
        InMemoryTarget keeps = InMemoryTarget.named("keeps");
        LifecycleEngine engine = company.builder(
                        LifecyclePolicy.recommended().with(policy -> policy.conversionKeepsActive(false)))
                .personKey("email")
                .target(company.okta)
                .target(suspends, TargetUse.identityProfile().withLeaving(Leaving.SUSPEND))
                .target(keeps, TargetUse.identityProfile().withLeaving(Leaving.NONE))
                .build();
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        List.of(company.okta, suspends, keeps).forEach(InMemoryTarget::forgetCalls);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"), Company.employee("9", "Ada"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kinds(company.okta))
                .containsExactly(ChangeKind.DEACTIVATE, ChangeKind.REACTIVATE, ChangeKind.UPDATE);
        assertThat(kinds(suspends)).containsExactly(ChangeKind.SUSPEND, ChangeKind.UNSUSPEND, ChangeKind.UPDATE);
        assertThat(kinds(keeps)).containsExactly(ChangeKind.UPDATE);
        assertThat(engine.plan(ImportKind.FULL).changes()).isEmpty();
    }

    @Test
    void d2_anAccountThatWaitsToBeOpenedAfterAConversion_isNotMadeASecondTime_whereLeavingDeletes() {
        InMemoryTarget deletes = InMemoryTarget.named("deletes");
        LifecycleEngine engine = company.builder(LifecyclePolicy.oktaParity())
                .personKey("employeeNumber")
                .target(deletes, TargetUse.identityProfile().withLeaving(Leaving.DELETE))
                .build();
        HrRecord ada = Company.employee("1", "Ada").with("employeeNumber", "E1");
        company.hr.put(ada);
        engine.run(ImportKind.FULL);
        company.hr.put(
                Company.ended(ada, "2026-02-27"), Company.employee("9", "Adele").with("employeeNumber", "E1"));
        for (int again = 0; again < 2; again++) {
            engine.run(ImportKind.FULL);
            assertThat(deletes.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
            assertThat(engine.pending())
                    .extracting(
                            item -> item.worker().id() + " " + item.pending().why())
                    .containsExactly("9 REACTIVATION");
        }
        deletes.setStatus("ada@acme.test", AccountStatus.ACTIVE);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(deletes.all()).extracting(Account::login).containsExactly("adele@acme.test");
        assertThat(engine.pending()).isEmpty();
    }

    private static List<ChangeKind> kinds(InMemoryTarget target) {
        return target.calls().stream().map(call -> call.op()).toList();
    }

    private LifecycleEngine returning(LifecyclePolicy policy, InMemoryTarget suspends, InMemoryTarget deletes) {
        LifecycleEngine engine = company.builder(policy)
                .target(suspends, TargetUse.identityProfile().withLeaving(Leaving.SUSPEND))
                .target(deletes, TargetUse.identityProfile().withLeaving(Leaving.DELETE))
                .build();
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("1", "Ada"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        return engine;
    }

    private static AccountStatus status(InMemoryTarget target) {
        return target.account("ada@acme.test").orElseThrow().status();
    }
}
