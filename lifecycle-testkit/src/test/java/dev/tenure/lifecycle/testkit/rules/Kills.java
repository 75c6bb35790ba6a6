package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SimulatedCrash;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Kills engines of a company while they make an account, and looks at what is left. */
final class Kills {

    private final Company company = new Company();

    Company company() {
        return company;
    }

    static HrRecord ada() {
        return Company.employee("1", "Ada");
    }

    /** A worker in these groups, which HR then has. */
    HrRecord inGroups(HrRecord record, String... names) {
        company.hr.setGroups(Stream.of("Engineering", "Oslo", "Sales", "Staff")
                .map(name -> new ProvisioningGroup("PG-" + name, name))
                .toList());
        return record.withGroups(Arrays.stream(names).map(name -> "PG-" + name).toList());
    }

    /** The logins of who is in a group at the target. */
    Set<String> members(String group) {
        return company.okta.membersByGroup().getOrDefault(group, Set.of());
    }

    /** An engine that has imported a worker. */
    LifecycleEngine started(LifecyclePolicy policy, HrRecord record) {
        LifecycleEngine engine = company.engine(policy);
        company.hr.put(record);
        engine.run(ImportKind.FULL);
        company.calls();
        return engine;
    }

    /** The account is made, and nobody lives to note it. */
    void atTheCreate(LifecycleEngine engine) {
        kill(engine, Fault.of(ChangeKind.CREATE, Fault.Effect.CRASH).afterTheAct());
    }

    /** The account is not made. */
    void beforeTheCreate(LifecycleEngine engine) {
        kill(engine, Fault.of(ChangeKind.CREATE, Fault.Effect.CRASH));
    }

    /** Ada comes in, her account is made, and nobody lives to note it. */
    void adaAtTheCreate(LifecycleEngine engine) {
        company.hr.put(ada());
        atTheCreate(engine);
    }

    /** Ada comes in, and her account is not made. */
    void adaBeforeTheCreate(LifecycleEngine engine) {
        company.hr.put(ada());
        beforeTheCreate(engine);
    }

    /** Ada's account is made, nobody lives to note it, and HR calls her Adele before anybody looks. */
    void renamedAfterTheCreate(LifecycleEngine engine) {
        adaAtTheCreate(engine);
        company.hr.put(Company.employee("1", "Adele"));
    }

    /** Ada's account is not made, and HR calls her Adele before anybody looks. */
    void renamedBeforeTheCreate(LifecycleEngine engine) {
        adaBeforeTheCreate(engine);
        company.hr.put(Company.employee("1", "Adele"));
    }

    /** Somebody else makes an account with Ada's address. */
    void addStranger() {
        company.okta.addAccount(
                "stranger@acme.test",
                AccountStatus.ACTIVE,
                Attributes.builder().put("email", "ada@acme.test").build());
    }

    /** Nothing is open of the first worker any more. */
    void assertSettled(LifecycleEngine engine) {
        assertThat(engine.failures()).isEmpty();
        assertThat(account().intent()).isEmpty();
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

    /** The company's target, which does something whenever it is listed. */
    IdentityTarget onListing(Runnable listed) {
        return watched(
                company.okta,
                method -> {
                    if (method.equals("accounts")) {
                        listed.run();
                    }
                },
                method -> {});
    }

    static PermissionMissing mayNotList() {
        return new PermissionMissing("okta", "okta may not be listed; grant it");
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
