package dev.tenure.http;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.RetryLater;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of one connector to one system: paced, bounded, with a user agent and a correlation id, every one told
 * to the listener, and every broken connection turned into a {@link ConnectorException}. It repeats nothing, and lets OkHttp
 * repeat nothing but reads, since anything else may have arrived; a read whose connection turns out to be dead is sent on
 * another one. Immutable and safe for use by several threads.
 */
public final class HttpChannel {

    private static final String USER_AGENT = "tenure";
    private static final RequestBody NO_BODY = RequestBody.create(new byte[0]);

    private final String system;
    private final String product;
    private final OkHttpClient client;
    private final Sendings sendings;
    private final PacedLimiter limiter;
    private final LimitReader limits;
    private final InstantSource clock;
    private final CallListener listener;
    private final long maxBytes;
    private final CorrelationIds ids = new CorrelationIds();

    private HttpChannel(Builder builder) {
        this.system = builder.system;
        this.product = builder.product;
        this.clock = builder.clock;
        Waiter waiter = builder.waiter == null ? Waiter.sleeping(clock) : builder.waiter;
        this.limiter = new PacedLimiter(clock, waiter, builder.share, builder.maxConcurrency, builder.longestWait);
        OkHttpClient guarded = builder.client == null
                ? GuardedClient.standard(builder.maxConcurrency)
                : GuardedClient.from(builder.client);
        OkHttpClient.Builder watched = guarded.newBuilder();
        this.sendings = Sendings.of(watched);
        this.client = watched.build();
        this.limits = builder.limits;
        this.listener = builder.listener;
        this.maxBytes = builder.maxBytes;
    }

    /**
     * Starts a channel with the usual settings.
     *
     * @param system the name under which the engine knows the source or target, for exceptions and events
     * @param clock what time it is
     * @return a builder
     */
    public static Builder builder(String system, InstantSource clock) {
        return new Builder(system, clock);
    }

    /**
     * Makes a call and reads its answer, whatever its status.
     *
     * @param call the request
     * @param reader makes something of the answer
     * @param <T> what is made of it
     * @return what the reader made
     * @throws ConnectorException if there is no whole answer, or the reader throws it
     */
    public <T> T call(HttpCall call, AnswerReader<T> reader) {
        String id = ids.next();
        Request request = marked(call, id);
        try (PacedLimiter.Permit permit = turn(call)) {
            return exchange(call, request, id, permit, reader);
        }
    }

    /**
     * Begins a call and returns: the answer arrives while the caller does something else. Waits for the turn as
     * {@link #call} does.
     *
     * @param call the request
     * @return the call, whose answer is still to be asked for
     * @throws ConnectorException if the call does not get its turn
     */
    public PendingCall begin(HttpCall call) {
        String id = ids.next();
        Request request = marked(call, id);
        PacedLimiter.Permit permit = turn(call);
        Instant start = clock.instant();
        CompletableFuture<PendingCall.Received> received = new CompletableFuture<>();
        Call begun = client.newCall(request);
        Callback callback = new Callback() {
            @Override
            public void onResponse(Call ended, Response response) {
                try (response) {
                    over(OptionalInt.of(response.code()), () -> whole(response, id, permit));
                }
            }

            @Override
            public void onFailure(Call ended, IOException broken) {
                over(OptionalInt.empty(), () -> {
                    throw broken;
                });
            }

            /** Whatever goes wrong, the caller waits for the answer and has to hear of it. */
            private void over(OptionalInt status, Whole answer) {
                try {
                    PendingCall.Received whole;
                    try {
                        whole = answer.read();
                    } finally {
                        permit.close();
                        tell(event(call, id, status, start));
                    }
                    received.complete(whole);
                } catch (IOException | RuntimeException | Error broken) {
                    received.completeExceptionally(broken);
                }
            }
        };
        try {
            begun.enqueue(callback);
        } catch (RuntimeException | Error notBegun) {
            permit.close();
            throw notBegun;
        }
        return new PendingCall(
                begun,
                received,
                broken -> TransportFaults.ofOtherThread(
                        system, product, call.operation(), request.url().host(), broken),
                stopped -> TransportFaults.interrupted(system, product, call.operation(), stopped));
    }

    /** Reads an answer to its end. */
    @FunctionalInterface
    private interface Whole {
        PendingCall.Received read() throws IOException;
    }

    private PendingCall.Received whole(Response response, String id, PacedLimiter.Permit permit) throws IOException {
        Instant now = clock.instant();
        learn(response, now, permit);
        try (BoundedStream body = new BoundedStream(response.body().byteStream(), maxBytes)) {
            return new PendingCall.Received(response, new Buffer().readFrom(body), now, id);
        }
    }

