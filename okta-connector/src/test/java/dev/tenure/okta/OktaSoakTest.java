package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.simulators.okta.Fault;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.RateLimits;
import dev.tenure.simulators.okta.SimulatedUser;
import dev.tenure.simulators.okta.SimulatedWrite;
import dev.tenure.simulators.okta.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many joiners and leavers over a connection that goes wrong now and then, at the published limits. */
class OktaSoakTest {

    private static final int JOINERS = 10_000;
    private static final int LEAVERS = 1_000;
    private static final int THREADS = 12;

    private static final List<Fault> FAULTS = List.of(
            Fault.loseAnswer(),
            Fault.error(500, "E0000009"),
            Fault.cutWithinAnswer(),
            Fault.error(503, "E0000010"),
            Fault.unavailable(Duration.ofSeconds(7)));

    private final VirtualTime time = new VirtualTime();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    @Timeout(300)
    void s4_nothingIsLostOrDoneTwice_andNoLimitIsExceeded() throws Exception {
        InMemoryHrSource hr = InMemoryHrSource.builder("hr", time).pageSize(500).build();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (OktaSimulator okta = OktaSimulator.builder(time).passwordOptional().start()) {
            OktaTarget target = OktaTarget.builder(okta.url())
                    .token(okta.token())
                    .client(new OkHttpClient.Builder().addInterceptor(time).build())
                    .clock(time)
                    .waiter(time)
                    .listener(event -> disturb(okta))
                    .build();
            LifecycleEngine engine = LifecycleEngine.builder()
                    .source(hr)
                    .target(target)
                    .store(new InMemoryStore())
                    .policy(LifecyclePolicy.recommended().with(policy -> policy.safeguardPercent(100)))
                    .clock(time)
                    .executor(threads)
                    .pause(this::pause)
                    .build();
            for (int i = 0; i < LEAVERS; i++) {
                hr.put(person("leaver" + i, null));
            }
            assertThat(engine.run(ImportKind.FULL).count(ChangeKind.CREATE)).isEqualTo(LEAVERS);

            for (int i = 0; i < LEAVERS; i++) {
                hr.put(person("leaver" + i, LocalDate.of(2026, 2, 27)));
            }
            for (int i = 0; i < JOINERS; i++) {
                hr.put(person("joiner" + i, null));
            }
            okta.limits(RateLimits.workforce());
            okta.forgetCalls();
            calls.set(1);
            ImportRun run = engine.run(ImportKind.FULL);
            int created = count(okta, "POST /users");
            calls.set(0);
            for (int again = 0; again < 3 && !run.failed().isEmpty(); again++) {
                run = engine.run(ImportKind.FULL);
            }

            assertThat(run.succeeded()).isTrue();
            assertThat(run.failed()).isEmpty();
            assertThat(created).isGreaterThan(JOINERS * 99 / 100);
            assertThat(count(okta, "POST /users")).isEqualTo(JOINERS);
            assertThat(okta.size()).isEqualTo(JOINERS + LEAVERS);
            assertThat(okta.users())
                    .allSatisfy(user -> assertThat(user.status())
                            .isEqualTo(isLeaver(user) ? UserStatus.DEPROVISIONED : UserStatus.ACTIVE));
            assertThat(okta.errors()).isGreaterThan(50);
            assertThat(okta.rateLimited()).isZero();
            assertThat(okta.crowdedOut()).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Every so often the next create, deactivation or listing goes wrong. */
    private void disturb(OktaSimulator okta) {
        if (calls.get() == 0) {
            return;
        }
        int count = calls.incrementAndGet();
        if (count % 60 == 0) {
            String call = count % 180 == 0
                    ? "POST /users/{id}/lifecycle/deactivate"
                    : count % 660 == 0 ? "GET /users" : "POST /users";
            okta.failNext(call, 1, FAULTS.get(count / 60 % FAULTS.size()));
        }
    }

    private boolean pause(Instant until) {
        try {
            time.awaitUntil(until);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isLeaver(SimulatedUser user) {
        return user.login().startsWith("leaver");
    }

    private static int count(OktaSimulator okta, String call) {
        return (int) okta.writes().stream()
                .filter(write -> write.call().equals(call))
                .map(SimulatedWrite::id)
                .distinct()
                .count();
    }

    private static HrRecord person(String id, @Nullable LocalDate end) {
        var employment =
                Employment.builder().hireDate(LocalDate.of(2024, 1, 8)).firstDayOfWork(LocalDate.of(2024, 1, 8));
        if (end != null) {
            employment.terminationDate(end);
        }
        return HrRecord.of(
                id,
                employment.build(),
                Attributes.builder()
                        .put("userName", id + "@example.com")
                        .put("email", id + "@example.com")
                        .put("firstName", "Jo")
                        .put("lastName", "Álvarez " + id)
                        .build());
    }
}
