package dev.tenure.okta.internal.call;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.okta.internal.wire.Acknowledgement;
import dev.tenure.okta.internal.wire.AppUser;
import dev.tenure.okta.internal.wire.ProfileJson;
import okhttp3.HttpUrl;

/** The calls about who is assigned to an application. Safe for use by several threads. */
public final class AppCalls {

    private static final String READ_APPS =
            "scope okta.apps.read and an administrator role that may view the application";
    private static final String MANAGE_APPS =
            "scope okta.apps.manage and an administrator role that may manage the application's users";

    private final Caller caller;

    AppCalls(Caller caller) {
        this.caller = caller;
    }

    /**
     * Reads how a user is assigned.
     *
     * @param app the application's id
     * @param user the user's id
     * @return Okta's answer
     */
    public Answer<AppUser> read(String app, String user) {
        Operation operation = Operation.of("reading an assignment to app", app, Bucket.APPS, READ_APPS);
        return caller.answer(caller.get(operation, assignment(app, user)), AppUser::read);
    }

    /**
     * Lists who is assigned.
     *
     * @param app the application's id
     * @return the listing
     */
    public Paging<AppUser> list(String app) {
        Operation operation = Operation.of("listing of the users of app", app, Bucket.APPS, READ_APPS);
        HttpUrl first = users(app).addQueryParameter("limit", "500").build();
        return caller.list(operation, first, AppUser::readAll);
    }

    /**
     * Assigns a user singly. Never sent twice.
     *
     * @param app the application's id
     * @param user the user's id
     * @param profile attributes of the application's own profile
     * @return Okta's answer
     */
    public Answer<AppUser> assign(String app, String user, Attributes profile) {
        Operation operation = Operation.of("assignment of a user to app", app, Bucket.APPS, MANAGE_APPS)
                .sending(profile.names());
        Reply reply = caller.send(operation, users(app).build(), "POST", ProfileJson.newAssignment(user, profile));
        return caller.answer(reply, AppUser::read);
    }

    /**
     * Changes some attributes of the application's profile of a user.
     *
     * @param app the application's id
     * @param user the user's id
     * @param profile what to set; null clears
     * @return Okta's answer
     */
    public Answer<AppUser> update(String app, String user, Attributes profile) {
        Operation operation = Operation.of("update of an assignment to app", app, Bucket.APPS, MANAGE_APPS)
                .sending(profile.names());
        Reply reply = caller.send(operation, assignment(app, user), "POST", ProfileJson.change(profile.asMap()));
        return caller.answer(reply, AppUser::read);
    }

    /**
     * Ends a single assignment.
     *
     * @param app the application's id
     * @param user the user's id
     * @return Okta's answer
     */
    public Answer<Boolean> unassign(String app, String user) {
        Operation operation = Operation.of("removal of a user from app", app, Bucket.APPS, MANAGE_APPS);
        return caller.answer(caller.send(operation, assignment(app, user), "DELETE", null), Acknowledgement::read);
    }

    private HttpUrl.Builder users(String app) {
        return caller.path("apps").addPathSegment(app).addPathSegment("users");
    }

    private HttpUrl assignment(String app, String user) {
        return users(app).addPathSegment(user).build();
    }
}