    private static Request marked(HttpCall call, String id) {
        Request request = call.request();
        Request.Builder marked =
                request.newBuilder().header("User-Agent", USER_AGENT).header("X-Correlation-Id", id);
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            // Without a body OkHttp would take it for one that may be sent again.
            RequestBody body = request.body() == null ? NO_BODY : request.body();
            marked.method(request.method(), new OneShotBody(body));
        }
        return marked.build();
    }

    private PacedLimiter.Permit turn(HttpCall call) {
        try {
            return limiter.acquire(call.bucket(), call.urgency());
        } catch (TurnTooFarException tooFar) {
            throw notSent(
                    call,
                    new RetryLater(
                            system,
                            tooFar.opensAt(),
                            product + ": " + call.operation() + " did not get its turn: " + tooFar.getMessage()
                                    + "; try again then, or raise the share of the limit"));
        } catch (InterruptedException interrupted) {
            throw notSent(call, TransportFaults.interrupted(system, product, call.operation(), interrupted));
        }
    }

    private static ConnectorException notSent(HttpCall call, ConnectorException failure) {
        return call.nothingBefore() ? failure.nothingDone() : failure;
    }

    private <T> T exchange(
            HttpCall call, Request request, String id, PacedLimiter.Permit permit, AnswerReader<T> reader) {
        Instant start = clock.instant();
        OptionalInt status = OptionalInt.empty();
        Call begun = client.newCall(request);
        sendings.begin(begun);
        try (Response response = begun.execute()) {
            status = OptionalInt.of(response.code());
            Instant now = clock.instant();
            learn(response, now, permit);
            BoundedStream body = new BoundedStream(response.body().byteStream(), maxBytes);
            return reader.read(new HttpAnswer(response.code(), response.headers(), body, now, id));
        } catch (IOException broken) {
            ConnectorException failure = TransportFaults.of(
                    system, product, call.operation(), request.url().host(), broken);
            throw sendings.isSent(begun) ? failure : notSent(call, failure);
        } finally {
            sendings.end(begun);
            tell(event(call, id, status, start));
        }
    }

    private CallEvent event(HttpCall call, String id, OptionalInt status, Instant start) {
        return new CallEvent(
                system, call.operation(), call.urgency(), id, status, Duration.between(start, clock.instant()));
    }

    /** A 429 with a limit of nothing is no quota: too many calls were under way at once. */
    private void learn(Response response, Instant now, PacedLimiter.Permit permit) {
        var announced = limits.read(response.headers(), now);
        boolean crowded = announced.isPresent() && announced.get().limit() <= 0;
        if (response.code() != 429) {
            permit.answered(crowded ? Optional.empty() : announced);
        } else if (crowded) {
            permit.crowded();
        } else {
            announced
                    .map(AnnouncedLimit::resetsAt)
                    .or(() -> RetryAfter.read(response.headers(), now))
                    .ifPresent(permit::refused);
        }
    }

    private void tell(CallEvent event) {
        try {
            listener.called(event);
        } catch (RuntimeException listenersOwn) {
            // A listener that throws does not break a call; what it does is its own business.
        }
    }

    /** Collects the settings of a channel. Not for use by several threads. */
    public static final class Builder {

        private final String system;
        private final InstantSource clock;
        private String product;
        private @Nullable OkHttpClient client;
        private @Nullable Waiter waiter;
        private LimitReader limits = LimitReader.NONE;
        private CallListener listener = event -> {};
        private double share = 0.8;
        private int maxConcurrency = 32;
        private Duration longestWait = Duration.ofSeconds(90);
        private long maxBytes = 64L << 20;

        private Builder(String system, InstantSource clock) {
            this.system = Objects.requireNonNull(system, "system");
            this.product = system;
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /**
         * Sets what messages call the system. By default its name.
         *
         * @param value such as {@code Workday}
         * @return this builder
         */
        public Builder product(String value) {
            this.product = Objects.requireNonNull(value, "product");
            return this;
        }

        /**
         * Takes proxy, timeouts, trust and connections from a host's client. By default there is a client of its own, which
         * keeps as many connections open as calls may be under way at once.
         *
         * @param value the host's client, whose connection pool and dispatcher stay as they are: OkHttp's own keep five
         *     idle connections, and let five calls to one host be made ahead. If it has interceptors, which may send a request
         *     as they like, a failure to connect does not say that nothing was done ({@link HttpCall#withNothingBefore})
         * @return this builder
         */
        public Builder client(OkHttpClient value) {
            this.client = Objects.requireNonNull(value, "client");
            return this;
        }

        /**
         * Sets what lets time pass. By default the thread sleeps.
         *
         * @param value the waiter
         * @return this builder
         */
        public Builder waiter(Waiter value) {
            this.waiter = Objects.requireNonNull(value, "waiter");
            return this;
        }

        /**
         * Sets how the system announces its rate limit. By default it announces none.
         *
         * @param value the reader of its headers
         * @return this builder
         */
        public Builder limits(LimitReader value) {
            this.limits = Objects.requireNonNull(value, "limits");
            return this;
        }

        /**
         * Sets who hears of every call. By default nobody does.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder listener(CallListener value) {
            this.listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        /**
         * Sets the part of each announced limit to take. By default 0.8 (rule S8).
         *
         * @param value above 0 and at most 1
         * @return this builder
         */
        public Builder share(double value) {
            this.share = value;
            return this;
        }

        /**
         * Sets how many calls may be under way at once. By default 32.
         *
         * @param value at least 1
         * @return this builder
         */
        public Builder maxConcurrency(int value) {
            this.maxConcurrency = value;
            return this;
        }

        /**
         * Sets how long a call waits for its turn at most. By default 90 seconds, since windows last 60.
         *
         * @param value the longest wait
         * @return this builder
         */
        public Builder longestWait(Duration value) {
            this.longestWait = Objects.requireNonNull(value, "longestWait");
            return this;
        }

        /**
         * Sets how many bytes of an answer are read, unpacked. By default 64 MiB.
         *
         * @param value the greatest size of an answer
         * @return this builder
         */
        public Builder maxBytes(long value) {
            this.maxBytes = value;
            return this;
        }

        /**
         * Makes the channel.
         *
         * @return the channel
         */
        public HttpChannel build() {
            return new HttpChannel(this);
        }
    }
}
