package dev.tenure.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PacedLimiterPropertiesTest {

    private static final int THREADS = 24;
    private static final int AT_ONCE = 8;

    private final ManualTime time = new ManualTime();
    private final PacedLimiter limiter = new PacedLimiter(time, time, 0.8, AT_ONCE, Duration.ofSeconds(90));

    /** Nobody is forgotten, and never do more go at once than may. */
    @Property(tries = 20)
    void s8_whateverIsAnswered_everyCallGetsItsTurn(@ForAll long seed) throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(seed + thread);
                calls.add(callers.submit(() -> {
                    for (int call = 0; call < 100; call++) {
                        try (PacedLimiter.Permit permit = turn(random)) {
                            assertThat(underWay.incrementAndGet()).isLessThanOrEqualTo(AT_ONCE);
                            answer(permit, random);
                            underWay.decrementAndGet();
                        }
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
    }

    private PacedLimiter.Permit turn(Random random) throws InterruptedException {
        String bucket = "bucket " + random.nextInt(3);
        Urgency urgency = random.nextInt(10) == 0 ? Urgency.URGENT : Urgency.BULK;
        while (true) {
            try {
                return limiter.acquire(bucket, urgency);
            } catch (TurnTooFarException tooFar) {
                time.awaitUntil(tooFar.opensAt());
            }
        }
    }

    private void answer(PacedLimiter.Permit permit, Random random) {
        switch (random.nextInt(20)) {
            case 0 -> permit.crowded();
            case 1 -> permit.refused(time.instant().plusSeconds(random.nextInt(120)));
            case 2 -> permit.answered(Optional.empty());
            case 3 -> time.advanceMillis(random.nextInt(1_000));
            default -> {
                int limit = 10 + random.nextInt(200);
                permit.answered(Optional.of(new AnnouncedLimit(
                        limit, random.nextInt(limit), time.instant().plusSeconds(random.nextInt(60)))));
            }
        }
    }
}
