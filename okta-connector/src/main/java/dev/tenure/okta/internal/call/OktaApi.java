package dev.tenure.okta.internal.call;

import dev.tenure.http.HttpCall;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.LimitReader;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.okta.internal.wire.MalformedAnswer;
import dev.tenure.okta.internal.wire.OktaError;
import dev.tenure.okta.internal.wire.OktaGroup;
import dev.tenure.okta.internal.wire.OktaUser;
import dev.tenure.okta.internal.wire.ProfileJson;
import dev.tenure.okta.internal.wire.SchemaProperty;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** One method for each call that the connector makes. Safe for use by several threads. */
public final class OktaApi {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final String READ_USERS = "scope okta.users.read and an administrator role that may view users";
    private static final String MANAGE_USERS =
            "scope okta.users.manage and an administrator role that may manage users";
    private static final String READ_GROUPS = "scope okta.groups.read and an administrator role that may view groups";
    private static final String MANAGE_GROUPS =
            "scope okta.groups.manage and an administrator role that may manage groups";
    private static final String READ_SCHEMA =
            "scope okta.schemas.read and an administrator role that may view the profile editor";

    private final HttpUrl org;
    private final HttpChannel channel;
    private final Authorization authorization;
    private final Faults faults;

    /**
     * Makes the calls of one target.
     *
     * @param target the target's name
     * @param org the organisation's address
     * @param channel through which calls go
     * @param authorization gives the credentials
     */
    public OktaApi(String target, HttpUrl org, HttpChannel channel, Authorization authorization) {
        this.org = org;
        this.channel = channel;
        this.authorization = authorization;
        this.faults = new Faults(target);
    }

    /**
     * Gives what reads Okta's limits from its headers.
     *
     * @return the reader
     */
    public static LimitReader limits() {
        return new OktaLimits();
    }

    /**
     * Reads a user as it is now.
     *
     * @param id the user's id
     * @return the user
     */
    public OktaUser user(String id) {
        return read(
                expect(get(Operation.of("reading user", id, Bucket.READ_USER, READ_USERS), user(id, ""))),
                OktaUser::read);
    }

    /**
     * Reads a user as it is now, ahead of waiting bulk calls.
     *
     * @param id the user's id
     * @return the user
     */
    public OktaUser userUrgently(String id) {
        Operation operation =
                Operation.of("reading user", id, Bucket.READ_USER, READ_USERS).urgent();
        return read(expect(get(operation, user(id, ""))), OktaUser::read);
    }

    /**
     * Lists the users that fit.
     *
     * @param parameter {@code filter} or {@code search}
     * @param expression what they must fit
     * @param pageSize how many at once
     * @return the listing
     */
    public Paging<OktaUser> users(String parameter, String expression, int pageSize) {
        Operation operation = Operation.of("listing of users", "", Bucket.USERS, READ_USERS);
        HttpUrl first = path("users")
                .addQueryParameter(parameter, expression)
                .addQueryParameter("limit", Integer.toString(pageSize))
                .build();
        return new Paging<>(this, org, first, url -> expect(get(operation, url)), OktaUser::readAll);
    }

    /**
     * Makes a user. Never sent twice.
     *
     * @param profile its attributes
     * @param userType the id of its user type, if not the default
     * @param activate whether Okta activates it at once, and sends its mail
     * @return the user as Okta made it
     */
    public OktaUser create(Attributes profile, Optional<String> userType, boolean activate) {
        Operation operation = Operation.of("creation of a user", "", Bucket.USERS, MANAGE_USERS)
                .sending(profile.names());
        HttpUrl url = path("users")
                .addQueryParameter("activate", Boolean.toString(activate))
                .build();
        return read(expect(send(operation, url, "POST", ProfileJson.newUser(profile, userType))), OktaUser::read);
    }

