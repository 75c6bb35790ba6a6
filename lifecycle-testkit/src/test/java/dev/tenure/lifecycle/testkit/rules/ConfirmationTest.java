package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.LoginGenerator;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person says yes to is what was seen, and nothing that comes up meanwhile (rules E7, E8). */
class ConfirmationTest {

    private static final LifecyclePolicy ASKS = LifecyclePolicy.recommended()
            .with(policy -> policy.confirmExact(false).confirmNew(false));

    private final Company company = new Company();

    @Test
    void e8_aYesToANewAccount_isNoneToOneThatSomebodyMadeMeanwhile() {
        LifecycleEngine engine = company.engine(ASKS);
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        assertAsked(engine, PendingReason.NEW);
        somebodyMakesAccount();

        engine.confirm(List.of(Company.ref("1")));
        assertThat(company.calls()).isEmpty();
        assertAsked(engine, PendingReason.EXACT_MATCH);

        engine.confirm(List.of(Company.ref("1")));
        assertThat(company.calls()).containsExactly("UPDATE ada@acme.test");
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void e7_aYesToAnAccount_isNoneToANewOneOnceThatIsGone() {
        LifecycleEngine engine = company.engine(ASKS);
        company.hr.put(Company.employee("1", "Ada"));
        somebodyMakesAccount();
        engine.run(ImportKind.FULL);
        assertAsked(engine, PendingReason.EXACT_MATCH);
        company.okta.removeAccount("ada@acme.test");

        engine.confirm(List.of(Company.ref("1")));
        assertThat(company.calls()).isEmpty();
        assertAsked(engine, PendingReason.NEW);

        engine.confirm(List.of(Company.ref("1")));
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");
        assertThat(engine.pending()).isEmpty();
    }

    @Test
    void e8_norIsAYesToANewAccountOneToWhatFitsUnderAnotherLogin() {
        LifecycleEngine engine = company.engine(
                ASKS.with(policy -> policy.confirmExact(true)),
                TargetUse.identityProfile().withLogins(LoginGenerator.numbered(9)));
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        engine.confirm(List.of(Company.ref("1")));
        engine = company.engine(ASKS, TargetUse.identityProfile().withLogins(LoginGenerator.numbered(9)));
        company.hr.put(Company.employee("2", "Ada").with("email", "second@acme.test"));
        engine.run(ImportKind.INCREMENTAL);
        assertAsked(engine, PendingReason.NEW);
        company.okta.addAccount(
                "somebody@acme.test",
                AccountStatus.ACTIVE,
                Attributes.builder().put("email", "second@acme.test").build());
        company.calls();

        engine.confirm(List.of(Company.ref("2")));
        assertThat(company.calls()).isEmpty();
        assertAsked(engine, PendingReason.EXACT_MATCH);
    }

    /** Who waits for a manager is looked at a second time in the run of the yes. */
    @Test
    void e7_norAtASecondLook() {
        IdentityTarget contested = Watched.target(company.okta, (method, arguments) -> {
            if (method.equals("create")) {
                somebodyMakesAccount();
                throw new Conflict("okta", "login", "the login is taken");
            }
        });
        LifecycleEngine engine = waitingForAManager(contested);

        engine.confirm(List.of(Company.ref("1")));
        assertThat(company.calls()).isEmpty();
        assertAsked(engine, PendingReason.EXACT_MATCH);
    }

    @Test
    void s4_norIsItSaidThatTheCreateWhoseAnswerWasLostMadeNoAccount() {
        LaggingTarget lagging = new LaggingTarget(company.okta, Duration.ofMinutes(5));
        LifecycleEngine engine = waitingForAManager(lagging.target());
        company.okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE)
                .afterTheAct()
                .times(1));

        engine.confirm(List.of(Company.ref("1")));
        assertThat(company.calls()).containsExactly("CREATE ada@acme.test");

        lagging.catchUp();
        company.clock.advance(Duration.ofMinutes(5));
        engine.run(ImportKind.FULL);
        assertThat(company.okta.all()).extracting(Account::login).containsExactly("ada@acme.test");
        assertThat(engine.pending()).isEmpty();
    }

    private LifecycleEngine waitingForAManager(IdentityTarget target) {
        LifecycleEngine engine = company.builder(ASKS)
                .mapping(AttributeMapping.builder()
                        .addAll(DefaultMappings.hrToOkta())
                        .row("manager", "source.managerId")
                        .build())
                .target(target, TargetUse.identityProfile().withReference("manager"))
                .build();
        company.hr.put(Company.employee("1", "Ada").with("managerId", "9"));
        engine.run(ImportKind.FULL);
        assertAsked(engine, PendingReason.NEW);
        return engine;
    }

    private void somebodyMakesAccount() {
        company.okta.addAccount(
                "ada@acme.test",
                AccountStatus.ACTIVE,
                Attributes.builder().put("email", "ada@acme.test").build());
    }

    private static void assertAsked(LifecycleEngine engine, PendingReason why) {
        assertThat(engine.pending()).extracting(item -> item.pending().why()).containsExactly(why);
    }
}
