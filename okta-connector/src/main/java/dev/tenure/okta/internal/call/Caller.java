package dev.tenure.okta.internal.call;

import dev.tenure.http.HttpCall;
import dev.tenure.http.HttpChannel;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.okta.internal.wire.MalformedAnswer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Sends a request with its credentials and reads the answer. Safe for use by several threads. */
final class Caller {

    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpUrl org;
    private final HttpUrl api;
    private final HttpChannel channel;
    private final Authorization authorization;
    private final Faults faults;

    Caller(String target, HttpUrl org, HttpChannel channel, Authorization authorization) {
        this.org = org;
        this.api = org.newBuilder().addPathSegments("api/v1").build();
        this.channel = channel;
        this.authorization = authorization;
        this.faults = new Faults(target);
    }

    /** Reads the body of an answer. */
    @FunctionalInterface
    interface Parser<T> {
        T read(Buffer body) throws MalformedAnswer;
    }

    <T> T read(Reply reply, Parser<T> parser) {
        try {
            return parser.read(reply.body());
        } catch (MalformedAnswer malformed) {
            throw faults.malformed(reply.operation(), String.valueOf(malformed.getMessage()));
        }
    }

    ConnectorException malformed(Operation operation, String what) {
        return faults.malformed(operation, what);
    }

    <T> Answer<T> answer(Reply reply, Parser<T> parser) {
        return reply.ok()
                ? new Answer<>(Optional.of(read(reply, parser)), false, Optional.empty())
                : new Answer<>(Optional.empty(), reply.mayBeForItsState(), Optional.of(reply.failure(faults)));
    }

    Reply expect(Reply reply) {
        if (!reply.ok()) {
            throw reply.failure(faults);
        }
        return reply;
    }

    Reply get(Operation operation, HttpUrl url) {
        return call(operation, url, UnaryOperator.identity());
    }

    Reply send(Operation operation, HttpUrl url, String method, @Nullable ByteString body) {
        return call(
                operation,
                url,
                request -> request.method(method, body == null ? null : RequestBody.create(body, JSON)));
    }

    /** A call that was refused for its access token was not made: it is made with a new one, once. */
    private Reply call(Operation operation, HttpUrl url, UnaryOperator<Request.Builder> method) {
        Request.Builder request = method.apply(new Request.Builder().url(url).header("Accept", "application/json"));
        Authorization.Signed first = sign(operation, request);
        Reply reply = call(operation, first.request());
        return reply.status() == 401 && authorization.refused(first.credential())
                ? call(operation, sign(operation, request).request())
                : reply;
    }

    private Authorization.Signed sign(Operation operation, Request.Builder request) {
        try {
            return authorization.sign(request);
        } catch (ConnectorException noToken) {
            throw operation.nothingBefore() ? noToken.nothingDone() : noToken;
        }
    }

    private Reply call(Operation operation, Request request) {
        HttpCall call = new HttpCall(operation.name(), operation.bucket().name(), operation.urgency(), request);
        return channel.call(
                operation.nothingBefore() ? call.withNothingBefore() : call, answer -> Reply.of(operation, answer));
    }

    HttpUrl.Builder path(String collection) {
        return api.newBuilder().addPathSegment(collection);
    }

    <T> Paging<T> list(Operation operation, HttpUrl first, Parser<List<T>> reader) {
        return new Paging<>(this, org, operation, first, reader);
    }
}
