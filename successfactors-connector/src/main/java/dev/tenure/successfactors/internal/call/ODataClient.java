package dev.tenure.successfactors.internal.call;

import dev.tenure.http.HttpAnswer;
import dev.tenure.http.HttpCall;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.Urgency;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.successfactors.internal.wire.Answer;
import dev.tenure.successfactors.internal.wire.Json;
import dev.tenure.successfactors.internal.wire.Metadata;
import dev.tenure.successfactors.internal.wire.UnreadableAnswerException;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Calls one tenant's OData service. Safe for use by several threads. */
public final class ODataClient {

    private static final String BUCKET = "successfactors";
    private static final MediaType JSON = MediaType.get("application/json; charset=UTF-8");
    private static final long LONGEST_ERROR = 256L << 10;

    private final String system;
    private final HttpUrl service;
    private final SignIn signIn;
    private final HttpChannel channel;
    private final Faults faults;
    private final Session session = new Session();

    /**
     * Makes a client.
     *
     * @param system the source's name, for messages
     * @param service the address of the service, such as {@code https://HOST/odata/v2}
     * @param signIn how to show who asks
     * @param channel makes the calls
     */
    public ODataClient(String system, HttpUrl service, SignIn signIn, HttpChannel channel) {
        this.system = system;
        this.service = service;
        this.signIn = signIn;
        this.channel = channel;
        this.faults = new Faults(system);
    }

    /**
     * Gives the source's name.
     *
     * @return the name, for messages
     */
    public String system() {
        return system;
    }

    /**
     * Builds the address of a query.
     *
     * @param path the entity, with its key where it has one
     * @param parameters the options, in order
     * @return the address
     */
    public HttpUrl address(String path, Map<String, String> parameters) {
        HttpUrl.Builder url = service.newBuilder().addPathSegments(path).addQueryParameter("$format", "json");
        parameters.forEach(url::addQueryParameter);
        return url.build();
    }

    /**
     * Asks for records.
     *
     * @param operation what is asked
     * @param url the address
     * @return the answer
     */
    public Answer get(Operation operation, HttpUrl url) {
        return call(operation, url, null, this::answer);
    }

    /**
     * Asks what time it is there, by a question that costs little.
     *
     * @return the server's time; ours where it does not say
     */
    public Instant serverTime() {
        HttpUrl url = address("PerPerson", Map.of("$select", "personIdExternal", "$top", "1"));
        return call(Operation.PEOPLE, url, null, (operation, answer) -> {
            answer(operation, answer);
            return Optional.ofNullable(answer.headers().getInstant("Date")).orElse(answer.at());
        });
    }

    /**
     * Asks what entities have.
     *
     * @param entities the entities
     * @return their properties and navigations
     */
    public Metadata metadata(Collection<String> entities) {
        HttpUrl url = service.newBuilder()
                .addPathSegment(String.join(",", entities))
                .addPathSegment("$metadata")
                .build();
        return call(Operation.METADATA, url, null, (operation, answer) -> {
            ByteString body = Okio.buffer(Okio.source(answer.body())).readByteString();
            try {
                return Metadata.parse(body);
            } catch (UnreadableAnswerException unreadable) {
                throw faults.violation(operation, "the answer cannot be read: " + unreadable.getMessage());
            }
        });
    }

    /**
     * Writes records.
     *
     * @param records the records, each with its {@code __metadata}
     * @throws dev.tenure.lifecycle.failure.InvalidValue if one is refused; the others are written (rule E1)
     */
    public void upsert(List<Map<String, @Nullable Object>> records) {
        call(Operation.WRITE_BACK, upsertAddress(), Json.write(records), (operation, answer) -> {
            Answer outcomes = answer(operation, answer);
            Verdict verdict = Verdict.ofSuccess(outcomes);
            if (!outcomes.upsert() || outcomes.rows().size() != records.size()) {
                throw faults.violation(operation, "the answer does not say what became of every record");
            }
            if (verdict.outcome() != Outcome.OK) {
                throw faults.refused(operation, verdict, entities(records));
            }
            return outcomes;
        });
    }

    /**
     * Gives the address of upserts.
     *
     * @return the address: what is not named in a record stays as it is
     */
    public HttpUrl upsertAddress() {
        return service.newBuilder()
                .addPathSegment("upsert")
                .encodedQuery("$format=json&purgeType=incremental")
                .build();
    }

    /** Makes something of an answer that is a success. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(Operation operation, HttpAnswer answer) throws IOException;
    }

    private static String entities(List<Map<String, @Nullable Object>> records) {
        return String.join(
                ", ",
                records.stream()
                        .map(record -> record.get("__metadata") instanceof Map<?, ?> metadata
                                ? String.valueOf(metadata.get("uri"))
                                : "")
                        .toList());
    }

    /** A session that is over, or a token, is replaced once; then what the server says stands (rule E3). */
    private <T> T call(Operation operation, HttpUrl url, @Nullable ByteString body, Reader<T> reader) {
        String authorization = signIn.authorization();
        Request.Builder request = request(url, body, authorization);
        boolean inSession = session.addTo(request);
        try {
            return exchange(operation, request.build(), reader);
        } catch (CredentialsRejected | PermissionMissing refused) {
            session.forget();
            boolean rejected = refused instanceof CredentialsRejected;
            boolean another = rejected && signIn.refused(authorization);
            if (!another && !inSession) {
                throw refused;
            }
            return exchange(
                    operation, request(url, body, signIn.authorization()).build(), reader);
        }
    }

    private static Request.Builder request(HttpUrl url, @Nullable ByteString body, String authorization) {
        Request.Builder request = new Request.Builder().url(url).header("Authorization", authorization);
        // Metadata come as XML only, and asking for JSON is refused.
        boolean metadata = url.pathSegments().contains("$metadata");
        request.header("Accept", metadata ? "application/xml" : "application/json");
        return body == null ? request : request.post(RequestBody.create(body, JSON));
    }

    private <T> T exchange(Operation operation, Request request, Reader<T> reader) {
        HttpCall call = new HttpCall(operation.label(), BUCKET, Urgency.BULK, request);
        return channel.call(call, answer -> {
            if (!answer.ok()) {
                throw fault(operation, answer);
            }
            session.learn(answer.headers());
            return reader.read(operation, answer);
        });
    }

    private Answer answer(Operation operation, HttpAnswer answer) throws IOException {
        try {
            return Answer.of(Json.read(Okio.buffer(Okio.source(answer.body()))));
        } catch (UnreadableAnswerException unreadable) {
            throw faults.violation(operation, "the answer cannot be read: " + unreadable.getMessage());
        }
    }

    private ConnectorException fault(Operation operation, HttpAnswer answer) throws IOException {
        Buffer body = new Buffer();
        try (BufferedSource source = Okio.buffer(Okio.source(answer.body()))) {
            while (body.size() < LONGEST_ERROR && source.read(body, LONGEST_ERROR - body.size()) >= 0) {
                // Read on: a body that is longer than any error counts by its beginning.
            }
        }
        Verdict verdict = Verdict.ofFailure(answer.status(), answer.headers(), body.readByteString(), answer.at());
        return faults.of(operation, answer.status(), verdict);
    }

    ConnectorException violation(Operation operation, String why) {
        return faults.violation(operation, why);
    }

    HttpUrl service() {
        return service;
    }
}
