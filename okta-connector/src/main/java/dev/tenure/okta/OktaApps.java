package dev.tenure.okta;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.okta.internal.call.Answer;
import dev.tenure.okta.internal.call.AppCalls;
import dev.tenure.okta.internal.call.Paging;
import dev.tenure.okta.internal.wire.AppUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is assigned to which application of the organisation. Most organisations assign by group, which needs none of this;
 * it is for single assignments. Deactivating an account ends its assignments. Safe for use by several threads; every method
 * may throw any {@link dev.tenure.lifecycle.failure.ConnectorException}.
 */
public final class OktaApps {

    private final String target;
    private final AppCalls apps;

    OktaApps(String target, AppCalls apps) {
        this.target = target;
        this.apps = apps;
    }

    /**
     * Reads how an account is assigned.
     *
     * @param app the application's id
     * @param account the account
     * @return the assignment; empty if there is none
     */
    public Optional<AppAssignment> find(String app, AccountRef account) {
        Answer<AppUser> answer = apps.read(app, idOf(account));
        return answer.isNotFound() ? Optional.empty() : Optional.of(assignment(answer.orThrow()));
    }

    /**
     * Reads who is assigned, singly or through a group.
     *
     * @param app the application's id
     * @return the assignments
     * @throws dev.tenure.lifecycle.failure.NotFound if there is no such application
     */
    public List<AppAssignment> assigned(String app) {
        List<AppAssignment> all = new ArrayList<>();
        Paging<AppUser> pages = apps.list(app);
        for (Optional<List<AppUser>> page = pages.next(); page.isPresent(); page = pages.next()) {
            page.get().forEach(user -> all.add(assignment(user)));
        }
        return all;
    }

    /**
     * Assigns an account, and sends what is to be set in the application's own profile. Who is assigned already, singly or
     * through a group, stays so, and only the profile is sent. Called again it changes nothing.
     *
     * @param app the application's id
     * @param account the account, not deactivated
     * @param profile attributes of the application's profile, often none: leave out what a mapping of the application sets
     * @return the assignment as Okta has it
     * @throws dev.tenure.lifecycle.failure.NotFound if the application or the account is gone
     * @throws dev.tenure.lifecycle.failure.InvalidValue if Okta refuses a value, or the account is deactivated
     */
    public AppAssignment assign(String app, AccountRef account, Attributes profile) {
        String user = idOf(account);
        Answer<AppUser> present = apps.read(app, user);
        if (present.isNotFound()) {
            Answer<AppUser> made = apps.assign(app, user, profile);
            boolean raced = made.failure().filter(Conflict.class::isInstance).isPresent();
            if (!raced) {
                return assignment(made.orThrow());
            }
            present = apps.read(app, user);
        }
        AppUser there = present.orThrow();
        return assignment(
                profile.names().isEmpty()
                        ? there
                        : apps.update(app, user, profile).orThrow());
    }

    /**
     * Ends a single assignment, and with it, where the application is provisioned, the account there. Who is not assigned
     * is success.
     *
     * @param app the application's id
     * @param account the account
     * @throws Conflict if the account is assigned through a group: it has to leave the group
     */
    public void unassign(String app, AccountRef account) {
        String user = idOf(account);
        Answer<AppUser> present = apps.read(app, user);
        if (present.isNotFound()) {
            return;
        }
        if (assignment(present.orThrow()).throughGroup()) {
            throw new Conflict(
                    target,
                    null,
                    "Okta's user " + user + " is assigned to app " + app
                            + " through a group; take the user out of that group, or the group off the app");
        }
        Answer<Boolean> answer = apps.unassign(app, user);
        if (!answer.isNotFound()) {
            answer.orThrow();
        }
    }

    private String idOf(AccountRef account) {
        return OktaTarget.idOf(target, account);
    }

    private AppAssignment assignment(AppUser user) {
        return new AppAssignment(
                new AccountRef(target, user.id()),
                user.scope().equals("GROUP"),
                user.status(),
                user.syncState(),
                user.externalId());
    }
}
