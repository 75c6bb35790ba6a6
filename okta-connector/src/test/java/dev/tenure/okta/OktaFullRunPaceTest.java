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
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.RateLimits;
import dev.tenure.simulators.okta.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A full run of the engine at Okta's published limits: joiners with their groups, movers and leavers, on several threads and
 * on several limits at once, while the simulator refuses whoever exceeds a quota or is one too many at a time.
 */
class OktaFullRunPaceTest {

    private static final int JOINERS = 2_500;
    private static final int MOVERS = 400;
    private static final int LEAVERS = 150;
    private static final int THREADS = 12;

    /** Of the 600 calls a minute that Okta announces for lists and new users, 480 are ours (rule S8). */
    private static final double SHARE = 480;

    private final VirtualTime time = new VirtualTime();

    @Test
    @Timeout(300)
    void s8_aFullRun_spendsNearlyTheWholeShare_withoutARefusal() throws Exception {
        InMemoryHrSource hr = InMemoryHrSource.builder("hr", time).pageSize(500).build();
        hr.setGroups(List.of(new ProvisioningGroup("g1", "All Staff")));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (OktaSimulator okta = OktaSimulator.builder(time).passwordOptional().start()) {
            LifecycleEngine engine = engine(hr, okta, threads);
            for (int i = 0; i < LEAVERS + MOVERS; i++) {
                hr.put(person((i < LEAVERS ? "leaver" : "mover") + i, "Advisor", null));
            }
            assertThat(engine.run(ImportKind.FULL).succeeded()).isTrue();

            for (int i = 0; i < LEAVERS + MOVERS; i++) {
                hr.put(
                        i < LEAVERS
                                ? person("leaver" + i, "Advisor", LocalDate.of(2026, 2, 27))
                                : person("mover" + i, "Chief", null));
            }
            for (int i = 0; i < JOINERS; i++) {
                hr.put(person("joiner" + i, "Advisor", null));
            }
            pause(time.instant().plusSeconds(120));
            okta.limits(RateLimits.workforce());
            okta.forgetCalls();
            Instant start = time.instant();
            ImportRun run = engine.run(ImportKind.FULL);
            Duration took = Duration.between(start, time.instant());

            assertThat(run.failed()).isEmpty();
            assertThat(run.count(ChangeKind.CREATE)).isEqualTo(JOINERS);
            assertThat(run.count(ChangeKind.UPDATE)).isEqualTo(MOVERS);
            assertThat(okta.users().stream().filter(user -> user.status() == UserStatus.DEPROVISIONED))
                    .hasSize(LEAVERS);
            assertThat(okta.rateLimited()).isZero();
            assertThat(okta.crowdedOut()).isZero();

            Map<String, Integer> calls = okta.calls();
            assertThat(calls)
                    .containsEntry("PUT /groups/{id}/users/{user}", JOINERS)
                    .containsEntry("POST /users/{id}", MOVERS)
                    .containsEntry("POST /users/{id}/lifecycle/deactivate", LEAVERS);
            int spent = calls.getOrDefault("POST /users", 0) + calls.getOrDefault("GET /users", 0);
            long windows = (long) Math.ceil(spent / (0.95 * SHARE));
            assertThat(took)
                    .as(
                            "%s calls fit into %s windows of 60 seconds and one to be sure, of which the last need not end",
                            spent, windows)
                    .isLessThan(Duration.ofSeconds(61).multipliedBy(windows - 1).plusSeconds(10));
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * New users and updates have a limit each, and HR lists all new people of a page before it lists those who changed. The
     * whole takes as long as either kind would take alone. A limit that has less work on it than another is spent to the
     * same part of it, and no sooner: that would end the run no earlier, and would need a thread, an intent and a claim
     * for every worker of a page.
     */
    @Test
    @Timeout(300)
    void s8_aRunThatNeedsTwoLimits_spendsNearlyTheWholeShareOfBoth() throws Exception {
        int each = 600;
        int half = 300;
        InMemoryHrSource hr =
                InMemoryHrSource.builder("hr", time).pageSize(2 * half).build();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (OktaSimulator okta = OktaSimulator.builder(time).passwordOptional().start()) {
            LifecycleEngine engine = engine(hr, okta, threads);
            for (int page = 0; page < each / half; page++) {
                for (int i = 0; i < half; i++) {
                    hr.put(HrRecord.of(
                            "joiner" + page + "-" + i, Employment.builder().build(), Attributes.empty()));
                }
                for (int i = 0; i < half; i++) {
                    hr.put(person("mover" + page + "-" + i, "Advisor", null).withGroups(List.of()));
                }
            }
            assertThat(engine.run(ImportKind.FULL).succeeded()).isTrue();

            for (int i = 0; i < each; i++) {
                String number = i / half + "-" + i % half;
                hr.put(person("joiner" + number, "Advisor", null).withGroups(List.of()));
                hr.put(person("mover" + number, "Chief", null).withGroups(List.of()));
            }
            pause(time.instant().plusSeconds(120));
            okta.limits(new RateLimits(150, 2_000, 150, 500, 1_000, 100, 1_200, 75));
            okta.forgetCalls();
            Instant start = time.instant();
            ImportRun run = engine.run(ImportKind.FULL);
            Duration took = Duration.between(start, time.instant());

            assertThat(run.failed()).isEmpty();
            assertThat(okta.rateLimited()).isZero();
            Map<String, Integer> calls = okta.calls();
            assertThat(calls).containsEntry("POST /users", each).containsEntry("POST /users/{id}", each);
            int newAndListed = each + calls.getOrDefault("GET /users", 0);
            for (int spent : List.of(newAndListed, each)) {
                long windows = (long) Math.ceil(spent / (0.95 * 0.8 * 150));
                assertThat(took)
                        .as("%s calls fit into %s windows", spent, windows)
                        .isLessThan(
                                Duration.ofSeconds(61).multipliedBy(windows - 1).plusSeconds(10));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private LifecycleEngine engine(InMemoryHrSource hr, OktaSimulator okta, ExecutorService threads) {
        return LifecycleEngine.builder()
                .source(hr)
                .target(OktaTarget.builder(okta.url())
                        .token(okta.token())
                        .client(new OkHttpClient.Builder().addInterceptor(time).build())
                        .clock(time)
                        .waiter(time)
                        .build())
                .store(new InMemoryStore())
                .policy(LifecyclePolicy.recommended().with(policy -> policy.safeguardPercent(100)))
                .clock(time)
                .executor(threads)
                .pause(this::pause)
                .build();
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

    private static HrRecord person(String id, String title, @Nullable LocalDate end) {
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
                                .put("businessTitle", title)
                                .build())
                .withGroups(List.of("g1"));
    }
}
