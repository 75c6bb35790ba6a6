package dev.tenure.okta.internal.call;

import dev.tenure.okta.internal.wire.Acknowledgement;
import dev.tenure.okta.internal.wire.OktaGroup;
import dev.tenure.okta.internal.wire.OktaUser;
import dev.tenure.okta.internal.wire.ProfileNames;
import java.util.Set;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The calls about groups and their members, one method for each. Safe for use by several threads. */
public final class GroupCalls {

    private static final String READ_GROUPS = "scope okta.groups.read and an administrator role that may view groups";
    private static final String MANAGE_GROUPS =
            "scope okta.groups.manage and an administrator role that may manage groups";

    private final Caller caller;
    private final ProfileNames names = new ProfileNames();

    GroupCalls(Caller caller) {
        this.caller = caller;
    }

    /**
     * Lists the groups that fit a search.
     *
     * @param search the expression
     * @return the listing
     */
    public Paging<OktaGroup> list(String search) {
        Operation operation = Operation.of("listing of groups", "", Bucket.GROUPS, READ_GROUPS);
        HttpUrl first = caller.path("groups")
                .addQueryParameter("search", search)
                .addQueryParameter("limit", "200")
                .build();
        return caller.list(operation, first, OktaGroup::readAll);
    }

    /**
     * Reads a group as it is now.
     *
     * @param id the group's id
     * @return Okta's answer
     */
    public Answer<OktaGroup> read(String id) {
        Operation operation = Operation.of("reading group", id, Bucket.GROUP, READ_GROUPS);
        return caller.answer(caller.get(operation, group(id, null)), OktaGroup::read);
    }

    /**
     * Makes a group. Never sent twice.
     *
     * @param name its name
     * @param description its description
     * @return the group as Okta made it
     */
    public OktaGroup create(String name, String description) {
        Operation operation = Operation.of("creation of a group", "", Bucket.GROUPS, MANAGE_GROUPS)
                .sending(Set.of("name", "description"));
        return caller.read(
                caller.expect(caller.send(
                        operation, caller.path("groups").build(), "POST", OktaGroup.newGroup(name, description))),
                OktaGroup::read);
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
        caller.read(
                caller.expect(caller.send(operation, group(group.id(), null), "PUT", group.renamed(name))),
                Acknowledgement::read);
    }

    /**
     * Deletes a group.
     *
     * @param id the group's id
     * @return Okta's answer
     */
    public Answer<Boolean> delete(String id) {
        Operation operation = Operation.of("deletion of group", id, Bucket.GROUP, MANAGE_GROUPS);
        return caller.answer(caller.send(operation, group(id, null), "DELETE", null), Acknowledgement::read);
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
        return caller.list(operation, first, body -> OktaUser.readAll(body, names));
    }

    /**
     * Lists the groups that a user is in.
     *
     * @param user the user's id
     * @return the listing
     */
    public Paging<OktaGroup> ofUser(String user) {
        Operation operation = Operation.of("listing of the groups of user", user, Bucket.REST, READ_GROUPS);
        HttpUrl first = caller.path("users")
                .addPathSegment(user)
                .addPathSegment("groups")
                .build();
        return caller.list(operation, first, OktaGroup::readAll);
    }

    /**
     * Puts a user into a group or takes it out: the first call of what it is part of.
     *
     * @param group the group's id
     * @param user the user's id
     * @param in whether it is to be in
     * @return Okta's answer
     */
    public Answer<Boolean> membership(String group, String user, boolean in) {
        String name = in ? "adding a member to group" : "removing a member from group";
        Operation operation =
                Operation.of(name, group, Bucket.REST, MANAGE_GROUPS).first();
        HttpUrl url = group(group, "users").newBuilder().addPathSegment(user).build();
        return caller.answer(
                caller.send(operation, url, in ? "PUT" : "DELETE", in ? ByteString.EMPTY : null),
                Acknowledgement::read);
    }

    private HttpUrl group(String id, @Nullable String part) {
        HttpUrl.Builder url = caller.path("groups").addPathSegment(id);
        return part == null ? url.build() : url.addPathSegment(part).build();
    }
}
