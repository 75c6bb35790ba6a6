package dev.tenure.lifecycle.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.testkit.Fault;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a person rejects is what was proposed when the person was heard (rule E8). */
class RejectionTest {

    private final Company company = new Company();

    @Test
    void e8_whatAnotherRunProposesMeanwhile_isNotRejected() {
        company.okta.addAccount(
                "other@acme.test",
                AccountStatus.ACTIVE,
                Attributes.builder()
                        .put("firstName", "Ada")
                        .put("lastName", "Lovelace")
                        .build());
        company.hr.put(Company.employee("1", "Ada").with("lastName", "Lovelace"));
        LifecycleEngine engine = company.builder(LifecyclePolicy.recommended())
                .target(company.okta)
                .store(overtaken())
                .build();
        engine.run(ImportKind.FULL);
        WorkerRef ada = engine.pending().get(0).worker();
        String proposed =
                pending(ada).flatMap(Pending::account).map(AccountRef::id).orElseThrow();

        engine.reject(List.of(ada));

        assertThat(state(ada).at("okta").rejected()).containsExactly(proposed);
    }

    @Test
    void e8_aNewcomerWhoIsRejectedAfterItsCreationFailed_isNotMade() {
        LifecycleEngine engine = company.engine(LifecyclePolicy.recommended().with(policy -> policy.confirmNew(false)));
        company.hr.put(Company.employee("1", "Ada"));
        engine.run(ImportKind.FULL);
        company.okta.inject(Fault.of(ChangeKind.CREATE, Fault.Effect.INVALID_VALUE));
        engine.confirm(List.of(Company.ref("1")));
        company.okta.clearFaults();

        engine.reject(List.of(Company.ref("1")));
        engine.run(ImportKind.FULL);

        assertThat(company.okta.all()).isEmpty();
        assertThat(engine.pending()).extracting(item -> item.pending().why()).containsExactly(PendingReason.NEW);
    }

    /** A store in which another run is quicker than the first rejection. */
    private LifecycleStore overtaken() {
        AtomicBoolean first = new AtomicBoolean(true);
        return (LifecycleStore) Proxy.newProxyInstance(
                LifecycleStore.class.getClassLoader(),
                new Class<?>[] {LifecycleStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("save")
                            && arguments[0] instanceof StoreUpdate update
                            && update.entries().stream().anyMatch(entry -> entry.outcome() == OutcomeKind.DISCARDED)
                            && first.getAndSet(false)) {
                        proposeAnother(update.workers().get(0).ref());
                    }
                    try {
                        return method.invoke(company.store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private void proposeAnother(WorkerRef worker) {
        Pending other = new Pending(
                PendingReason.PARTIAL_MATCH, Optional.of(new AccountRef("okta", "another")), company.clock.instant());
        WorkerState state = state(worker);
        company.store.save(
                StoreUpdate.of(state.with("okta", state.at("okta").withPending(Optional.of(other))), List.of()));
    }

    private Optional<Pending> pending(WorkerRef worker) {
        return state(worker).at("okta").pending();
    }

    private WorkerState state(WorkerRef worker) {
        return Objects.requireNonNull(company.store.load(List.of(worker)).get(worker));
    }
}
