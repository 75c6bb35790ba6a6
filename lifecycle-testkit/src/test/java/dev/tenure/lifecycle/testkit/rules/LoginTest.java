package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.LoginGenerator;
import dev.tenure.lifecycle.engine.PendingItem;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import org.junit.jupiter.api.Test;

/** Logins that belong to somebody else (rule E10). */
class LoginTest {

    private final Company company = new Company();

    @Test
    void e10_aLoginThatIsTaken_isNumberedWhereTheHostWantsThat() {
        LifecycleEngine engine = company.engine(
                LifecyclePolicy.recommended(), TargetUse.identityProfile().withLogins(LoginGenerator.numbered(9)));
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.put(
                Company.employee("2", "Ada").with("email", "second@acme.test"),
                Company.employee("3", "Ada").with("email", "third@acme.test"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls())
                .containsExactlyInAnyOrder("CREATE ada@acme.test", "CREATE ada2@acme.test", "CREATE ada3@acme.test");

        engine.run(ImportKind.FULL);
        assertThat(company.calls()).as("the generated login stays").isEmpty();
        company.hr.put(
                Company.employee("2", "Ada").with("email", "second@acme.test").with("city", "Oslo"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta
                        .account("ada2@acme.test")
                        .orElseThrow()
                        .attributes()
                        .text("city"))
                .contains("Oslo");
    }

    @Test
    void e10_twoWhoComeTogether_getALoginEach() {
        LifecycleEngine engine = company.engine(
                LifecyclePolicy.recommended(), TargetUse.identityProfile().withLogins(LoginGenerator.numbered(9)));
        company.hr.put(
                Company.employee("1", "Ada"), Company.employee("2", "Ada").with("email", "second@acme.test"));
        Plan plan = engine.plan(ImportKind.FULL);
        assertThat(plan.changes())
                .extracting(change -> change.kind() + " " + change.worker().orElseThrow())
                .containsExactly("CREATE hr/1", "CREATE hr/2");
        engine.apply(plan);
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test", "CREATE ada2@acme.test");
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void e10_withoutAGenerator_aPersonIsAsked() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.employee("2", "Ada"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.pending())
                .extracting(PendingItem::worker, item -> item.pending().why())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Company.ref("2"), PendingReason.CONFLICT));
    }

    @Test
    void e10_onAnUpdate_theKeyIsHeldAndTheRestGoes() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        company.hr.put(
                Company.employee("2", "Lin").with("email", "ada@acme.test").with("city", "Oslo"));
        engine.run(ImportKind.INCREMENTAL);
        var lin = company.okta.account("lin@acme.test").orElseThrow().attributes();
        assertThat(lin.text("city")).contains("Oslo");
        assertThat(lin.text("email")).contains("lin@acme.test");
        assertThat(engine.pending()).extracting(item -> item.pending().why()).containsExactly(PendingReason.CONFLICT);

        company.hr.put(Company.employee("1", "Ada").with("email", "ada.new@acme.test"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta
                        .account("lin@acme.test")
                        .orElseThrow()
                        .attributes()
                        .text("email"))
                .contains("ada@acme.test");
        assertThat(engine.pending()).isEmpty();
    }
}
