package dev.tenure.okta;

import dev.tenure.http.CallListener;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.Secret;
import dev.tenure.http.ServiceUrl;
import dev.tenure.http.Waiter;
import dev.tenure.okta.internal.call.Authorization;
import dev.tenure.okta.internal.call.OktaApi;
import dev.tenure.okta.internal.call.ServiceAppToken;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a target. Not for use by several threads. */
public final class OktaTargetBuilder {

    private static final int LARGEST_PAGE = 200;

    final HttpUrl org;
    String name = "okta";
    private @Nullable Secret token;
    private @Nullable OktaServiceApp serviceApp;
    InstantSource clock = InstantSource.system();
    private @Nullable Waiter waiter;
    private @Nullable OkHttpClient client;
    private CallListener listener = event -> {};
    private double share = 0.8;
    private int maxConcurrency = 16;
    int pageSize = LARGEST_PAGE;
    ActivationMail mail = ActivationMail.FOR_NEW_ACCOUNTS;

    @Nullable
    String userType;

    List<String> keys = List.of("login", "email");
    boolean groups = true;
    boolean adoptGroups;

    OktaTargetBuilder(String org) {
        this.org = ServiceUrl.parse("org", org);
        if (!this.org.encodedPath().equals("/")) {
            throw new IllegalArgumentException(
                    "Setting 'org' holds a path; end it with the host, such as https://example.okta.com");
        }
        if (this.org.host().endsWith("-admin.okta.com") || this.org.host().endsWith("-admin.oktapreview.com")) {
            throw new IllegalArgumentException("Setting 'org' is the address of the Admin Console; leave out '-admin'");
        }
    }

    /**
     * Sets the API token. It acts as the administrator who made it.
     *
     * @param value the token, without a scheme
     * @return this builder
     * @throws IllegalArgumentException if it is blank or holds a character that no header may hold
     */
    public OktaTargetBuilder token(String value) {
        this.token = Secret.token("token", value.strip());
        return this;
    }

    /**
     * Sets the service app by which access tokens are got, in place of an API token.
     *
     * @param value the service app
     * @return this builder
     */
    public OktaTargetBuilder serviceApp(OktaServiceApp value) {
        this.serviceApp = Objects.requireNonNull(value, "serviceApp");
        return this;
    }

