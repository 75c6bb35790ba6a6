package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.LoginGenerator;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whose account it is that a create left which was cut off, where somebody else has the login or the address by now, or where
 * nobody can tell (rules S4, E7, E8, E10).
 */
class LostCreateDoubtTest {

    private static final LifecyclePolicy POLICY = LifecyclePolicy.recommended();

    private final Kills kills = new Kills();
    private final Company company = kills.company();

    @Test
    void e10_whatSomebodyElseHasByNow_isHeld_andTheAccountIsTheWorkersAllTheSame() {
        LifecycleEngine engine = company.engine(POLICY);
        company.hr.put(Company.employee("2", "Lin"));
        engine.run(ImportKind.FULL);
        kills.adaAtTheCreate(engine);
        company.calls();
        company.hr.put(Company.employee("1", "Lin").with("city", "Oslo"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactlyInAnyOrder("lin@acme.test", "ada@acme.test");
        assertThat(kills.account().link()).isPresent();
        assertThat(company.okta
                        .account("ada@acme.test")
                        .orElseThrow()
                        .attributes()
                        .text("city"))
                .contains("Oslo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2"})
    void e10_whoHasTheLoginByNow_doesNotGetTheAccount(String id) {
        LifecycleEngine engine = company.engine(POLICY);
        kills.adaAtTheCreate(engine);
        String account =
                company.okta.account("ada@acme.test").orElseThrow().ref().id();
        company.hr.put(Company.employee("1", "Adele"), Company.employee(id, "Ada"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactlyInAnyOrder("ada@acme.test", "adele@acme.test");
        assertThat(kills.account().link().map(link -> link.account().id())).contains(account);
        assertThat(kills.state(id).at("okta").link()).isPresent();
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void e10_aNotificationOfWhoHasTheLoginByNow_asksAPerson_untilTheNextImport() {
        LifecycleEngine engine = company.engine(POLICY);
        kills.adaAtTheCreate(engine);
        company.hr.put(Company.employee("1", "Adele"), Company.employee("2", "Ada"));

        engine.realTime(List.of(Company.ref("2")));
        assertThat(engine.pending()).extracting(item -> item.pending().why()).containsExactly(PendingReason.CONFLICT);
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactlyInAnyOrder("ada@acme.test", "adele@acme.test");
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void e10_anAccountOfSomebodyElse_isNotTakenForIt() {
        LifecycleEngine engine = company.engine(POLICY);
        kills.renamedBeforeTheCreate(engine);
        company.hr.put(Company.employee("2", "Ada"));
        engine.realTime(List.of(Company.ref("2")));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactlyInAnyOrder("ada@acme.test", "adele@acme.test");
        assertThat(kills.state("2").at("okta").link())
                .isNotEqualTo(kills.account().link());
    }

    @Test
    void e10_aGeneratedLogin_isFoundAgain() {
        LifecycleEngine engine =
                company.engine(POLICY, TargetUse.identityProfile().withLogins(LoginGenerator.numbered(9)));
        company.hr.put(Company.employee("2", "Ada"));
        engine.run(ImportKind.FULL);
        company.hr.put(Company.employee("1", "Ada").with("email", "other@acme.test"));
        kills.atTheCreate(engine);
        company.hr.put(Company.employee("1", "Ada").with("email", "another@acme.test"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactlyInAnyOrder("ada@acme.test", "ada2@acme.test");
        assertThat(kills.account().link()).isPresent();
    }

    @Test
    void e8_whereSeveralMayBeIt_aPersonSaysWhich() {
        LifecycleEngine engine = company.engine(POLICY);
        kills.renamedAfterTheCreate(engine);
        company.okta.set("ada@acme.test", new AttributeDelta(Map.of("login", AttributeValue.of("moved@acme.test"))));
        kills.addStranger();

        engine.run(ImportKind.INCREMENTAL);
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
        assertThat(engine.failures())
                .singleElement()
                .satisfies(item -> assertThat(item.failure().message())
                        .contains("has another login: 2")
                        .contains("link()")
                        .doesNotContain("acme"));

        engine.link(Company.ref("1"), "okta", "moved@acme.test");
        assertThat(kills.logins()).containsExactlyInAnyOrder("stranger@acme.test", "adele@acme.test");
        kills.assertSettled(engine);
        assertThat(engine.run(ImportKind.FULL).applied()).isEmpty();
    }

    @Test
    void e8_anAccountWithTheAddressAlone_isNotTakenForIt_unlessAPersonSaysSo() {
        LifecycleEngine engine = company.engine(POLICY);
        kills.renamedBeforeTheCreate(engine);
        kills.addStranger();
        engine.run(ImportKind.FULL);
        assertThat(company.calls()).isEmpty();
        assertThat(engine.failures()).hasSize(1);

        engine.confirm(List.of(Company.ref("1")));
        assertThat(company.calls()).containsExactly("CREATE adele@acme.test");
        kills.assertSettled(engine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Adele"})
    void e8_anAccountWithTheLoginAndAnotherAddress_isNotTakenForIt(String name) {
        LifecycleEngine engine = company.engine(POLICY);
        kills.adaBeforeTheCreate(engine);
        addNamesake();
        company.hr.put(Company.employee("1", name).with("city", "Oslo"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).isEmpty();
        assertThat(engine.failures())
                .singleElement()
                .satisfies(item -> assertThat(item.failure().message())
                        .contains("differs in another key")
                        .contains("link()")
                        .doesNotContain("acme"));
        assertThat(kills.account().link()).isEmpty();
        assertThat(kills.account().intent()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Adele"})
    void e8_anAccountWithTheLoginAndAnotherAddress_isNotClosed(String name) {
        LifecycleEngine engine = company.engine(POLICY.with(policy -> policy.confirmExact(false)));
        kills.adaBeforeTheCreate(engine);
        addNamesake();
        company.hr.put(Company.ended(Company.employee("1", name), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).isEmpty();
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.ACTIVE);
        assertThat(engine.failures()).hasSize(1);

        engine.confirm(List.of(Company.ref("1")));
        assertThat(company.calls()).isEmpty();
        kills.assertSettled(engine);
    }

    private void addNamesake() {
        company.okta.addAccount(
                "ada@acme.test",
                AccountStatus.ACTIVE,
                Attributes.builder().put("email", "ada.lovelace@acme.test").build());
    }

    @Test
    void s3_aTargetThatCannotBeListed_keepsThatWorkerWaiting_andNobodyElse() {
        LifecycleEngine engine = company.builder(POLICY)
                .target(kills.onListing(() -> {
                    throw Kills.mayNotList();
                }))
                .build();
        kills.adaAtTheCreate(engine);
        company.hr.put(Company.employee("1", "Adele"), Company.employee("2", "Lin"));

        assertThat(engine.run(ImportKind.INCREMENTAL).succeeded()).isTrue();
        assertThat(company.calls()).containsExactly("CREATE lin@acme.test");
        assertThat(engine.failures())
                .singleElement()
                .satisfies(item -> assertThat(item.failure().message())
                        .contains("okta may not be listed; grant it")
                        .contains("link()"));
        assertThat(kills.account().intent()).isPresent();

        engine.link(Company.ref("1"), "okta", "ada@acme.test");
        assertThat(kills.logins()).containsExactlyInAnyOrder("adele@acme.test", "lin@acme.test");
        kills.assertSettled(engine);
    }

    @Test
    void e7_anAccountThatWasNotSent_isNotTakenForOneThatWas() {
        LifecycleEngine engine = company.engine(POLICY.with(policy -> policy.confirmExact(false)));
        kills.adaBeforeTheCreate(engine);
        company.okta.addAccount(
                "adele@acme.test",
                AccountStatus.ACTIVE,
                Attributes.builder()
                        .put("login", "adele@acme.test")
                        .put("email", "adele@acme.test")
                        .build());
        company.hr.put(Company.employee("1", "Adele"));

        engine.run(ImportKind.INCREMENTAL);
        assertThat(engine.pending()).hasSize(1);
        assertThat(kills.account().intent()).isEmpty();
        assertThat(kills.account().link()).isEmpty();
    }

    @Test
    void n2_relink_answersIt() {
        LifecycleEngine engine = company.engine(POLICY);
        kills.renamedAfterTheCreate(engine);

        engine.relink(Company.ref("1"), "okta", "ada@acme.test");
        assertThat(kills.account().intent()).isEmpty();
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.calls()).containsExactly("UPDATE ada@acme.test");
    }
}
