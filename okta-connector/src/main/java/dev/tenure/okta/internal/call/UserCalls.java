package dev.tenure.okta.internal.call;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.okta.internal.wire.Acknowledgement;
import dev.tenure.okta.internal.wire.OktaUser;
import dev.tenure.okta.internal.wire.ProfileJson;
import dev.tenure.okta.internal.wire.ProfileNames;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okio.ByteString;

/** The calls about users, one method for each. Safe for use by several threads. */
public final class UserCalls {

    private static final String READ_USERS = "scope okta.users.read and an administrator role that may view users";
    private static final String MANAGE_USERS =
            "scope okta.users.manage and an administrator role that may manage users";

    private final Caller caller;
    private final ProfileNames names = new ProfileNames();
    private final HttpUrl active;
    private final HttpUrl staged;

    UserCalls(Caller caller) {
        this.caller = caller;
        this.active = newUser(caller, true);
        this.staged = newUser(caller, false);
    }

    private static HttpUrl newUser(Caller caller, boolean activate) {
        return caller.path("users")
                .addQueryParameter("activate", Boolean.toString(activate))
                .build();
    }

    /**
     * Reads a user as it is now.
     *
     * @param id the user's id
     * @return the user
     */
    public OktaUser read(String id) {
        return read(Operation.of("reading user", id, Bucket.READ_USER, READ_USERS), id);
    }

    /**
     * Reads a user as it is now, ahead of waiting bulk calls.
     *
     * @param id the user's id
     * @return the user
     */
    public OktaUser readUrgently(String id) {
        return read(
                Operation.of("reading user", id, Bucket.READ_USER, READ_USERS).urgent(), id);
    }

    /**
     * Lists the users that fit.
     *
     * @param parameter {@code filter} or {@code search}
     * @param expression what they must fit
     * @param pageSize how many at once
     * @return the listing
     */
    public Paging<OktaUser> list(String parameter, String expression, int pageSize) {
        Operation operation = Operation.of("listing of users", "", Bucket.USERS, READ_USERS);
        HttpUrl first = caller.path("users")
                .addQueryParameter(parameter, expression)
                .addQueryParameter("limit", Integer.toString(pageSize))
                .build();
        return caller.list(operation, first, body -> OktaUser.readAll(body, names));
    }

    /**
     * Makes a user. Never sent twice, and the first call of what it is part of.
     *
     * @param profile its attributes
     * @param userType the id of its user type, if not the default
     * @param activate whether Okta activates it at once, and sends its mail
     * @return the user as Okta made it
     */
    public OktaUser create(Attributes profile, Optional<String> userType, boolean activate) {
        Operation operation = Operation.of("creation of a user", "", Bucket.USERS, MANAGE_USERS)
                .sending(profile.names())
                .first();
        Reply reply =
                caller.send(operation, activate ? active : staged, "POST", ProfileJson.newUser(profile, userType));
        return caller.read(caller.expect(reply), body -> OktaUser.read(body, names));
    }

    /**
     * Changes some attributes of a user: the first call of what it is part of.
     *
     * @param id the user's id
     * @param values what to set; null clears
     * @return Okta's answer
     */
    public Answer<OktaUser> update(String id, Map<String, AttributeValue> values) {
        Operation operation = Operation.of("update of user", id, Bucket.WRITE_USER, MANAGE_USERS)
                .sending(values.keySet())
                .first();
        Reply reply = caller.send(operation, user(id, ""), "POST", ProfileJson.change(values));
        return caller.answer(reply, body -> OktaUser.read(body, names));
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
        Reply reply = caller.send(urgent ? bulk.urgent() : bulk, url.build(), "POST", ByteString.EMPTY);
        return caller.answer(reply, Acknowledgement::read);
    }

    /**
     * Deletes a user, or deactivates it if it is not yet.
     *
     * @param id the user's id
     * @return Okta's answer
     */
    public Answer<Boolean> delete(String id) {
        Operation operation = Operation.of("deletion of user", id, Bucket.WRITE_USER, MANAGE_USERS);
        return caller.answer(caller.send(operation, user(id, ""), "DELETE", null), Acknowledgement::read);
    }

    /**
     * Ends what the user is signed in with: sessions, and the tokens that applications refresh.
     *
     * @param id the user's id
     * @return Okta's answer
     */
    public Answer<Boolean> endSessions(String id) {
        Operation operation = Operation.of("ending of the sessions of user", id, Bucket.REST, MANAGE_USERS)
                .urgent();
        HttpUrl url = user(id, "sessions")
                .newBuilder()
                .addQueryParameter("oauthTokens", "true")
                .build();
        return caller.answer(caller.send(operation, url, "DELETE", null), Acknowledgement::read);
    }

    private OktaUser read(Operation operation, String id) {
        return caller.read(caller.expect(caller.get(operation, user(id, ""))), body -> OktaUser.read(body, names));
    }

    private HttpUrl user(String id, String part) {
        HttpUrl.Builder url = caller.path("users").addPathSegment(id);
        return part.isEmpty() ? url.build() : url.addPathSegment(part).build();
    }
}