    /**
     * Changes some attributes of a user.
     *
     * @param id the user's id
     * @param values what to set; null clears
     * @return Okta's answer
     */
    public Answer<OktaUser> update(String id, Map<String, AttributeValue> values) {
        Operation operation = Operation.of("update of user", id, Bucket.WRITE_USER, MANAGE_USERS)
                .sending(values.keySet());
        Reply reply = send(operation, user(id, ""), "POST", ProfileJson.change(values));
        return answer(reply, OktaUser::read);
    }

    /**
     * Makes a lifecycle call.
     *
     * @param id the user's id
     * @param verb such as {@code suspend}
     * @param urgent whether it ends access, and goes first
     * @param sendEmail what the parameter of that name says, where the call has one
     * @return Okta's answer
     */
    public Answer<Boolean> lifecycle(String id, String verb, boolean urgent, Optional<Boolean> sendEmail) {
        Operation bulk = Operation.of(verb + " of user", id, Bucket.REST, MANAGE_USERS);
        HttpUrl.Builder url = user(id, "lifecycle").newBuilder().addPathSegment(verb);
        sendEmail.ifPresent(send -> url.addQueryParameter("sendEmail", Boolean.toString(send)));
        Reply reply = send(urgent ? bulk.urgent() : bulk, url.build(), "POST", ByteString.EMPTY);
        return answer(reply, body -> true);
    }

    /**
     * Deletes a user, or deactivates it if it is not yet.
     *
     * @param id the user's id
     * @return Okta's answer
     */
    public Answer<Boolean> deleteUser(String id) {
        Operation operation = Operation.of("deletion of user", id, Bucket.WRITE_USER, MANAGE_USERS);
        return answer(send(operation, user(id, ""), "DELETE", null), body -> true);
    }

    /**
     * Lists the groups that fit a search.
     *
     * @param search the expression
     * @return the listing
     */
    public Paging<OktaGroup> groups(String search) {
        Operation operation = Operation.of("listing of groups", "", Bucket.GROUPS, READ_GROUPS);
        HttpUrl first = path("groups")
                .addQueryParameter("search", search)
                .addQueryParameter("limit", "200")
                .build();
        return new Paging<>(this, org, first, url -> expect(get(operation, url)), OktaGroup::readAll);
    }

    /**
     * Reads a group as it is now.
     *
     * @param id the group's id
     * @return Okta's answer
     */
    public Answer<OktaGroup> group(String id) {
        Operation operation = Operation.of("reading group", id, Bucket.GROUP, READ_GROUPS);
        return answer(get(operation, group(id, null)), OktaGroup::read);
    }

    /**
     * Makes a group. Never sent twice.
     *
     * @param name its name
     * @return the group as Okta made it
     */
    public OktaGroup createGroup(String name) {
        Operation operation = Operation.of("creation of a group", "", Bucket.GROUPS, MANAGE_GROUPS)
                .sending(Set.of("name"));
        return read(expect(send(operation, path("groups").build(), "POST", OktaGroup.newGroup(name))), OktaGroup::read);
    }

    /**
     * Gives a group another name and keeps the rest of its profile.
     *
     * @param group the group as it is now
     * @param name its new name
     */
    public void rename(OktaGroup group, String name) {
        Operation operation = Operation.of("renaming of group", group.id(), Bucket.GROUP, MANAGE_GROUPS)
                .sending(Set.of("name"));
        expect(send(operation, group(group.id(), null), "PUT", group.renamed(name)));
    }

    /**
     * Deletes a group.
     *
     * @param id the group's id
     * @return Okta's answer
     */
    public Answer<Boolean> deleteGroup(String id) {
        Operation operation = Operation.of("deletion of group", id, Bucket.GROUP, MANAGE_GROUPS);
        return answer(send(operation, group(id, null), "DELETE", null), body -> true);
    }

