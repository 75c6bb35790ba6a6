package dev.tenure.scim.internal.call;

import dev.tenure.http.HttpCall;
import dev.tenure.http.HttpChannel;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.scim.internal.wire.BulkOperation;
import dev.tenure.scim.internal.wire.Json;
import dev.tenure.scim.internal.wire.ListAnswer;
import dev.tenure.scim.internal.wire.MalformedAnswer;
import dev.tenure.scim.internal.wire.PatchOperation;
import dev.tenure.scim.internal.wire.Resource;
import dev.tenure.scim.internal.wire.SchemaAttribute;
import dev.tenure.scim.internal.wire.ScimError;
import dev.tenure.scim.internal.wire.ServiceConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** One method for each call that the connector makes. Safe for use by several threads. */
public final class ScimApi {

    private static final String BUCKET = "SCIM";

    private final HttpUrl base;
    private final HttpChannel channel;
    private final Supplier<String> authorization;
    private final MediaType bodyType;
    private final Faults faults;

    /**
     * Makes the calls of one target.
     *
     * @param target the target's name
     * @param base the base address of the service
     * @param channel through which calls go
     * @param authorization gives the value of the {@code Authorization} header, for each call anew
     * @param bodyType what bodies are said to be
     */
    public ScimApi(
            String target, HttpUrl base, HttpChannel channel, Supplier<String> authorization, MediaType bodyType) {
        this.base = base;
        this.channel = channel;
        this.authorization = authorization;
        this.bodyType = bodyType;
        this.faults = new Faults(target);
    }

    /**
     * Reads what the service announces.
     *
     * @return its configuration
     */
    public Answer<ServiceConfig> config() {
        Operation operation = Operation.of("reading of the ServiceProviderConfig", "");
        return answer(get(operation, url("ServiceProviderConfig").build()), ServiceConfig::read);
    }

    /**
     * Reads the schemas.
     *
     * @return the schemas
     */
    public Answer<List<SchemaAttribute.Schema>> schemas() {
        Operation operation = Operation.of("reading of the Schemas", "");
        return answer(get(operation, url("Schemas").build()), SchemaAttribute::readAll);
    }

    /**
     * Reads which extensions users have.
     *
     * @return their URNs
     */
    public Answer<List<String>> userExtensions() {
        Operation operation = Operation.of("reading of the ResourceTypes", "");
        return answer(get(operation, url("ResourceTypes").build()), SchemaAttribute::userExtensions);
    }

    /**
     * Reads a user or group as it is now.
     *
     * @param kind users or groups
     * @param id its id
     * @return the resource
     */
    public Answer<Resource> resource(Kind kind, String id) {
        Operation operation = Operation.of("reading of " + kind.one(), id);
        return resource(get(operation, url(kind.path()).addPathSegment(id).build()));
    }

    /**
     * Starts a listing.
     *
     * @param query what is asked for
     * @param byCursor whether it is paged by cursor
     * @return the listing
     */
    public Paging list(Query query, boolean byCursor) {
        return new Paging(this, query, byCursor);
    }

    /**
     * Makes a user or group. Never sent twice, and the first call of what it is part of.
     *
     * @param kind users or groups
     * @param body the resource
     * @param attributes the names of the attributes that it holds
     * @return the resource as the service made it
     */
    public Answer<Resource> create(Kind kind, Map<String, @Nullable Object> body, Set<String> attributes) {
        Operation operation = Operation.of("creation of a " + kind.one(), "")
                .sending(attributes)
                .first();
        return resource(send(operation, url(kind.path()).build(), "POST", body, Optional.empty()));
    }

    /**
     * Patches a user or group.
     *
     * @param change what is changed and how
     * @param operations at least one
     * @return the resource as it is now, if the service says
     */
    public Answer<Resource> patch(Change change, List<PatchOperation> operations) {
        return changed(change, "PATCH", PatchOperation.body(operations));
    }

    /**
     * Replaces a user or group.
     *
     * @param change what is changed and how
     * @param body the whole resource
     * @return the resource as it is now, if the service says
     */
    public Answer<Resource> put(Change change, Map<String, @Nullable Object> body) {
        return changed(change, "PUT", body);
    }

