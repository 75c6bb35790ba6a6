package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.LoginGenerator;
import dev.tenure.lifecycle.engine.PendingItem;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.target.IdentityTarget;
import java.util.List;
import java.util.Optional;
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

    /** The login is numbered, and the address is that of an account whose owner has left. */
    @Test
    void e10_whoGetsANumberedLogin_takesOverTheAccountOfALeaverForGood() {
        LifecycleEngine engine = company.engine(
                LifecyclePolicy.recommended(), TargetUse.identityProfile().withLogins(LoginGenerator.numbered(9)));
        company.hr.put(Company.employee("1", "Ada"), Company.employee("9", "Eve"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.ended(Company.employee("9", "Eve"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        company.calls();

        company.hr.put(Company.employee("2", "Ada").with("email", "eve@acme.test"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("REACTIVATE eve@acme.test", "UPDATE eve@acme.test");
        assertThat(company.store.load(List.of(Company.ref("9"))).values())
                .extracting(state -> state.at("okta").link())
                .containsExactly(Optional.empty());
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).as("the leaver has no account any more").isEmpty();
    }

    /** Okta lets two accounts have one address. */
    @Test
    void e10_anAddressThatAnImportLeavesToItsAccount_isNobodyElses() {
        LifecycleEngine engine =
                company.engine(LifecyclePolicy.recommended().with(policy -> policy.sourcing(Sourcing.IMPORT_ONLY)));
        company.okta.addAccount(
                "ada@acme.test",
                AccountStatus.ACTIVE,
                Attributes.builder().put("email", "old@acme.test").build());
        company.hr.put(
                Company.employee("1", "Ada"), Company.employee("2", "Bea").with("email", "old@acme.test"));
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
        assertThat(engine.pending())
                .extracting(PendingItem::worker, item -> item.pending().why())
                .containsExactly(tuple(Company.ref("2"), PendingReason.CONFLICT));
    }

    /** The target refuses a login that no account has which the engine may see. */
    @Test
    void e10_whatWasSentBesideALoginThatWasRefused_isTakenBackWithIt() {
        IdentityTarget refusing = Watched.target(company.okta, (method, arguments) -> {
            if (method.equals("update")
                    && ((AttributeDelta) arguments.get(1)).values().containsKey("login")) {
                throw new Conflict("okta", "login", "the login is taken");
            }
        });
        LifecycleEngine engine =
                company.builder(LifecyclePolicy.recommended()).target(refusing).build();
        company.hr.put(Company.employee("1", "Ada").with("city", "Oslo"));
        engine.run(ImportKind.FULL);
        for (String city : List.of("Bergen", "Tromso")) {
            company.hr.put(Company.employee("1", "Ada").with("city", city).with("userName", "taken@acme.test"));
            engine.run(ImportKind.INCREMENTAL);
            assertThat(city()).contains(city);
        }
        company.hr.put(Company.employee("1", "Ada").with("city", "Oslo"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(city()).contains("Oslo");
        assertThat(engine.pending()).isEmpty();
    }

    private Optional<String> city() {
        return company.okta.account("ada@acme.test").orElseThrow().attributes().text("city");
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

    /** Ada is to have the login of Bea, who keeps it; so Cyd cannot have that of Ada, but the address. */
    @Test
    void e10_whoIsRefusedALogin_getsTheNewAddressInTheSameImport() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended());
        company.hr.put(Company.employee("1", "Ada"), Company.employee("2", "Bea"), Company.employee("3", "Cyd"));
        engine.run(ImportKind.FULL);
        company.hr.put(
                Company.employee("1", "Ada").with("userName", "bea@acme.test").with("email", "ada.okoro@acme.test"),
                Company.employee("3", "Cyd").with("userName", "ada@acme.test").with("email", "ada@acme.test"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta
                        .account("cyd@acme.test")
                        .orElseThrow()
                        .attributes()
                        .text("email"))
                .contains("ada@acme.test");
        assertThat(engine.pending())
                .extracting(PendingItem::worker)
                .containsExactly(Company.ref("1"), Company.ref("3"));
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
