package com.example.directory;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.tenure.http.HttpAnswer;
import dev.tenure.http.HttpCall;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.RetryAfter;
import dev.tenure.http.Urgency;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** The calls of the directory's API: JSON out, JSON in, and what a status means. Nothing above knows a status. */
final class DirectoryCalls {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final int NOTHING = 204;

    private final String system;
    private final HttpChannel channel;
    private final HttpUrl base;
    private final String token;
    private final JsonAdapter<Map<String, Object>> objects = new Moshi.Builder()
            .build()
            .<Map<String, Object>>adapter(Types.newParameterizedType(Map.class, String.class, Object.class))
            .serializeNulls();

    DirectoryCalls(String system, HttpChannel channel, HttpUrl base, String token) {
        this.system = system;
        this.channel = channel;
        this.base = base;
        this.token = token;
    }

    Map<String, Object> get(String operation, String path, Map<String, String> query) {
        HttpUrl.Builder url = url(path).newBuilder();
        query.forEach(url::addQueryParameter);
        return call(operation, new Request.Builder().url(url.build()), Urgency.BULK);
    }

    Map<String, Object> send(String method, String operation, String path, Map<String, Object> body) {
        return send(method, operation, path, body, Urgency.BULK);
    }

    Map<String, Object> send(String method, String operation, String path, Map<String, Object> body, Urgency urgency) {
        RequestBody json = RequestBody.create(objects.toJson(body), JSON);
        return call(operation, new Request.Builder().url(url(path)).method(method, json), urgency);
    }

    /** What is gone already is success. */
    void delete(String operation, String path) {
        try {
            call(operation, new Request.Builder().url(url(path)).delete(), Urgency.BULK);
        } catch (NotFound gone) {
            // That was wanted.
        }
    }

    private HttpUrl url(String path) {
        return base.newBuilder().addPathSegments(path).build();
    }

    // sample calls
    /**
     * The channel paces, names a broken connection, and bounds the answer; it repeats nothing, and neither do we. Whatever the
     * engine asks for takes one call, so that nothing was changed before it.
     */
    private Map<String, Object> call(String operation, Request.Builder request, Urgency urgency) {
        Request authorised = request.header("Authorization", "Bearer " + token).build();
        HttpCall call = new HttpCall(operation, "api", urgency, authorised).withNothingBefore();
        return channel.call(call, answer -> read(operation, answer));
    }
    // end

    private Map<String, Object> read(String operation, HttpAnswer answer) throws IOException {
        if (answer.status() == NOTHING) {
            return Map.of();
        }
        Map<String, Object> body = parse(operation, answer);
        if (answer.ok()) {
            return body;
        }
        throw fault(operation, answer, body);
    }

    private Map<String, Object> parse(String operation, HttpAnswer answer) throws IOException {
        try {
            Map<String, Object> body = objects.fromJson(Okio.buffer(Okio.source(answer.body())));
            return body == null ? Map.of() : body;
        } catch (JsonEncodingException | JsonDataException garbled) {
            if (!answer.ok()) {
                return Map.of();
            }
            // Without the cause: a parser's message may quote what it read.
            throw new ProtocolViolation(
                    system, "The directory: " + operation + ": the answer is not the JSON it should be");
        }
    }

    // sample faults
    private ConnectorException fault(String operation, HttpAnswer answer, Map<String, Object> body) {
        String what = "The directory: " + operation + ": ";
        @Nullable String attribute = body.get("field") instanceof String field ? field : null;
        return switch (answer.status()) {
            case 401 -> new CredentialsRejected(system, what + "the token is not accepted; make a new one");
            case 403 -> new PermissionMissing(system, what + "the token's role does not allow it; add the permission");
            case 404 -> new NotFound(system, what + "it is not there");
            case 409 -> new Conflict(system, attribute, what + "another has this " + attribute);
            case 422 -> new InvalidValue(system, attribute, what + "the value of " + attribute + " is refused");
            // The limit turns a call away before the directory looks at it, and whatever is asked for takes one call.
            case 429 -> later(what, answer).nothingDone();
            case 503 -> later(what, answer);
            default -> new ProtocolViolation(system, what + "unexpected status " + answer.status());
        };
    }

    private RetryLater later(String what, HttpAnswer answer) {
        Optional<Instant> when = RetryAfter.read(answer.headers(), answer.at());
        return new RetryLater(system, when.orElse(null), what + "it is busy; try again later");
    }
    // end
}
