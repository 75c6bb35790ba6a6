package dev.tenure.benchmarks.okta;

import dev.tenure.benchmarks.Figure;
import dev.tenure.benchmarks.measure.Contest;
import dev.tenure.benchmarks.measure.Duel;
import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Goal;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Ratio;
import dev.tenure.benchmarks.measure.Results;
import dev.tenure.http.GuardedClient;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.okta.OktaTarget;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.RateLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Figure 5: a first load of new users. Without a limit, eight threads create users at a server that answers at once; with
 * one, the simulator counts what of the allowed share was used in whole windows, and whether anything was refused.
 */
public final class OktaLoad implements Figure {

    private static final int THREADS = 8;
    private static final int BATCH = 400;
    private static final int USERS = 50_000;
    private static final int USERS_OF_A_BRIEF_RUN = 5_000;
    private static final double SHARE = 0.8;

    /** The names that all profiles share, as those do that a mapping makes. */
    private static final Attributes NAMES = Stream.of(
                    "login", "email", "firstName", "lastName", "department", "employeeNumber")
            .reduce(Attributes.builder(), (names, name) -> names.put(name, AttributeValue.NULL), (one, other) -> one)
            .build();

    /** Prepares the figure. */
    public OktaLoad() {}

    @Override
    public String name() {
        return "okta.load";
    }

    @Override
    public void measure(Effort effort, Results results) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            measureUnlimited(effort, results, threads);
            measureLimited(effort, results);
        } finally {
            threads.shutdownNow();
        }
    }

    private void measureUnlimited(Effort effort, Results results, ExecutorService threads) throws Exception {
        byte[] made = CannedServer.response("", OktaUsers.user(1));
        try (CannedServer server = new CannedServer(url -> request -> made)) {
            OktaTarget target = OktaTarget.builder(server.url()).token("token").build();
            Sdk sdk = new Sdk(server.url());
            BareOkta bare = new BareOkta(server.url(), GuardedClient.standard(THREADS));
            Contest contest = new Duel(effort)
                    .side("ours", () -> batch(threads, number -> target.create(account(number))))
                    .side("sdk", () -> batch(threads, sdk::create))
                    .side("bare", () -> batch(threads, number -> bare.create(json(number))))
                    .run();
            results.add(
                    new Measurement(name() + "/bare", "creates/s", contest.speed("ours", "bare"), Goal.atLeast(0.8)));
            results.add(new Measurement(name() + "/sdk", "creates/s", contest.speed("ours", "sdk"), Goal.atLeast(1)));
        }
    }

    /** On one thread and in simulated time, which passes when a call has to wait for its window and never else. */
    private void measureLimited(Effort effort, Results results) {
        int users = effort.quick() ? USERS_OF_A_BRIEF_RUN : USERS;
        int limit = users / 8;
        Time time = new Time();
        RateLimits limits = new RateLimits(limit, limit, limit, limit, limit, limit, limit, 75);
        try (OktaSimulator okta = OktaSimulator.builder(time).limits(limits).start()) {
            OktaTarget target = OktaTarget.builder(okta.url())
                    .token(okta.token())
                    .share(SHARE)
                    .clock(time)
                    .waiter(until -> time.moveTo(until, okta.size()))
                    .build();
            for (int number = 0; number < users; number++) {
                target.create(account(number));
            }
            results.add(new Measurement(
                    name() + "/budget",
                    "creates in whole windows",
                    Ratio.of(time.created(), limit * SHARE * time.windows()),
                    Goal.atLeast(0.97)));
            results.add(new Measurement(
                    name() + "/refused",
                    "calls answered 429, and all",
                    Ratio.of((double) okta.rateLimited(), users),
                    Goal.atMost(0)));
        }
    }

    /** What is created. */
    @FunctionalInterface
    private interface Creation {
        Object create(int number) throws Exception;
    }

    private static long batch(ExecutorService threads, Creation creation) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Future<Integer>> workers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            workers.add(threads.submit(() -> {
                int done = 0;
                for (int number = next.getAndIncrement(); number < BATCH; number = next.getAndIncrement()) {
                    done += creation.create(number) == null ? 0 : 1;
                }
                return done;
            }));
        }
        long done = 0;
        for (Future<Integer> worker : workers) {
            done += worker.get();
        }
        return done;
    }

    static NewAccount account(int number) {
        return new NewAccount(
                Attributes.builderLike(NAMES)
                        .put("login", "user." + number + "@example.com")
                        .put("email", "user." + number + "@example.com")
                        .put("firstName", "First " + number)
                        .put("lastName", "Last " + number)
                        .put("department", "Department " + number % 100)
                        .put("employeeNumber", Integer.toString(number))
                        .build(),
                List.of());
    }

    static byte[] json(int number) {
        return ("{\"profile\":{\"login\":\"user." + number + "@example.com\",\"email\":\"user." + number
                        + "@example.com\",\"firstName\":\"First " + number + "\",\"lastName\":\"Last " + number
                        + "\",\"department\":\"Department " + number % 100 + "\",\"employeeNumber\":\"" + number
                        + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A clock that a waiter moves. What was created by its last move fell into whole windows. */
    private static final class Time implements InstantSource {

        private static final Instant START = Instant.parse("2026-03-02T18:00:00Z");

        private Instant now = START;
        private int created;

        @Override
        public synchronized Instant instant() {
            return now;
        }

        synchronized void moveTo(Instant later, int createdSoFar) {
            now = later.isAfter(now) ? later : now;
            created = createdSoFar;
        }

        synchronized int created() {
            return created;
        }

        /** A window has 60 seconds; the second by which the connector may wait longer is none of it. */
        synchronized long windows() {
            return Duration.between(START, now).toMinutes();
        }
    }
}
