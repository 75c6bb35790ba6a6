package dev.tenure.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change is sent once at most, and says that nothing was done only where nothing was sent. */
@Timeout(30)
class SentOnceTest {

    private final ManualTime time = new ManualTime();
    private final MockWebServer server = new MockWebServer();
    private HttpChannel channel =
            HttpChannel.builder("Example", time).waiter(time).build();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpChannel channel(OkHttpClient.Builder client) {
        return HttpChannel.builder("Example", time)
                .waiter(time)
                .client(client.build())
                .build();
    }

    private static String text(HttpAnswer answer) throws IOException {
        return answer.status() + " " + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    /**
     * It may have arrived: whoever sent it has to find out, and not OkHttp, which would send one without a body again by itself.
     */
    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE"})
    void s4_aChangeThatMayHaveArrived_isSentOnce_andNeverSaysThatNothingWasDone(String method) {
        server.enqueue(new MockResponse(200, Headers.of(), "first"));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse(200, Headers.of(), "again"));
        HttpCall change = change(method, server.url("/things")).withNothingBefore();
        assertThat(channel.call(change, SentOnceTest::text)).isEqualTo("200 first");
        ConnectorException failure = failureOf(change);
        assertThat(failure).isInstanceOf(RetryLater.class);
        assertThat(failure.mayHaveActed()).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void s4_aChangeThatGetsNoTurn_saysThatNothingWasDone_ifNothingWasBefore() {
        server.enqueue(new MockResponse(429, Headers.of("Retry-After", "3600"), ""));
        HttpCall change = change("POST", server.url("/things"));
        channel.call(change, SentOnceTest::text);

        assertThat(failureOf(change.withNothingBefore()).mayHaveActed()).isFalse();
        assertThat(failureOf(change).mayHaveActed()).as("there may be more").isTrue();
    }

    @Test
    void s4_aChangeForWhichNobodyListens_saysThatNothingWasDone_ifNothingWasBefore() {
        HttpCall change = change("POST", server.url("/things"));
        server.close();

        assertThat(failureOf(change.withNothingBefore()).mayHaveActed()).isFalse();
        assertThat(failureOf(change).mayHaveActed()).as("there may be more").isTrue();
    }

    @Test
    void s4_aChangeForAHostThatIsNot_saysThatNothingWasDone() {
        channel = channel(new OkHttpClient.Builder().dns(host -> {
            throw new UnknownHostException(host);
        }));
        HttpUrl nowhere =
                server.url("/things").newBuilder().host("nowhere.test").build();
        assertThat(failureOf(change("POST", nowhere).withNothingBefore()).mayHaveActed())
                .isFalse();
    }

    /** Whoever answers there does not get to see it. */
    @Test
    void s4_aChangeForAServiceWhoseCertificateIsNotTrusted_isNotSent_andSaysSo() {
        server.useHttps(certificates().sslSocketFactory());
        ConnectorException failure =
                failureOf(change("POST", server.url("/things")).withNothingBefore());

        assertThat(failure)
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("the TLS certificate of localhost is not trusted");
        assertThat(failure.mayHaveActed()).isFalse();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void s4_aChangeForAServiceWhoseCertificateIsOfAnotherName_isNotSent_andSaysSo() {
        HandshakeCertificates certificates = certificates();
        server.useHttps(certificates.sslSocketFactory());
        channel = channel(new OkHttpClient.Builder()
                .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager()));
        server.enqueue(new MockResponse(200, Headers.of(), "fine"));
        HttpUrl url = server.url("/things");
        assertThat(channel.call(change("POST", url), SentOnceTest::text)).isEqualTo("200 fine");

        HttpCall byNumber = change("POST", url.newBuilder().host("127.0.0.1").build());
        ConnectorException failure = failureOf(byNumber.withNothingBefore());
        assertThat(failure)
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("the TLS certificate of 127.0.0.1 is not trusted");
        assertThat(failure.mayHaveActed()).isFalse();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** A certificate for 'localhost', which whoever has these certificates trusts and nobody else. */
    private static HandshakeCertificates certificates() {
        HeldCertificate held = new HeldCertificate.Builder()
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .addTrustedCertificate(held.certificate())
                .build();
    }

    /** A host's own interceptor sends it twice, and the second time nobody listens. */
    @Test
    void s4_aChangeThatWasSentBefore_neverSaysThatNothingWasDone() {
        server.enqueue(new MockResponse(503, Headers.of(), ""));
        channel = channel(new OkHttpClient.Builder().addInterceptor(chain -> {
            chain.proceed(chain.request()).close();
            server.close();
            return chain.proceed(
                    new Request.Builder().url("http://127.0.0.1:1/").build());
        }));
        assertThat(failureOf(change("POST", server.url("/things")).withNothingBefore())
                        .mayHaveActed())
                .isTrue();
    }

    /** An interceptor of the host may send it by a client of its own, of which the channel sees nothing. */
    @Test
    void s4_aChangeThatAHostsInterceptorSendsElsewhere_neverSaysThatNothingWasDone() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        OkHttpClient other = new OkHttpClient();
        channel = channel(new OkHttpClient.Builder()
                .addInterceptor(chain -> other.newCall(chain.request()).execute()));
        assertThat(failureOf(change("POST", server.url("/things")).withNothingBefore())
                        .mayHaveActed())
                .isTrue();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** OkHttp knows answers after which it would send a request again by itself. */
    @ParameterizedTest
    @ValueSource(ints = {408, 421, 503})
    void s4_aChangeThatIsToBeSentAgainAtOnce_isSentOnce(int status) {
        server.enqueue(new MockResponse(status, Headers.of("Retry-After", "0"), "first"));
        server.enqueue(new MockResponse(200, Headers.of(), "again"));
        assertThat(channel.call(change("DELETE", server.url("/things")), SentOnceTest::text))
                .isEqualTo(status + " first");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static HttpCall change(String method, HttpUrl url) {
        RequestBody body = method.equals("POST") ? RequestBody.create("x", MediaType.get("text/plain")) : null;
        return new HttpCall(
                "change things",
                "things",
                Urgency.BULK,
                new Request.Builder().url(url).method(method, body).build());
    }

    private ConnectorException failureOf(HttpCall call) {
        try {
            channel.call(call, SentOnceTest::text);
        } catch (ConnectorException e) {
            return e;
        }
        throw new AssertionError("the call succeeded");
    }
}
