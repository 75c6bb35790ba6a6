package dev.tenure.okta.internal.call;

import dev.tenure.http.HttpChannel;
import dev.tenure.http.LimitReader;
import okhttp3.HttpUrl;

/** The calls that the connector makes, by what they are about. Immutable; safe for use by several threads. */
public final class OktaApi {

    private final UserCalls users;
    private final GroupCalls groups;
    private final AppCalls apps;
    private final SchemaCalls schemas;

    /**
     * Makes the calls of one target.
     *
     * @param target the target's name
     * @param org the organisation's address
     * @param channel through which calls go
     * @param authorization gives the credentials
     */
    public OktaApi(String target, HttpUrl org, HttpChannel channel, Authorization authorization) {
        Caller caller = new Caller(target, org, channel, authorization);
        this.users = new UserCalls(caller);
        this.groups = new GroupCalls(caller);
        this.apps = new AppCalls(caller);
        this.schemas = new SchemaCalls(caller);
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
     * Gives the calls about users.
     *
     * @return the calls
     */
    public UserCalls users() {
        return users;
    }

    /**
     * Gives the calls about groups.
     *
     * @return the calls
     */
    public GroupCalls groups() {
        return groups;
    }

    /**
     * Gives the calls about who is assigned to applications.
     *
     * @return the calls
     */
    public AppCalls apps() {
        return apps;
    }

    /**
     * Gives the calls about user types and their schemas.
     *
     * @return the calls
     */
    public SchemaCalls schemas() {
        return schemas;
    }
}
