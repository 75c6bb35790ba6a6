package dev.tenure.successfactors.internal.call;

import dev.tenure.http.HttpAnswer;
import dev.tenure.http.HttpCall;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.Urgency;
import dev.tenure.successfactors.internal.wire.Json;
import dev.tenure.successfactors.internal.wire.Row;
import dev.tenure.successfactors.internal.wire.UnreadableAnswerException;
import dev.tenure.successfactors.options.OAuthClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;
import okio.ByteString;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2.0 by SAML bearer: an assertion, signed here, for a token that is used until shortly before it expires. Safe for
 * use by several threads, of which one asks and the others wait.
 */
public final class SamlSignIn implements SignIn {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:saml2-bearer";
    private static final String AUDIENCE = "www.successfactors.com";
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration UNKNOWN_LIFE = Duration.ofMinutes(5);

    private record Token(String authorization, Instant until) {}

    private final OAuthClient client;
    private final HttpUrl tokens;
    private final HttpChannel channel;
    private final InstantSource clock;
    private final Faults faults;
    private @Nullable Token token;

    /**
     * Makes a sign-in.
     *
     * @param system the source's name, for messages
     * @param client the registered client
     * @param tokens the address of the token service
     * @param channel makes the calls
     * @param clock what time it is
     */
    public SamlSignIn(String system, OAuthClient client, HttpUrl tokens, HttpChannel channel, InstantSource clock) {
        this.client = client;
        this.tokens = tokens;
        this.channel = channel;
        this.clock = clock;
        this.faults = new Faults(system);
    }

    @Override
    public synchronized String authorization() {
        if (token == null || !clock.instant().isBefore(token.until())) {
            token = request();
        }
        return token.authorization();
    }

    @Override
    public synchronized boolean refused(String authorization) {
        if (token != null && token.authorization().equals(authorization)) {
            token = null;
        }
        return true;
    }

    private Token request() {
        FormBody form = new FormBody.Builder()
                .add("company_id", client.companyId())
                .add("client_id", client.apiKey())
                .add("grant_type", GRANT)
                .add("assertion", assertion())
                .build();
        Request request = new Request.Builder()
                .url(tokens)
                .header("Accept", "application/json")
                .post(form)
                .build();
        HttpCall call = new HttpCall(Operation.SIGN_IN.label(), "successfactors-token", Urgency.URGENT, request);
        return channel.call(call, this::read);
    }

    private String assertion() {
        return new Assertion(
                        "_" + UUID.randomUUID(),
                        client.issuer().orElse(client.apiKey()),
                        client.user(),
                        client.apiKey(),
                        client.audience().orElse(AUDIENCE),
                        client.recipient().orElse(tokens.toString()),
                        clock.instant())
                .signed(client.key());
    }

    private Token read(HttpAnswer answer) throws IOException {
        ByteString body = Okio.buffer(Okio.source(answer.body())).readByteString();
        if (!answer.ok()) {
            throw faults.of(
                    Operation.SIGN_IN,
                    answer.status(),
                    Verdict.ofFailure(answer.status(), answer.headers(), body, answer.at()));
        }
        Row content = content(body);
        String value = content.text("access_token");
        if (value == null || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw faults.violation(Operation.SIGN_IN, "the answer has no access token");
        }
        Duration life = content.number("expires_in") == null
                ? UNKNOWN_LIFE
                : Duration.ofSeconds(Math.max(0, content.number("expires_in").longValue() % (1L << 31)));
        // A token that lives no longer than the margin is used for one call.
        return new Token("Bearer " + value, answer.at().plus(life).minus(MARGIN));
    }

    private Row content(ByteString body) throws IOException {
        try {
            Object json = Json.read(new Buffer().write(body));
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            if (json instanceof Map<?, ?> map) {
                map.forEach((name, value) -> values.put(String.valueOf(name), value));
            }
            return new Row(values);
        } catch (UnreadableAnswerException unreadable) {
            throw faults.violation(Operation.SIGN_IN, "the answer cannot be read: " + unreadable.getMessage());
        }
    }

    /** Says none of it. */
    @Override
    public String toString() {
        return "SamlSignIn[]";
    }
}
