package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Kills engines of a company while they make an account, and looks at what is left. */
final class Kills {

    private final Company company = new Company();

    Company company() {
        return company;
    }

    /** The account is made, and nobody lives to note it. */
    void atTheCreate(LifecycleEngine engine) {
        kill(engine, Fault.of(ChangeKind.CREATE, Fault.Effect.CRASH).afterTheAct());
    }

    /** The account is not made. */
    void beforeTheCreate(LifecycleEngine engine) {
        kill(engine, Fault.of(ChangeKind.CREATE, Fault.Effect.CRASH));
    }

    private void kill(LifecycleEngine engine, Fault fault) {
        company.okta.inject(fault.times(1));
        assertThatThrownBy(() -> engine.run(ImportKind.INCREMENTAL)).isInstanceOf(SimulatedCrash.class);
        company.calls();
    }

    WorkerState state(String id) {
        return Objects.requireNonNull(
                company.store.load(List.of(Company.ref(id))).get(Company.ref(id)));
    }

    /** What is known of the first worker. */
    AccountState account() {
        return state("1").at("okta");
    }

    List<String> logins() {
        return logins(company.okta);
    }

    static List<String> logins(InMemoryTarget target) {
        return target.all().stream().map(Account::login).toList();
    }

    /** A target that tells before and after each call which one it is. */
    static IdentityTarget watched(IdentityTarget real, Consumer<String> before, Consumer<String> after) {
        return (IdentityTarget) Proxy.newProxyInstance(
                IdentityTarget.class.getClassLoader(),
                new Class<?>[] {IdentityTarget.class},
                (proxy, method, arguments) -> {
                    before.accept(method.getName());
                    try {
                        Object result = method.invoke(real, arguments);
                        after.accept(method.getName());
                        return result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }
}
