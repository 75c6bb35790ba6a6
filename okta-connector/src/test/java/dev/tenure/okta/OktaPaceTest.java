package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.RateLimits;
import dev.tenure.simulators.okta.UserStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
