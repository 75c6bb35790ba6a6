package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The answer to a create is lost, at a target that leaves out or rewrites what it is sent, or that makes accounts closed and
 * opens them then (rule S4).
 */
class LostAnswerTest {

    private static final LifecyclePolicy POLICY = LifecyclePolicy.recommended();

    private final Kills kills = new Kills();
    private final Company company = kills.company();

    /** Whether the engine tries again within the run. */
    enum Patience {
        TRIES_AGAIN,
        GIVES_UP
    }

    @ParameterizedTest
    @EnumSource
    void s4_anAccountThatHasNotAllThatWasSent_isTheWorkersAllTheSame(Patience patience) {
        LifecycleEngine engine = engine(patience, making(LostAnswerTest::rewritten, made -> {}));
        company.okta.inject(lost(ChangeKind.CREATE));
        company.hr.put(ada());
        engine.run(ImportKind.FULL);
        assertThat(kills.account().link()).isPresent();
        assertThat(kills.account().intent()).isEmpty();

        company.hr.put(Company.employee("1", "Adele"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactly("adele@acme.test");
        company.hr.put(Company.ended(Company.employee("1", "Adele"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
    }

    /** The second try is refused because of the first, or nobody can look before it is made. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void s4_aCreateThatFailsOtherwiseTheSecondTime_mayHaveActedTheFirst(int empty) {
        LifecycleEngine engine = company.builder(POLICY.with(policy -> policy.confirmExact(false)))
                .target(findingLate(empty))
                .pause(next -> true)
                .build();
        company.okta.inject(lost(ChangeKind.CREATE));
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);

        company.hr.put(Company.ended(Company.employee("1", "Adele"), "2026-02-27"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.DEACTIVATED);
        assertThat(kills.account().intent()).isEmpty();
        assertThat(engine.pending()).isEmpty();
        assertThat(engine.failures()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void e8_anAccountThatAPersonRejected_isNotTakenForTheOneThatWasToBeMade(Patience patience) {
        company.okta.addAccount(
                "ada@acme.test",
                AccountStatus.ACTIVE,
                Attributes.builder().put("email", "ada@acme.test").build());
        LifecycleEngine engine = company.builder(POLICY.with(policy -> policy.confirmExact(false)))
                .target(company.okta)
                .pause(next -> patience == Patience.TRIES_AGAIN)
                .build();
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        assertThat(engine.pending()).hasSize(1);
        company.okta.inject(
                Fault.of(ChangeKind.CREATE, Fault.Effect.UNAVAILABLE).times(1));

        engine.reject(List.of(Company.ref("1")));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.account().link()).isEmpty();
        company.hr.put(Company.employee("1", "Adele"));
        engine.run(ImportKind.INCREMENTAL);
        assertThat(kills.logins()).containsExactlyInAnyOrder("ada@acme.test", "adele@acme.test");
    }

    @ParameterizedTest
    @EnumSource
    void s4_anAccountThatWasNotOpenedYet_isOpenedAtOnce(Patience patience) {
        LifecycleEngine engine = engine(patience, madeClosedAndOpened());
        company.okta.inject(
                Fault.of(ChangeKind.REACTIVATE, Fault.Effect.UNAVAILABLE).times(1));
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.ACTIVE);
        assertThat(kills.account().link().map(Link::status)).contains(AccountStatus.ACTIVE);
        assertThat(engine.failures()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "INVALID_VALUE", "CRASH"})
    void s4_anAccountThatCannotBeOpenedYet_isOpenedByTheNextRun(Fault.Effect then) {
        LifecycleEngine engine = engine(Patience.GIVES_UP, madeClosedAndOpened());
        company.okta.inject(Fault.of(ChangeKind.REACTIVATE, Fault.Effect.CRASH).times(1));
        company.hr.put(Company.employee("1", "Ada"));
        assertThatThrownBy(() -> engine.run(ImportKind.FULL)).isInstanceOf(SimulatedCrash.class);

        company.okta.inject(Fault.of(ChangeKind.REACTIVATE, then).times(1));
        if (then == Fault.Effect.CRASH) {
            assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);
        } else {
            engine.run(ImportKind.INCREMENTAL);
            assertThat(engine.failures()).hasSize(1);
        }
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.STAGED);

        engine.run(ImportKind.FULL);
        assertThat(company.okta.all()).extracting(Account::status).containsExactly(AccountStatus.ACTIVE);
        kills.assertSettled(engine);
        assertThat(engine.run(ImportKind.FULL).applied()).isEmpty();
    }

    @Test
    void m6_whatHrRemovedBeforeAnybodyLooked_isCleared() {
        LifecycleEngine engine = company.engine(POLICY.with(policy -> policy.clearRemovedAttributes(true)));
        company.hr.put(ada());
        kills.atTheCreate(engine);
        company.hr.put(ada().without("city"));

        engine.run(ImportKind.INCREMENTAL);
        Account account = company.okta.account("ada@acme.test").orElseThrow();
        assertThat(account.attributes().text("city")).isEmpty();
        assertThat(account.attributes().text("firstName")).contains("Ada");
        assertThat(company.calls()).containsExactly("UPDATE ada@acme.test");
        assertThat(engine.run(ImportKind.FULL).notices()).isEmpty();
    }

    private static HrRecord ada() {
        return Company.employee("1", "Ada").with("city", "Oslo");
    }

    private LifecycleEngine engine(Patience patience, IdentityTarget target) {
        return company.builder(POLICY)
                .target(target)
                .pause(next -> patience == Patience.TRIES_AGAIN)
                .build();
    }

    private static Fault lost(ChangeKind kind) {
        return Fault.of(kind, Fault.Effect.UNAVAILABLE).afterTheAct().times(1);
    }

    private static NewAccount rewritten(NewAccount account) {
        Attributes profile = account.profile().toBuilder()
                .put("city", AttributeValue.of("OSLO, NO"))
                .put("lastName", AttributeValue.NULL)
                .build();
        return new NewAccount(profile, account.groups(), account.place(), account.closed());
    }

    private IdentityTarget madeClosedAndOpened() {
        return making(
                account -> new NewAccount(account.profile(), account.groups(), account.place(), true),
                made -> company.okta.reactivate(made.ref()));
    }

    /** A target that makes accounts in its own way. */
    private IdentityTarget making(UnaryOperator<NewAccount> as, Consumer<Account> then) {
        return inFront(company.okta, "create", argument -> {
            Account made = company.okta.create(as.apply((NewAccount) argument));
            then.accept(made);
            return company.okta.get(List.of(made.ref())).get(0);
        });
    }

    /** A target whose first searches find nothing that was made just now, and whose next ones fail, up to the second. */
    @SuppressWarnings("unchecked")
    private IdentityTarget findingLate(int empty) {
        AtomicInteger searches = new AtomicInteger();
        return inFront(company.okta, "find", argument -> {
            int search = searches.incrementAndGet();
            if (search <= empty) {
                return List.of();
            }
            if (search <= 2) {
                throw new PermissionMissing("okta", "okta may not be searched; grant it");
            }
            return company.okta.find((Collection<AccountKey>) argument);
        });
    }

    private static IdentityTarget inFront(IdentityTarget real, String method, Function<Object, Object> instead) {
        return (IdentityTarget) Proxy.newProxyInstance(
                IdentityTarget.class.getClassLoader(),
                new Class<?>[] {IdentityTarget.class},
                (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return instead.apply(arguments[0]);
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }
}
