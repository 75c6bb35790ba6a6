package dev.tenure.benchmarks.okta;

import dev.tenure.benchmarks.Figure;
import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Goal;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Numbers;
import dev.tenure.benchmarks.measure.Ratio;
import dev.tenure.benchmarks.measure.Results;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.okta.OktaTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

/**
 * Figure 7: while 64 threads create users through eight connections, somebody is sent away at once. How long it takes until
 * the deactivation has its answer, beside the same calls through a plain queue, first come, first served.
 */
public final class Urgency implements Figure {

    private static final int LOADERS = 64;
    private static final int AT_ONCE = 8;
    private static final int TERMINATIONS = 400;
    private static final int TERMINATIONS_OF_A_BRIEF_RUN = 100;
    private static final long ANSWER_MILLIS = 5;

    /** Prepares the figure. */
    public Urgency() {}

    @Override
    public String name() {
        return "urgency";
    }

    @Override
    public void measure(Effort effort, Results results) throws Exception {
        int count = effort.quick() ? TERMINATIONS_OF_A_BRIEF_RUN : TERMINATIONS;
        byte[] made = CannedServer.response("", OktaUsers.user(1));
        try (CannedServer server = new CannedServer(url -> request -> later(made))) {
            OktaTarget target = OktaTarget.builder(server.url())
                    .token("token")
                    .maxConcurrency(AT_ONCE)
                    .build();
            AccountRef account = new AccountRef(target.name(), "00u1");
            BareOkta bare = new BareOkta(server.url(), new OkHttpClient());
            Semaphore queue = new Semaphore(AT_ONCE, true);
            double[] ours =
                    waits(count, number -> target.create(OktaLoad.account(number)), () -> target.deactivate(account));
            double[] plain = waits(
                    count,
                    number -> inTurn(queue, () -> bare.create(OktaLoad.json(number))),
                    () -> inTurn(queue, () -> bare.create(OktaLoad.json(1))));
            results.add(new Measurement(
                    name() + "/fifo-p99",
                    "ms until answered",
                    Ratio.of(Numbers.quantile(ours, 0.99), Numbers.quantile(plain, 0.99)),
                    Goal.watched(Goal.Better.LOWER)));
            results.add(new Measurement(
                    name() + "/fifo-median",
                    "ms until answered",
                    Ratio.of(Numbers.median(ours), Numbers.median(plain)),
                    Goal.watched(Goal.Better.LOWER)));
        }
    }

    /** The server takes some time, as a real one does; else there would be nobody to wait for. */
    private static byte[] later(byte[] answer) {
        try {
            Thread.sleep(ANSWER_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    /** A call. */
    @FunctionalInterface
    private interface Call {
        void make() throws Exception;
    }

    /** A call of the load. */
    @FunctionalInterface
    private interface Load {
        void make(int number) throws Exception;
    }

    private static void inTurn(Semaphore queue, Call call) throws Exception {
        queue.acquire();
        try {
            call.make();
        } finally {
            queue.release();
        }
    }

    private static double[] waits(int count, Load load, Call urgent) throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(LOADERS);
        List<Future<?>> loaders = new ArrayList<>();
        try {
            for (int thread = 0; thread < LOADERS; thread++) {
                loaders.add(threads.submit(() -> {
                    while (!stopped.get()) {
                        load.make(next.getAndIncrement());
                    }
                    return null;
                }));
            }
            double[] waits = new double[count];
            for (int i = -count / 4; i < count; i++) {
                long from = System.nanoTime();
                urgent.make();
                if (i >= 0) {
                    waits[i] = (System.nanoTime() - from) / 1e6;
                }
            }
            stopped.set(true);
            for (Future<?> loader : loaders) {
                loader.get();
            }
            return waits;
        } finally {
            stopped.set(true);
            threads.shutdown();
        }
    }
}
