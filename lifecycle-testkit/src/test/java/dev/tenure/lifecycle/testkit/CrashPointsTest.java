package dev.tenure.lifecycle.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.worker.Employment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrashPointsTest {

    @Test
    void s4_engineThatLooksBeforeItRepeats_passesAtEveryPoint() {
        assertThat(CrashPoints.check(() -> new Hiring(false))).isGreaterThan(5);
    }

    @Test
    void s4_engineThatCannotSeeWhatItDid_isFound() {
        assertThatThrownBy(() -> CrashPoints.check(() -> new Hiring(true)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Killed at point")
                .hasMessageContaining("the hire, after create at IdentityTarget");
    }

    @Test
    void deadProcess_doesNothingMore() {
        CrashSwitch crash = CrashSwitch.at(1);
        InMemoryTarget real = InMemoryTarget.named("target");
        IdentityTarget target = CrashProxy.of(IdentityTarget.class, real, crash);
        assertThatThrownBy(() -> target.groups().orElseThrow().create("Engineering"))
                .isInstanceOf(SimulatedCrash.class);
        assertThatThrownBy(() -> target.get(List.of())).isInstanceOf(SimulatedCrash.class);
        assertThat(real.calls()).isEmpty();
    }

    /** One person is hired; the engine may be blind to accounts that it is not linked to. */
    private static final class Hiring implements CrashPoints.Story {

        private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
        private final InMemoryHrSource hr =
                InMemoryHrSource.builder("hr", clock).build();
        private final InMemoryTarget target = InMemoryTarget.named("target");
        private final LifecycleStore store = new InMemoryStore();
        private final boolean blind;

        private Hiring(boolean blind) {
            this.blind = blind;
        }

        @Override
        public CrashPoints.Systems systems() {
            return CrashPoints.Systems.of(hr, target, store);
        }

        @Override
        public LifecycleEngine engine(CrashPoints.Systems systems) {
            IdentityTarget anyTarget = systems.targets().get(0);
            return LifecycleEngine.builder()
                    .source(systems.sources().get(0))
                    .target(blind ? blinded(anyTarget) : anyTarget)
                    .store(systems.store())
                    .clock(clock)
                    .policy(LifecyclePolicy.oktaParity())
                    .build();
        }

        private static IdentityTarget blinded(IdentityTarget real) {
            return (IdentityTarget) Proxy.newProxyInstance(
                    IdentityTarget.class.getClassLoader(),
                    new Class<?>[] {IdentityTarget.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("find")) {
                            return List.<Account>of();
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getTargetException();
                        }
                    });
        }

        @Override
        public List<CrashPoints.Step> steps() {
            LocalDate hired = LocalDate.of(2024, 1, 8);
            HrRecord ada = HrRecord.of(
                    "21001",
                    Employment.builder().hireDate(hired).firstDayOfWork(hired).build(),
                    Attributes.builder()
                            .put("userName", "ada.byron@acme.test")
                            .put("email", "ada.byron@acme.test")
                            .build());
            return List.of(new CrashPoints.Step("the hire", () -> hr.put(ada), engine -> engine.run(ImportKind.FULL)));
        }

        @Override
        public Object endState() {
            return target.all() + " owned by "
                    + store.owners(target.all().stream().map(Account::ref).toList());
        }
    }
}