    /**
     * Deletes a user or group.
     *
     * @param kind users or groups
     * @param id its id
     * @return whether it failed
     */
    public Answer<Resource> delete(Kind kind, String id) {
        Operation operation = Operation.of("deletion of " + kind.one(), id);
        HttpUrl url = url(kind.path()).addPathSegment(id).build();
        return answer(send(operation, url, "DELETE", null, Optional.empty()), body -> null);
    }

    /**
     * Makes several changes in one call. Each of them is answered by itself.
     *
     * @param what what they amount to, such as {@code deletion of a user and its memberships}
     * @param operations what is done, in order
     * @return the status of each, in order
     */
    public Answer<List<Integer>> bulk(String what, List<BulkOperation> operations) {
        HttpUrl url = url("Bulk").build();
        Reply reply = send(Operation.of(what, ""), url, "POST", BulkOperation.body(operations), Optional.empty());
        return answer(reply, BulkOperation::statuses);
    }

    Answer<ListAnswer> page(Query query, Optional<Long> start, Optional<String> cursor) {
        Operation operation = Operation.of("listing of " + query.kind().one() + "s", "");
        HttpUrl.Builder url = url(query.kind().path());
        query.filter().ifPresent(filter -> url.addQueryParameter("filter", filter));
        query.excluded().ifPresent(excluded -> url.addQueryParameter("excludedAttributes", excluded));
        start.ifPresent(index -> url.addQueryParameter("startIndex", Long.toString(index)));
        cursor.ifPresent(place -> url.addQueryParameter("cursor", place));
        url.addQueryParameter("count", Integer.toString(query.count()));
        return answer(get(operation, url.build()), ListAnswer::read);
    }

    ConnectorException malformed(Operation operation, String what) {
        return faults.malformed(operation, what);
    }

    /** Reads the body of an answer; null where it has none. */
    @FunctionalInterface
    private interface Parser<T> {
        @Nullable
        T read(Buffer body) throws MalformedAnswer;
    }

    private Answer<Resource> changed(Change change, String method, Map<String, @Nullable Object> body) {
        Operation bulk = Operation.of(change.verb() + " of " + change.kind().one(), change.id())
                .sending(change.attributes());
        Operation paced = change.urgent() ? bulk.urgent() : bulk;
        Operation operation = change.nothingBefore() ? paced.first() : paced;
        HttpUrl url = url(change.kind().path()).addPathSegment(change.id()).build();
        return resource(send(operation, url, method, body, change.version()));
    }

    private Answer<Resource> resource(Reply reply) {
        Optional<String> tag = Optional.ofNullable(reply.headers().get("ETag"));
        return answer(
                reply, body -> body.exhausted() ? null : Resource.read(body).withVersion(tag));
    }

    private <T> Answer<T> answer(Reply reply, Parser<T> parser) {
        if (!reply.ok()) {
            return new Answer<>(Optional.empty(), reply.status(), reply.error().type(), Optional.of(faults.of(reply)));
        }
        try {
            return new Answer<>(Optional.ofNullable(parser.read(reply.body())), reply.status(), "", Optional.empty());
        } catch (MalformedAnswer malformed) {
            throw faults.malformed(reply.operation(), String.valueOf(malformed.getMessage()));
        }
    }

    private Reply get(Operation operation, HttpUrl url) {
        return call(operation, request().url(url));
    }

    private Reply send(
            Operation operation,
            HttpUrl url,
            String method,
            @Nullable Map<String, @Nullable Object> body,
            Optional<String> version) {
        Request.Builder request =
                request().url(url).method(method, body == null ? null : RequestBody.create(Json.write(body), bodyType));
        version.ifPresent(tag -> request.header("If-Match", tag));
        return call(operation, request);
    }

    private Request.Builder request() {
        return new Request.Builder()
                .header("Accept", "application/scim+json, application/json")
                .header("Authorization", authorization.get());
    }

    private Reply call(Operation operation, Request.Builder request) {
        HttpCall call = new HttpCall(operation.name(), BUCKET, operation.urgency(), request.build());
        return channel.call(operation.nothingBefore() ? call.withNothingBefore() : call, answer -> {
            Buffer body = new Buffer();
            body.writeAll(Okio.source(answer.body()));
            ScimError error = answer.ok() ? ScimError.NONE : ScimError.read(body);
            return new Reply(operation, answer.status(), answer.headers(), body, error, answer.at());
        });
    }

    private HttpUrl.Builder url(String endpoint) {
        return base.newBuilder().addPathSegment(endpoint);
    }
}
