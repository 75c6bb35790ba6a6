package dev.tenure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.failure.RetryLater;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpChannelTest {

    private final ManualTime time = new ManualTime();
    private final MockWebServer server = new MockWebServer();
    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private HttpChannel channel = channel().build();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpChannel.Builder channel() {
        return HttpChannel.builder("Example", time).waiter(time).listener(events::add);
    }

    private String read() {
        return channel.call(things(), HttpChannelTest::text);
    }

    private HttpCall things() {
        return new HttpCall(
                "read things",
                "things",
                Urgency.BULK,
                new Request.Builder().url(server.url("/things?name=Aïda")).build());
    }

    private static String text(HttpAnswer answer) throws IOException {
        return answer.status() + " " + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    private ConnectorException failure() {
        try {
            read();
        } catch (ConnectorException e) {
            return e;
        }
        throw new AssertionError("the call succeeded");
    }

    @Test
    void anAnswer_isReadAndTold() throws Exception {
        server.enqueue(new MockResponse(404, Headers.of(), "none"));
        assertThat(read()).isEqualTo("404 none");
        var request = server.takeRequest();
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("tenure");
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.status()).isEqualTo(OptionalInt.of(404));
            assertThat(event.urgency()).isEqualTo(Urgency.BULK);
            assertThat(event.correlationId()).isEqualTo(request.getHeaders().get("X-Correlation-Id"));
            assertThat(event.toString()).doesNotContain("Aïda");
        });
    }

    @Test
    void aListenerThatThrows_breaksNoCall() {
        channel = channel()
                .listener(event -> {
                    throw new IllegalStateException("mine");
                })
                .build();
        server.enqueue(new MockResponse(200, Headers.of(), "fine"));
        assertThat(read()).isEqualTo("200 fine");
    }

    @Test
    void aCallThatIsBegun_arrivesWhileItsCallerDoesSomethingElse() throws Exception {
        server.enqueue(new MockResponse(200, Headers.of(), "first"));
        server.enqueue(new MockResponse(404, Headers.of(), "second"));
        PendingCall first = channel.begin(things());
        server.takeRequest();
        PendingCall second = channel.begin(things());
        server.takeRequest();
        assertThat(first.answer(HttpChannelTest::text)).isEqualTo("200 first");
        assertThat(second.answer(HttpChannelTest::text)).isEqualTo("404 second");
        assertThat(events).hasSize(2);
    }

    @Test
    void aCallThatIsBegunAndBreaks_isTheSameFailureAsAnyOther() {
        channel = channel().maxBytes(10).build();
        server.enqueue(new MockResponse(200, Headers.of(), "x".repeat(11)));
        PendingCall tooLarge = channel.begin(things());
        assertThatThrownBy(() -> tooLarge.answer(HttpChannelTest::text))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL_VIOLATION));
        server.close();
        PendingCall nobody = channel.begin(things());
        assertThatThrownBy(() -> nobody.answer(HttpChannelTest::text)).isInstanceOf(RetryLater.class);
        assertThat(events).hasSize(2);
    }

    @Test
    void aCallThatIsBegunAndGivenUp_leavesItsPlaceToOthers() throws Exception {
        channel = channel().maxConcurrency(1).build();
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        server.enqueue(new MockResponse(200, Headers.of(), "next"));
        PendingCall pending = channel.begin(things());
        server.takeRequest();
        pending.cancel();
        assertThat(read()).isEqualTo("200 next");
        assertThatThrownBy(() -> pending.answer(HttpChannelTest::text)).isInstanceOf(RetryLater.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Whoever waits for the answer would otherwise wait for ever, and so would the next call. */
    @Test
    void aCallThatIsBegun_endsWhateverIsThrownWhileItsAnswerIsTaken() {
        AtomicBoolean broken = new AtomicBoolean(true);
        channel = channel()
                .maxConcurrency(1)
                .listener(event -> {
                    if (broken.getAndSet(false)) {
                        throw new NoClassDefFoundError("mine");
                    }
                })
                .build();
        server.enqueue(new MockResponse(200, Headers.of(), "first"));
        server.enqueue(new MockResponse(200, Headers.of(), "second"));
        PendingCall first = channel.begin(things());
        assertThatThrownBy(() -> first.answer(HttpChannelTest::text)).isInstanceOf(NoClassDefFoundError.class);
        assertThat(channel.begin(things()).answer(HttpChannelTest::text)).isEqualTo("200 second");
    }

    @Test
    void aCallWhoseLimitCannotBeRead_endsAndLeavesItsPlace() {
        channel = channel()
                .maxConcurrency(1)
                .limits((headers, now) -> {
                    throw new StackOverflowError();
                })
                .build();
        server.enqueue(new MockResponse(200, Headers.of(), "first"));
        server.enqueue(new MockResponse(200, Headers.of(), "second"));
        for (int i = 0; i < 2; i++) {
            PendingCall begun = channel.begin(things());
            assertThatThrownBy(() -> begun.answer(HttpChannelTest::text)).isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void aSettingThatMakesNoSense_isNamed() {
        HttpChannel.Builder none = channel().maxConcurrency(0);
        assertThatIllegalArgumentException().isThrownBy(none::build).withMessageContaining("'maxConcurrency' is 0");
    }

    /** OkHttp's own client keeps five. */
    @Test
    void aChannelsOwnClient_keepsAsManyConnectionsAsThereAreCallsAtOnce() throws Exception {
        int atOnce = 12;
        channel = channel().maxConcurrency(atOnce).build();
        server.enqueue(new MockResponse(200, Headers.of(), "no limit is announced"));
        read();
        for (int round = 0; round < 2; round++) {
            server.setDispatcher(gathering(atOnce));
            List<PendingCall> begun = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                begun.add(channel.begin(things()));
            }
            for (PendingCall call : begun) {
                assertThat(call.answer(HttpChannelTest::text)).isEqualTo("200 fine");
            }
        }
        Set<Integer> connections = new TreeSet<>();
        for (int i = 0; i < 1 + 2 * atOnce; i++) {
            connections.add(server.takeRequest().getConnectionIndex());
        }
        assertThat(connections).hasSize(atOnce);
    }

    /** Answers once so many calls are under way. */
    private static Dispatcher gathering(int calls) {
        CountDownLatch all = new CountDownLatch(calls);
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                all.countDown();
                all.await();
                return new MockResponse(200, Headers.of(), "fine");
            }
        };
    }

    @Test
    void aRedirect_isNotFollowed() {
        server.enqueue(new MockResponse(302, Headers.of("Location", "http://127.0.0.2:1/elsewhere"), ""));
        assertThat(read()).isEqualTo("302 ");
    }

    @Test
    void aConnectionCutWithinTheBody_isForLater() {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .body("x".repeat(100_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertThat(failure()).isInstanceOf(RetryLater.class).hasMessageStartingWith("Example: read things failed: ");
        assertThat(events).hasSize(1);
    }

    @Test
    void nobodyListening_isForLater() {
        server.close();
        assertThat(failure()).isInstanceOf(RetryLater.class).hasMessageContaining("cannot be reached");
        assertThat(events.get(0).status()).isEmpty();
    }

    @Test
    void aTooLargeBody_isRefusedHoweverItWasPacked() throws Exception {
        channel = channel().maxBytes(1_000_000).build();
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.write(new byte[50_000_000]);
        }
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Encoding", "gzip")
                .body(packed)
                .build());
        assertThat(failure().kind()).isEqualTo(FailureKind.PROTOCOL_VIOLATION);
    }

    @Test
    void aRefusalByQuota_holdsTheNextCallUntilTheWindowOpens() {
        channel = channel()
                .limits((headers, now) -> Optional.of(new AnnouncedLimit(10, 0, ManualTime.START.plusSeconds(20))))
                .build();
        server.enqueue(new MockResponse(429, Headers.of(), ""));
        server.enqueue(new MockResponse(200, Headers.of(), ""));
        assertThat(read()).isEqualTo("429 ");
        assertThat(read()).isEqualTo("200 ");
        assertThat(time.instant()).isEqualTo(ManualTime.START.plusSeconds(20));
    }

    @Test
    void aRefusalForCrowding_holdsTheNextCallForAMomentOnly() {
        channel = channel()
                .limits((headers, now) -> Optional.of(new AnnouncedLimit(0, 0, ManualTime.START.plusSeconds(120))))
                .build();
        server.enqueue(new MockResponse(429, Headers.of(), ""));
        server.enqueue(new MockResponse(200, Headers.of(), ""));
        assertThat(read()).isEqualTo("429 ");
        assertThat(read()).isEqualTo("200 ");
        assertThat(time.instant()).isBefore(ManualTime.START.plusSeconds(2));
    }

    @Test
    void aTurnTooFar_namesTheInstant() {
        server.enqueue(new MockResponse(429, Headers.of("Retry-After", "3600"), ""));
        assertThat(read()).isEqualTo("429 ");
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        RetryLater.class, e -> assertThat(e.notBefore()).contains(ManualTime.START.plusSeconds(3600)));
    }

    @Test
    void aCallThatIsNotAnsweredInTheClientsTime_isLate_andNobodyIsInterrupted() {
        channel = channel()
                .client(new OkHttpClient.Builder()
                        .callTimeout(Duration.ofMillis(50))
                        .build())
                .build();
        server.enqueue(new MockResponse.Builder()
                .headersDelay(5, TimeUnit.SECONDS)
                .body("late")
                .build());

        assertThat(failure()).isInstanceOf(RetryLater.class).hasMessageContaining("did not answer in time");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anInterruptedCall_saysSoAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(failure()).isInstanceOf(RetryLater.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