    /**
     * Sets the target's name. By default {@code okta}.
     *
     * @param value the name, not blank; it must stay the same for as long as a store is used with it
     * @return this builder
     */
    public OktaTargetBuilder name(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Setting 'name' is empty; give the target a name");
        }
        this.name = value;
        return this;
    }

    /**
     * Sets what time it is. By default the machine's clock.
     *
     * @param value the clock
     * @return this builder
     */
    public OktaTargetBuilder clock(InstantSource value) {
        this.clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Sets what lets time pass while a call waits for its turn. By default the thread sleeps.
     *
     * @param value the waiter
     * @return this builder
     */
    public OktaTargetBuilder waiter(Waiter value) {
        this.waiter = Objects.requireNonNull(value, "waiter");
        return this;
    }

    /**
     * Takes proxy, timeouts, trust and connections from a host's client. By default there is a client of its own.
     *
     * @param value the host's client
     * @return this builder
     */
    public OktaTargetBuilder client(OkHttpClient value) {
        this.client = Objects.requireNonNull(value, "client");
        return this;
    }

    /**
     * Sets who hears of every call. By default nobody does.
     *
     * @param value the listener
     * @return this builder
     */
    public OktaTargetBuilder listener(CallListener value) {
        this.listener = Objects.requireNonNull(value, "listener");
        return this;
    }

    /**
     * Sets the part of each of Okta's rate limits to take. By default 0.8 (rule S8).
     *
     * @param value above 0 and at most 1
     * @return this builder
     */
    public OktaTargetBuilder share(double value) {
        this.share = value;
        return this;
    }

    /**
     * Sets how many calls may be under way at once. By default 16; an organisation allows 75 to all its callers
     * together, a free one 35.
     *
     * @param value at least 1
     * @return this builder
     */
    public OktaTargetBuilder maxConcurrency(int value) {
        this.maxConcurrency = value;
        return this;
    }

    /**
     * Sets how many users a page holds. By default 200.
     *
     * @param value from 1 to 200
     * @return this builder
     */
    public OktaTargetBuilder pageSize(int value) {
        if (value < 1 || value > LARGEST_PAGE) {
            throw new IllegalArgumentException("Setting 'pageSize' is " + value + "; give 1 to " + LARGEST_PAGE);
        }
        this.pageSize = value;
        return this;
    }

    /**
     * Sets when Okta sends its activation mail. By default for new accounts.
     *
     * @param value when
     * @return this builder
     */
    public OktaTargetBuilder activationMail(ActivationMail value) {
        this.mail = Objects.requireNonNull(value, "activationMail");
        return this;
    }

    /**
     * Sets the user type of new accounts; the schema is then that of the type. By default those of the organisation.
     *
     * @param nameOrId the name of the user type, or its id
     * @return this builder
     */
    public OktaTargetBuilder userType(String nameOrId) {
        if (nameOrId.isBlank()) {
            throw new IllegalArgumentException("Setting 'userType' is empty; give the name or id of a user type");
        }
        this.userType = nameOrId.strip();
        return this;
    }

    /**
     * Sets the attributes of which each alone identifies a person (rule E7). By default login and email. Others are
     * found by Okta's search, which lags behind; what it finds is read again before it counts.
     *
     * @param attributes names of profile attributes, at least one
     * @return this builder
     */
    public OktaTargetBuilder keys(List<String> attributes) {
        if (attributes.isEmpty()) {
            throw new IllegalArgumentException("Setting 'keys' is empty; name an attribute, such as login");
        }
        this.keys = List.copyOf(attributes);
        return this;
    }

    /**
     * Leaves groups alone: the target then has no group operations.
     *
     * @return this builder
     */
    public OktaTargetBuilder withoutGroups() {
        this.groups = false;
        return this;
    }

    /**
     * Lets the target write to groups that it did not make. By default it leaves them alone: those that it makes say so
     * in their description, and a group whose description does not is neither renamed nor deleted nor given members.
     * Needed with {@code adoptGroups} of the policy.
     *
     * @return this builder
     */
    public OktaTargetBuilder adoptGroups() {
        this.adoptGroups = true;
        return this;
    }

    /**
     * Makes the target. Calls nobody.
     *
     * @return the target
     * @throws IllegalArgumentException if a setting makes no sense
     * @throws IllegalStateException if there are no credentials
     */
    public OktaTarget build() {
        return new OktaTarget(this);
    }

    Waiter waiting() {
        return waiter == null ? Waiter.sleeping(clock) : waiter;
    }

    OktaApi api() {
        HttpChannel.Builder settings = HttpChannel.builder(name, clock)
                .product("Okta")
                .waiter(waiting())
                .limits(OktaApi.limits())
                .listener(listener)
                .share(share)
                .maxConcurrency(maxConcurrency);
        HttpChannel channel = (client == null ? settings : settings.client(client)).build();
        return new OktaApi(name, org, channel, authorization(channel));
    }

    private Authorization authorization(HttpChannel channel) {
        Secret secret = token;
        OktaServiceApp app = serviceApp;
        if (secret != null && app != null) {
            throw new IllegalStateException(
                    "Settings 'token' and 'serviceApp' are both given; give the one that is to be used");
        }
        if (app != null) {
            return new ServiceAppToken(name, org, channel, clock, app.assertion(), app.scopes());
        }
        if (secret == null) {
            throw new IllegalStateException("Settings 'token' and 'serviceApp' are both missing; give an API token of"
                    + " the organisation or a service app");
        }
        return Authorization.apiToken(secret.reveal());
    }
}
