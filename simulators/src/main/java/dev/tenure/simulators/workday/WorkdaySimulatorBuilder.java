package dev.tenure.simulators.workday;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Collects the settings of a tenant. Not for use by several threads. */
public final class WorkdaySimulatorBuilder {

    final InstantSource clock;
    String tenant = "tenure";
    String user = "ISU_Tenure";
    String password = "a simulated password";
    Optional<String> bearerToken = Optional.empty();
    String fieldOverrides = "Tenure_Field_Overrides";
    boolean endsShowEarly = true;
    Set<String> phoneDevices = Set.of("Mobile", "Landline", "Telephone", "Fax", "Pager");

    UsageIds usages = new UsageIds("WORK", "HOME");

    WorkdaySimulatorBuilder(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Names the tenant. By default {@code tenure}.
     *
     * @param name the name
     * @return this builder
     */
    public WorkdaySimulatorBuilder tenant(String name) {
        this.tenant = Objects.requireNonNull(name, "tenant");
        return this;
    }

    /**
     * Sets the integration system user.
     *
     * @param name the user's name without the tenant
     * @param secret the password
     * @return this builder
     */
    public WorkdaySimulatorBuilder user(String name, String secret) {
        this.user = Objects.requireNonNull(name, "name");
        this.password = Objects.requireNonNull(secret, "secret");
        return this;
    }

    /**
     * Lets a client sign in by OAuth 2.0 too.
     *
     * @param token the access token that is taken
     * @return this builder
     */
    public WorkdaySimulatorBuilder bearerToken(String token) {
        this.bearerToken = Optional.of(token);
        return this;
    }

    /**
     * Names the integration system with field overrides. By default {@code Tenure_Field_Overrides}.
     *
     * @param integrationSystem its id
     * @return this builder
     */
    public WorkdaySimulatorBuilder fieldOverrides(String integrationSystem) {
        this.fieldOverrides = Objects.requireNonNull(integrationSystem, "integrationSystem");
        return this;
    }

    /**
     * Sets whether a termination shows as soon as it is entered, or only as of its own day. By default it shows at
     * once; tenants differ.
     *
     * @param value whether it shows at once
     * @return this builder
     */
    public WorkdaySimulatorBuilder endsShowEarly(boolean value) {
        this.endsShowEarly = value;
        return this;
    }

    /**
     * Sets which phone device types the tenant knows. By default Mobile, Landline, Telephone, Fax and Pager.
     *
     * @param ids their ids
     * @return this builder
     */
    public WorkdaySimulatorBuilder phoneDevices(Set<String> ids) {
        this.phoneDevices = Set.copyOf(ids);
        return this;
    }

    /**
     * Sets the ids of the tenant's communication usage types. By default WORK and HOME.
     *
     * @param work that of contact data for work
     * @param home that of contact data at home
     * @return this builder
     */
    public WorkdaySimulatorBuilder usageTypes(String work, String home) {
        this.usages = new UsageIds(work, home);
        return this;
    }

    /**
     * Starts the simulator.
     *
     * @return the running simulator
     */
    public WorkdaySimulator start() {
        return new WorkdaySimulator(this);
    }
}
