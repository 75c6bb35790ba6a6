package dev.tenure.simulators.okta;

import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Collects the settings of an organisation. Not for use by several threads. */
public final class OktaSimulatorBuilder {

    final InstantSource clock;
    String token = "00simulated-token";
    RateLimits limits = RateLimits.none();
    Duration searchLag = Duration.ZERO;
    Duration transitionDelay = Duration.ZERO;
    boolean editDeactivated;
    boolean passwordless;
    final List<CustomAttribute> attributes = new ArrayList<>();
    final List<ServiceApps.App> apps = new ArrayList<>();
    final List<UserTypes.Type> types = new ArrayList<>();

    OktaSimulatorBuilder(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Sets the API token. By default one is made up.
     *
     * @param value the token
     * @return this builder
     */
    public OktaSimulatorBuilder token(String value) {
        this.token = Objects.requireNonNull(value, "token");
        return this;
    }

    /**
     * Sets the rate limits. By default nobody reaches them.
     *
     * @param value the limits
     * @return this builder
     */
    public OktaSimulatorBuilder limits(RateLimits value) {
        this.limits = Objects.requireNonNull(value, "limits");
        return this;
    }

    /**
     * Sets by how much searches lag behind. By default they do not.
     *
     * @param value the lag
     * @return this builder
     */
    public OktaSimulatorBuilder searchLag(Duration value) {
        this.searchLag = Objects.requireNonNull(value, "searchLag");
        return this;
    }

    /**
     * Sets how long activation and deactivation take. By default they are done when they are answered.
     *
     * @param value the time between the call and the new status
     * @return this builder
     */
    public OktaSimulatorBuilder transitionDelay(Duration value) {
        this.transitionDelay = Objects.requireNonNull(value, "transitionDelay");
        return this;
    }

    /**
     * Turns on the option of an organisation by which profiles of deactivated users can be changed.
     *
     * @return this builder
     */
    public OktaSimulatorBuilder editDeactivatedProfiles() {
        this.editDeactivated = true;
        return this;
    }

    /**
     * Makes passwords optional, so that activated users are ACTIVE at once and not PROVISIONED.
     *
     * @return this builder
     */
    public OktaSimulatorBuilder passwordOptional() {
        this.passwordless = true;
        return this;
    }

    /**
     * Adds an attribute to the schema of the organisation's own user type.
     *
     * @param attribute the attribute
     * @return this builder
     */
    public OktaSimulatorBuilder attribute(CustomAttribute attribute) {
        attributes.add(Objects.requireNonNull(attribute, "attribute"));
        return this;
    }

    /**
     * Adds a user type with a schema of its own.
     *
     * @param id its id, such as {@code oty1}
     * @param name its name
     * @param custom its attributes besides the base ones
     * @return this builder
     */
    public OktaSimulatorBuilder userType(String id, String name, List<CustomAttribute> custom) {
        types.add(UserTypes.type(id, name, custom));
        return this;
    }

    /**
     * Adds a service app, which gets access tokens for an hour by a JWT that it signs with its private key.
     *
     * @param clientId its client id
     * @param keyId the id of its key
     * @param publicKey the public part of its key, RSA or EC
     * @param scopes the scopes that were granted to it
     * @return this builder
     */
    public OktaSimulatorBuilder serviceApp(String clientId, String keyId, PublicKey publicKey, Set<String> scopes) {
        apps.add(new ServiceApps.App(clientId, keyId, publicKey, Set.copyOf(scopes)));
        return this;
    }

    /**
     * Opens a port and begins to listen.
     *
     * @return the running organisation
     */
    public OktaSimulator start() {
        return new OktaSimulator(this);
    }
}
