package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.http.FaultQueue;
import dev.tenure.simulators.internal.http.SimHandler;
import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before it does its work: it is counted, its credentials are looked at, it goes wrong if it was
 * told to, and the limits are applied. Too many at once is refused before it counts against a quota.
 */
final class FrontDoor implements SimHandler {

    private static final long PATIENCE_SECONDS = 10;

    private final String token;
    private final InstantSource clock;
    private final Organisation users;
    private final Endpoints endpoints;
    private final RateWindows windows;
    private final FaultQueue<Fault> faults;
    private final ServiceApps apps;
    private final Supplier<String> baseUrl;
    private final Map<String, Integer> calls = new TreeMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger crowded = new AtomicInteger();
    private volatile CountDownLatch gathering = new CountDownLatch(0);
    private final AtomicInteger errors = new AtomicInteger();

    FrontDoor(
            OktaSimulatorBuilder settings,
            Organisation users,
            Endpoints endpoints,
            RateWindows windows,
            FaultQueue<Fault> faults,
            ServiceApps apps,
            Supplier<String> baseUrl) {
        this.token = settings.token;
        this.clock = settings.clock;
        this.users = users;
        this.endpoints = endpoints;
        this.windows = windows;
        this.faults = faults;
        this.apps = apps;
        this.baseUrl = baseUrl;
    }

    Map<String, Integer> calls() {
        synchronized (calls) {
            return new TreeMap<>(calls);
        }
    }

    void forgetCalls() {
        synchronized (calls) {
            calls.clear();
        }
    }

    int errors() {
        return errors.get();
    }

    int crowdedOut() {
        return crowded.get();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    void gather(int count) {
        gathering = new CountDownLatch(count);
    }

    @Override
    public SimReply answer(SimRequest request) {
        int now = underWay.incrementAndGet();
        mostAtOnce.accumulateAndGet(now, Math::max);
        try {
            waitForTheOthers();
            SimReply reply = dated(answer(request, now));
            if (reply.status() >= 400) {
                errors.incrementAndGet();
            }
            return reply;
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Bounded, so that a client that never sends so many at once is found out and not waited for. */
    private void waitForTheOthers() {
        CountDownLatch others = gathering;
        others.countDown();
        try {
            others.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private SimReply answer(SimRequest request, int atOnce) {
        if (request.path().equals(ServiceApps.PATH)) {
            synchronized (calls) {
                calls.merge("POST " + ServiceApps.PATH, 1, Integer::sum);
            }
            return apps.token(request, baseUrl.get());
        }
        Optional<Route> route;
        try {
            route = Route.of(request);
        } catch (Refusal refusal) {
            return error(refusal);
        }
        if (route.isEmpty()) {
            return error(Refusal.notFound(request.path(), "Endpoint"));
        }
        synchronized (calls) {
            calls.merge(route.get().call(), 1, Integer::sum);
        }
        Optional<Refusal> unwelcome = unwelcome(request, route.get());
        if (unwelcome.isPresent()) {
            return error(unwelcome.get());
        }
        return faults.take(route.get().call())
                .map(fault -> faulty(fault, route.get(), request))
                .orElseGet(() -> atOnce > windows.atOnce() ? crowded() : counted(route.get(), request));
    }

    private Optional<Refusal> unwelcome(SimRequest request, Route route) {
        String header = request.header("Authorization").orElse("");
        if (header.startsWith("Bearer ")) {
            return apps.refusal(header.substring("Bearer ".length()), route);
        }
        return header.equals("SSWS " + token)
                ? Optional.empty()
                : Optional.of(Refusal.of(401, "E0000011", "Invalid token provided"));
    }

    private SimReply counted(Route route, SimRequest request) {
        RateWindows.Count count = windows.count(route.bucket());
        if (count.exceeded()) {
            return count.announce(error(quota()));
        }
        return count.announce(worked(route, request));
    }

    private SimReply worked(Route route, SimRequest request) {
        synchronized (users) {
            try {
                return endpoints.answer(route, request);
            } catch (Refusal refusal) {
                return error(refusal);
            }
        }
    }

    private SimReply faulty(Fault fault, Route route, SimRequest request) {
        return switch (fault.kind()) {
            case ERROR -> {
                SimReply reply = error(Refusal.of(fault.status(), fault.code(), "injected"));
                yield fault.retryAfter()
                        .map(wait -> reply.with("Retry-After", Long.toString(wait.toSeconds())))
                        .orElse(reply);
            }
            case QUOTA -> windows.exhaust(route.bucket()).announce(error(quota()));
            case CROWDED -> crowded();
            case CUT -> counted(route, request).arriving(SimReply.Arrives.HALF);
            case NO_ANSWER -> counted(route, request).arriving(SimReply.Arrives.NEVER);
            case LOSE_ANSWER -> counted(route, request).arriving(SimReply.Arrives.NOTHING);
            case GARBAGE -> SimReply.of(200, "text/html", ByteString.encodeUtf8("<html>Please sign in</html>"));
        };
    }

    private SimReply crowded() {
        crowded.incrementAndGet();
        long reset = clock.instant().getEpochSecond() + 120;
        return error(quota())
                .with("X-Rate-Limit-Limit", "0")
                .with("X-Rate-Limit-Remaining", "0")
                .with("X-Rate-Limit-Reset", Long.toString(reset));
    }

    private static Refusal quota() {
        return Refusal.of(429, "E0000047", "API call exceeded rate limit due to too many requests.");
    }

    private static SimReply error(Refusal refusal) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("errorCode", refusal.code());
        body.put("errorSummary", refusal.summary());
        body.put("errorLink", refusal.code());
        body.put("errorId", "oaeSimulated0000000000");
        body.put(
                "errorCauses",
                refusal.causes().stream()
                        .map(cause -> Map.of("errorSummary", cause))
                        .toList());
        return Endpoints.json(refusal.status(), body);
    }

    private SimReply dated(SimReply reply) {
        return reply.with("Date", Times.http(clock.instant())).with("X-Okta-Request-Id", "simulated");
    }
}
