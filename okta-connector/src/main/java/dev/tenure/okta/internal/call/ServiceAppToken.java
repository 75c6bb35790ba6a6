package dev.tenure.okta.internal.call;

import dev.tenure.http.HttpCall;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.ServerTime;
import dev.tenure.http.Urgency;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.okta.internal.wire.TokenAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * The access token of a service app: fetched when it is first needed and again before it expires, by one thread for all. If
 * Okta refuses the assertion and its clock differs from ours, it is made once more by Okta's clock. If the app demands DPoP,
 * tokens are bound to a key that lives as long as this does. Safe for use by several
 * threads.
 */
public final class ServiceAppToken implements Authorization {

    private static final String OPERATION = "request for an access token";
    private static final Duration EARLY = Duration.ofMinutes(2);

    /** A smaller difference than this is not why an assertion is refused. */
    private static final Duration NOTICEABLE = Duration.ofSeconds(20);

    private final String target;
    private final HttpUrl endpoint;
    private final HttpChannel channel;
    private final InstantSource clock;
    private final ClientAssertion assertion;
    private final List<String> scopes;
    private Duration skew = Duration.ZERO;
    private @Nullable DpopProof proof;
    private @Nullable String nonce;
    private @Nullable Token token;
    private Instant renewAt = Instant.MIN;

    private record Token(String value, @Nullable DpopProof proof) {
        String header() {
            return (proof == null ? "Bearer " : "DPoP ") + value;
        }

        /** Prints no token. */
        @Override
        public String toString() {
            return "Token[]";
        }
    }

    private record Outcome(int status, Headers headers, Instant at, TokenAnswer answer) {
        boolean isRefused() {
            return status == 400 || status == 401;
        }
    }

    /**
     * Prepares; calls nobody.
     *
     * @param target the target's name
     * @param org the organisation's address
     * @param channel through which calls go
     * @param clock what time it is
     * @param assertion says who the app is
     * @param scopes what to ask for
     */
    public ServiceAppToken(
            String target,
            HttpUrl org,
            HttpChannel channel,
            InstantSource clock,
            ClientAssertion assertion,
            List<String> scopes) {
        this.target = target;
        this.endpoint = org.newBuilder().addPathSegments("oauth2/v1/token").build();
        this.channel = channel;
        this.clock = clock;
        this.assertion = assertion;
        this.scopes = List.copyOf(scopes);
    }

    @Override
    public Signed sign(Request.Builder request) {
        Token present = token();
        Request signed = request.header("Authorization", present.header()).build();
        if (present.proof() != null) {
            String proof = present.proof().of(signed, now(), null, present.value());
            signed = request.header(DpopProof.HEADER, proof).build();
        }
        return new Signed(signed, present.value());
    }

    @Override
    public synchronized boolean refused(String credential) {
        if (token != null && token.value().equals(credential)) {
            token = null;
        }
        return true;
    }

    private synchronized Token token() {
        Token present = token;
        if (present == null || !clock.instant().isBefore(renewAt)) {
            present = fetch();
            token = present;
        }
        return present;
    }

    private synchronized Instant now() {
        return clock.instant().plus(skew);
    }

    private Token fetch() {
        Outcome outcome = ask();
        Duration measured = ServerTime.skew(outcome.headers(), outcome.at());
        if (outcome.isRefused() && measured.minus(skew).abs().compareTo(NOTICEABLE) > 0) {
            skew = measured;
            outcome = ask();
        }
        if (outcome.isRefused() && proof == null && outcome.answer().error().contains("dpop")) {
            proof = DpopProof.withNewKey();
            outcome = ask();
        }
        if (outcome.isRefused() && proof != null && outcome.headers().get("dpop-nonce") != null) {
            nonce = outcome.headers().get("dpop-nonce");
            outcome = ask();
        }
        if (outcome.status() != 200 || outcome.answer().accessToken().isEmpty()) {
            throw failure(outcome);
        }
        Duration life = Duration.ofSeconds(Math.max(0, Math.min(outcome.answer().expiresIn(), 86_400)));
        Duration early = life.compareTo(EARLY.multipliedBy(2)) > 0 ? EARLY : life.dividedBy(2);
        renewAt = outcome.at().plus(life).minus(early);
        return new Token(outcome.answer().accessToken(), proof);
    }

    private Outcome ask() {
        FormBody form = new FormBody.Builder()
                .add("grant_type", "client_credentials")
                .add("scope", String.join(" ", scopes))
                .add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .add("client_assertion", assertion.sign(endpoint.toString(), now()))
                .build();
        Request request = new Request.Builder()
                .url(endpoint)
                .header("Accept", "application/json")
                .post(form)
                .build();
        Request proven = proof == null
                ? request
                : request.newBuilder()
                        .header(DpopProof.HEADER, proof.of(request, now(), nonce, null))
                        .build();
        return channel.call(new HttpCall(OPERATION, "TOKEN", Urgency.URGENT, proven), answer -> {
            Buffer body = new Buffer();
            body.writeAll(Okio.source(answer.body()));
            return new Outcome(answer.status(), answer.headers(), answer.at(), TokenAnswer.read(body));
        });
    }

    private ConnectorException failure(Outcome outcome) {
        String error = outcome.answer().error();
        String code = error.isEmpty() ? "HTTP " + outcome.status() : error;
        String refused = "Okta refused the " + OPERATION + " (" + code + "): ";
        if (outcome.status() == 429 || outcome.status() >= 500) {
            return new RetryLater(
                    target,
                    OktaLimits.opensAt(outcome.headers(), outcome.at()).orElse(null),
                    refused + "it is busy or not available; it is tried again later");
        }
        if (error.isEmpty() && !outcome.isRefused()) {
            return new ProtocolViolation(
                    target,
                    "Okta's answer to the " + OPERATION + " (" + code
                            + ") holds no token; check that the organisation's"
                            + " address leads to Okta and not to a proxy or a sign-in page");
        }
        if (error.equals("invalid_scope")) {
            return new PermissionMissing(
                    target,
                    refused + "the app was not granted a scope; grant " + String.join(", ", scopes)
                            + " to the service app, or ask for fewer");
        }
        if (error.contains("dpop")) {
            return new CredentialsRejected(
                    target,
                    refused + "it does not take the proof of possession; check the machine's clock, or switch 'Require"
                            + " Demonstrating Proof of Possession' off for the service app");
        }
        return new CredentialsRejected(
                target,
                refused
                        + "it does not accept who we are; check the client id, that the public key of this private key"
                        + " is registered and active, that the app uses client credentials, and the machine's clock");
    }
}
