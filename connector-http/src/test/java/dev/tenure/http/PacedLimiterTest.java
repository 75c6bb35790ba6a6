package dev.tenure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PacedLimiterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ManualTime time = new ManualTime();
    private final PacedLimiter limiter = new PacedLimiter(time, time, 0.8, 8, PATIENCE);

    /** A server with fixed windows of 60 seconds that begin at an odd second. */
    private final class Server {

        private final long limit;
        private Instant window = ManualTime.START.minusSeconds(17);
        private long used;
        private int refusals;

        Server(long limit) {
            this.limit = limit;
        }

        synchronized AnnouncedLimit answer() {
            while (!time.instant().isBefore(window.plusSeconds(60))) {
                window = window.plusSeconds(60);
                used = 0;
            }
            used++;
            if (used > limit) {
                refusals++;
            }
            return new AnnouncedLimit(limit, Math.max(0, limit - used), window.plusSeconds(61));
        }
    }

    private void call(Server server, Urgency urgency) throws Exception {
        try (PacedLimiter.Permit permit = limiter.acquire("users", urgency)) {
            permit.answered(Optional.of(server.answer()));
        }
    }

    @Test
    void s8_bulkCalls_takeTheirShareAndNoMore() throws Exception {
        Server server = new Server(600);
        for (int i = 0; i < 466; i++) {
            call(server, Urgency.BULK);
        }
        assertThat(time.instant()).isEqualTo(ManualTime.START);
        assertThat(server.used).isGreaterThanOrEqualTo((long) (0.95 * 480)).isLessThanOrEqualTo(480);

        call(server, Urgency.BULK);

        assertThat(time.instant()).isAfter(ManualTime.START.plusSeconds(42));
        assertThat(server.refusals).isZero();
    }

    @Test
    void s8_manyWindows_spendNearlyTheWholeShareWithoutARefusal() throws Exception {
        Server server = new Server(600);
        int calls = 4_650;
        for (int i = 0; i < calls; i++) {
            call(server, Urgency.BULK);
            time.advanceMillis(20);
        }
        long minutes = Duration.between(ManualTime.START, time.instant()).toMinutes();
        assertThat(server.refusals).isZero();
        assertThat(minutes).isLessThanOrEqualTo(10);
    }

    @Test
    void s8_urgentCalls_takeTheReserve() throws Exception {
        Server server = new Server(600);
        for (int i = 0; i < 480; i++) {
            call(server, i < 466 ? Urgency.BULK : Urgency.URGENT);
        }
        assertThat(time.instant()).isEqualTo(ManualTime.START);
    }

    @Test
    void s8_whatOthersSpend_countsToo() throws Exception {
        Server server = new Server(600);
        server.used = 590;
        for (int i = 0; i < 20; i++) {
            call(server, Urgency.BULK);
        }
        assertThat(server.refusals).isZero();
        assertThat(time.instant()).isAfter(ManualTime.START.plusSeconds(42));
    }

    /** Which calls a system counts together may not be known. What is announced binds all the same. */
    @Test
    void s8_twoBucketsThatAreOneLimit_areNotRefused() throws Exception {
        Server server = new Server(600);
        // Whoever waits moves the time for all, so that a thread that gets no processor may find minutes gone.
        PacedLimiter patient = new PacedLimiter(time, time, 0.8, 8, Duration.ofHours(1));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int call = 0; call < 4_000; call++) {
                String bucket = call / 50 % 2 == 0 ? "updates" : "rest";
                calls.add(callers.submit(() -> {
                    try (PacedLimiter.Permit permit = patient.acquire(bucket, Urgency.BULK)) {
                        permit.answered(Optional.of(server.answer()));
                    }
                    return null;
                }));
            }
            for (Future<?> call : calls) {
                call.get(20, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(server.refusals).isZero();
    }

    /** Both would otherwise spend a window's share twice, or not at all. */
    @Test
    void s8_anAnswerThatComesLate_beginsNoWindowAgain() throws Exception {
        PacedLimiter half = new PacedLimiter(time, time, 0.5, 32, Duration.ZERO);
        AnnouncedLimit first = new AnnouncedLimit(10, 8, ManualTime.START.plusSeconds(10));
        try (PacedLimiter.Permit early = half.acquire("users", Urgency.BULK);
                PacedLimiter.Permit late = half.acquire("users", Urgency.BULK)) {
            early.answered(Optional.of(first));
            time.advanceMillis(11_000);
            for (int i = 0; i < 4; i++) {
                half.acquire("users", Urgency.BULK).close();
            }
            late.answered(Optional.of(first));
        }
        half.acquire("users", Urgency.BULK).close();
        assertThatThrownBy(() -> half.acquire("users", Urgency.BULK)).isInstanceOf(TurnTooFarException.class);
    }

    @Test
    void s8_whatWasSpentBeforeALimitWasAnnounced_doesNotCount() throws Exception {
        PacedLimiter half = new PacedLimiter(time, time, 0.5, 32, Duration.ZERO);
        for (int i = 0; i < 100; i++) {
            try (PacedLimiter.Permit permit = half.acquire("users", Urgency.BULK)) {
                permit.answered(Optional.empty());
            }
        }
        try (PacedLimiter.Permit permit = half.acquire("users", Urgency.BULK)) {
            permit.answered(Optional.of(new AnnouncedLimit(10, 9, ManualTime.START.plusSeconds(60))));
        }
        for (int i = 0; i < 4; i++) {
            half.acquire("users", Urgency.BULK).close();
        }
        assertThatThrownBy(() -> half.acquire("users", Urgency.BULK)).isInstanceOf(TurnTooFarException.class);
    }

    @Test
    void aLimitThatIsNeverAnnounced_doesNotHold() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            try (PacedLimiter.Permit permit = limiter.acquire("soap", Urgency.BULK)) {
                permit.answered(Optional.empty());
            }
        }
        assertThat(time.instant()).isEqualTo(ManualTime.START);
    }

    @Test
    void aRefusal_closesTheBucketAlone() throws Exception {
        Instant until = ManualTime.START.plusSeconds(30);
        try (PacedLimiter.Permit permit = limiter.acquire("users", Urgency.BULK)) {
            permit.refused(until);
        }
        limiter.acquire("groups", Urgency.BULK).close();
        assertThat(time.instant()).isEqualTo(ManualTime.START);
        limiter.acquire("users", Urgency.URGENT).close();
        assertThat(time.instant()).isEqualTo(until);
    }

    @Test
    void aTurnThatIsTooFar_isToldAtOnce() throws Exception {
        Instant until = ManualTime.START.plusSeconds(600);
        try (PacedLimiter.Permit permit = limiter.acquire("users", Urgency.BULK)) {
            permit.refused(until);
        }
        assertThatThrownBy(() -> limiter.acquire("users", Urgency.BULK))
                .isInstanceOfSatisfying(
                        TurnTooFarException.class, e -> assertThat(e.opensAt()).isEqualTo(until));
    }

    @Test
    void crowding_halvesWhatGoesAtOnce_andEveryAnswerRaisesIt() throws Exception {
        PacedLimiter.Permit[] permits = new PacedLimiter.Permit[8];
        for (int i = 0; i < 8; i++) {
            permits[i] = limiter.acquire("b" + i, Urgency.BULK);
        }
        Instant until = permits[0].crowded();
        assertThat(until).isBetween(ManualTime.START.plusMillis(500), ManualTime.START.plusMillis(1_000));
        for (PacedLimiter.Permit permit : permits) {
            permit.close();
            permit.close();
        }
        PacedLimiter.Permit[] fewer = new PacedLimiter.Permit[4];
        for (int i = 0; i < 4; i++) {
            fewer[i] = limiter.acquire("c" + i, Urgency.BULK);
        }
        assertThat(time.instant()).isEqualTo(until);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> fifth = other.submit(() -> {
                limiter.acquire("d", Urgency.BULK).close();
                return null;
            });
            assertThat(fifth.isDone()).isFalse();
            fewer[0].answered(Optional.empty());
            fewer[0].close();
            fifth.get(10, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void anUrgentCall_takesTheNextSlotAheadOfWaitingBulkCalls() throws Exception {
        PacedLimiter narrow = new PacedLimiter(time, time, 0.8, 2, PATIENCE);
        PacedLimiter.Permit first = narrow.acquire("users", Urgency.BULK);
        PacedLimiter.Permit second = narrow.acquire("users", Urgency.BULK);
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch started = new CountDownLatch(2);
        ExecutorService others = Executors.newFixedThreadPool(2);
        try {
            Future<?> bulk = others.submit(() -> {
                started.countDown();
                narrow.acquire("users", Urgency.BULK);
                order.add("bulk");
                return null;
            });
            Future<?> urgent = others.submit(() -> {
                started.countDown();
                PacedLimiter.Permit permit = narrow.acquire("users", Urgency.URGENT);
                order.add("urgent");
                permit.close();
                return null;
            });
            started.await();
            while (!narrow.hasWaiting(2)) {
                Thread.onSpinWait();
            }
            first.close();
            urgent.get(10, TimeUnit.SECONDS);
            bulk.get(10, TimeUnit.SECONDS);
            assertThat(order).containsExactly("urgent", "bulk");
        } finally {
            second.close();
            others.shutdownNow();
        }
    }

    /** The window is over then, whatever becomes of the call that is under way. */
    @Test
    void s8_whoWaitsForACallThatTakesLong_goesWithTheNextWindow() throws Exception {
        PacedLimiter.Permit first = limiter.acquire("users", Urgency.BULK);
        PacedLimiter.Permit slow = limiter.acquire("users", Urgency.BULK);
        first.answered(Optional.of(new AnnouncedLimit(10, 1, time.instant().plusSeconds(10))));
        first.close();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> waiting = other.submit(() -> {
                limiter.acquire("users", Urgency.BULK).close();
                return null;
            });
            while (!limiter.hasWaiting(1)) {
                Thread.onSpinWait();
            }
            time.advanceMillis(11_000);
            waiting.get(10, TimeUnit.SECONDS);
        } finally {
            slow.close();
            other.shutdownNow();
        }
    }

    @Test
    void settingsThatMakeNoSense_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PacedLimiter(time, time, 0, 8, PATIENCE))
                .withMessageContaining("share");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PacedLimiter(time, time, 1.01, 8, PATIENCE))
                .withMessageContaining("share");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PacedLimiter(time, time, 1, 0, PATIENCE))
                .withMessageContaining("maxConcurrency");
    }
}
