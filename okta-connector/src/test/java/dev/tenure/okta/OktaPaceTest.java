package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.RateLimits;
import dev.tenure.simulators.okta.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OktaPaceTest {

    private static final int THREADS = 8;
    private static final int JOINERS = 2_736;

    /** 600 calls a minute are announced, 480 of them are ours: at 95 % of these, 2,736 joiners need six windows. */
    @Test
    void s8_manyJoiners_spendNearlyTheWholeShareWithoutARefusal() throws Exception {
        ManualTime time = new ManualTime();
        try (OktaSimulator okta =
                OktaSimulator.builder(time).limits(RateLimits.workforce()).start()) {
            OktaTarget target = OktaTarget.builder(okta.url())
                    .token(okta.token())
                    .clock(time)
                    .waiter(time)
                    .build();
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<?>> joiners = new ArrayList<>();
                for (int i = 0; i < JOINERS; i++) {
                    String login = "joiner" + i + "@example.com";
                    joiners.add(threads.submit(() -> target.create(People.account(login))));
                }
                for (Future<?> joiner : joiners) {
                    joiner.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(okta.size()).isEqualTo(JOINERS);
            assertThat(okta.rateLimited()).isZero();
            Duration took = Duration.between(ManualTime.START, time.instant());
            assertThat(took).isLessThanOrEqualTo(Duration.ofSeconds(5 * 61 + 1));
        }
    }

    /** The simulator refuses whoever is the fourth at once, with a quota that has plenty left. */
    @Test
    void s8_tooManyAtOnce_isToldApartFromTheQuota_andFewerGoAtOnce() throws Exception {
        VirtualTime time = new VirtualTime();
        RateLimits threeAtOnce = new RateLimits(100_000, 100_000, 100_000, 600, 600, 600, 600, 3);
        try (OktaSimulator okta =
                OktaSimulator.builder(time).limits(threeAtOnce).start()) {
            OktaTarget target = OktaTarget.builder(okta.url())
                    .token(okta.token())
                    .client(new OkHttpClient.Builder().addInterceptor(time).build())
                    .clock(time)
                    .waiter(time)
                    .maxConcurrency(12)
                    .build();
            okta.gather(4);
            ExecutorService threads = Executors.newFixedThreadPool(12);
            try {
                List<Future<?>> joiners = new ArrayList<>();
                for (int i = 0; i < 600; i++) {
                    String login = "joiner" + i + "@example.com";
                    joiners.add(threads.submit(() -> createAtLast(target, time, login)));
                }
                for (Future<?> joiner : joiners) {
                    joiner.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(okta.size()).isEqualTo(600);
            assertThat(okta.mostAtOnce()).isGreaterThan(3);
            assertThat(okta.crowdedOut()).isPositive().isLessThan(600);
            assertThat(okta.rateLimited()).isZero();
        }
    }

    /** Tries again when it is told to, as the engine does; what was refused for crowding is worth a try within seconds. */
    private static int createAtLast(OktaTarget target, VirtualTime time, String login) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                target.create(People.account(login));
                return tries;
            } catch (RetryLater later) {
                Instant when = later.notBefore().orElseThrow();
                assertThat(when).isBefore(time.instant().plusSeconds(5));
                assertThat(tries).isLessThan(100);
                time.awaitUntil(when);
            }
        }
    }

    @Test
    void s8_aLeaver_goesAheadThoughBulkHasSpentItsShare() {
        ManualTime time = new ManualTime();
        try (OktaSimulator okta = OktaSimulator.builder(time)
                .limits(new RateLimits(600, 600, 600, 600, 600, 600, 600, 75))
                .start()) {
            OktaTarget target = OktaTarget.builder(okta.url())
                    .token(okta.token())
                    .clock(time)
                    .waiter(time)
                    .build();
            AccountRef leaver = new AccountRef(
                    "okta",
                    okta.addUser(People.profile("leaver@example.com"), UserStatus.ACTIVE)
                            .id());
            AccountRef other = new AccountRef(
                    "okta",
                    okta.addUser(People.profile("other@example.com"), UserStatus.ACTIVE)
                            .id());
            String group = target.groups().orElseThrow().create("Staff").id();
            for (int i = 0; i < 466; i++) {
                target.groups().orElseThrow().addMember(group, other);
            }
            target.deactivate(leaver);
            assertThat(time.instant()).isEqualTo(ManualTime.START);
            assertThat(okta.user("leaver@example.com").orElseThrow().status()).isEqualTo(UserStatus.DEPROVISIONED);
        }
    }
}