    /**
     * Lists the members of a group.
     *
     * @param id the group's id
     * @return the listing
     */
    public Paging<OktaUser> members(String id) {
        Operation operation = Operation.of("listing of the members of group", id, Bucket.REST, READ_GROUPS);
        HttpUrl first = group(id, "users")
                .newBuilder()
                .addQueryParameter("limit", "200")
                .build();
        return new Paging<>(this, org, first, url -> expect(get(operation, url)), OktaUser::readAll);
    }

    /**
     * Puts a user into a group or takes it out.
     *
     * @param group the group's id
     * @param user the user's id
     * @param in whether it is to be in
     * @return Okta's answer
     */
    public Answer<Boolean> membership(String group, String user, boolean in) {
        String name = in ? "adding a member to group" : "removing a member from group";
        Operation operation = Operation.of(name, group, Bucket.REST, MANAGE_GROUPS);
        HttpUrl url = group(group, "users").newBuilder().addPathSegment(user).build();
        return answer(send(operation, url, in ? "PUT" : "DELETE", in ? ByteString.EMPTY : null), body -> true);
    }

    /**
     * Reads the user schema.
     *
     * @param schemaId {@code default}, or the id of a user type's schema
     * @return its attributes
     */
    public List<SchemaProperty> schema(String schemaId) {
        Operation operation = Operation.of("reading of the user schema", "", Bucket.REST, READ_SCHEMA);
        HttpUrl url = path("meta")
                .addPathSegments("schemas/user")
                .addPathSegment(schemaId)
                .build();
        return read(expect(get(operation, url)), SchemaProperty::readAll);
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

    private <T> Answer<T> answer(Reply reply, Parser<T> parser) {
        return reply.ok()
                ? new Answer<>(Optional.of(read(reply, parser)), false, Optional.empty())
                : new Answer<>(Optional.empty(), reply.mayBeForItsState(), Optional.of(reply.failure(faults)));
    }

    private Reply expect(Reply reply) {
        if (!reply.ok()) {
            throw reply.failure(faults);
        }
        return reply;
    }

    private Reply get(Operation operation, HttpUrl url) {
        return call(operation, url, UnaryOperator.identity());
    }

    private Reply send(Operation operation, HttpUrl url, String method, @Nullable ByteString body) {
        return call(operation, url, request -> request.method(method, body == null ? null : new OneShotBody(body)));
    }

    /** A call that was refused for its access token was not made: it is made with a new one, once. */
    private Reply call(Operation operation, HttpUrl url, UnaryOperator<Request.Builder> method) {
        String header = authorization.header();
        Reply reply = call(operation, url, method, header);
        return reply.status() == 401 && authorization.refused(header)
                ? call(operation, url, method, authorization.header())
                : reply;
    }

    private Reply call(Operation operation, HttpUrl url, UnaryOperator<Request.Builder> method, String header) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .header("Authorization", header);
        HttpCall call = new HttpCall(
                operation.name(),
                operation.bucket().name(),
                operation.urgency(),
                method.apply(request).build());
        return channel.call(call, answer -> {
            Buffer body = new Buffer();
            body.writeAll(Okio.source(answer.body()));
            OktaError error = answer.ok() ? new OktaError("", "", List.of()) : OktaError.read(body);
            return new Reply(operation, answer.status(), answer.headers(), body, error, answer.at());
        });
    }

    private HttpUrl.Builder path(String collection) {
        return org.newBuilder().addPathSegments("api/v1").addPathSegment(collection);
    }

    private HttpUrl user(String id, String part) {
        HttpUrl.Builder url = path("users").addPathSegment(id);
        return part.isEmpty() ? url.build() : url.addPathSegment(part).build();
    }

    private HttpUrl group(String id, @Nullable String part) {
        HttpUrl.Builder url = path("groups").addPathSegment(id);
        return part == null ? url.build() : url.addPathSegment(part).build();
    }

    /** A body that OkHttp does not send a second time by itself when a connection breaks. */
    private static final class OneShotBody extends RequestBody {

        private final ByteString bytes;

        OneShotBody(ByteString bytes) {
            this.bytes = bytes;
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return bytes.size();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
