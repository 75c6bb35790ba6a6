package dev.tenure.workday;

import dev.tenure.http.CallListener;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.Secret;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.SourceDescription;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.workday.internal.call.Credentials;
import dev.tenure.workday.internal.call.Endpoint;
import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.call.SoapClient;
import dev.tenure.workday.internal.read.ConnectionTest;
import dev.tenure.workday.internal.read.Groups;
import dev.tenure.workday.internal.read.Locations;
import dev.tenure.workday.internal.read.ReadSettings;
import dev.tenure.workday.internal.read.Reads;
import dev.tenure.workday.internal.translate.ProfileOptions;
import dev.tenure.workday.internal.translate.Translator;
import dev.tenure.workday.internal.wire.Requests;
import dev.tenure.workday.internal.wire.WorkersQuery.Block;
import dev.tenure.workday.internal.write.ContactSettings;
import dev.tenure.workday.internal.write.ContactWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Workday as a source of workers, read over its SOAP service {@code Human_Resources}. Every read asks Workday for its own
 * time first and pins it over all pages; it ends with an exception rather than incomplete. Where a worker has several jobs
 * the primary one counts. A block that the integration user may not see is missing from every worker and counts as not
 * read; without the employment status a worker is reported as unreadable, since 'not read' must never look like 'ended'.
 *
 * <p>As of a day ahead (rule B4), who shows an ending or a beginning after today is read again as of today, and the
 * termination facts are those of today.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class WorkdaySource implements HrSource {

    private final String name;
    private final boolean constrained;
    private final boolean importGroups;
    private final Reads reads;
    private final Groups groups;
    private final ConnectionTest test;
    private final Optional<ContactWriteBack> writer;

    private WorkdaySource(Builder builder) {
        this.name = builder.name;
        this.constrained = builder.constrained;
        this.importGroups = builder.groups;
        String version = builder.version();
        HumanResources service = new HumanResources(
                name,
                new SoapClient(
                        name,
                        builder.endpoint.service("Human_Resources", version),
                        builder.validCredentials(),
                        builder.channel()),
                new Requests(version));
        ReadSettings settings = builder.readSettings();
        Locations locations = new Locations(service);
        this.groups = new Groups(service);
        this.reads = new Reads(
                service, settings, new Translator(builder.profileOptions()), locations, groups, builder.clock);
        this.test = new ConnectionTest(service, settings);
        this.writer = builder.writeBack.isEmpty()
                ? Optional.empty()
                : Optional.of(new ContactWriter(service, builder.contactSettings(), builder.clock, reads::contact));
    }

    /**
     * Starts a source with the usual settings.
     *
     * @param endpoint the address up to the tenant, such as {@code https://HOST/ccx/service/TENANT}, or that of a service
     *     with or without version; HTTPS, but for this machine's own loopback
     * @return a builder, which still needs credentials
     * @throws IllegalArgumentException if it is not such an address
     */
    public static Builder builder(String endpoint) {
        return new Builder(Endpoint.parse(Objects.requireNonNull(endpoint, "endpoint")));
    }

    @Override
    public String name() {
        return name;
    }

    /** {@inheritDoc} Asks Workday nothing. */
    @Override
    public SourceDescription describe() {
        return new SourceDescription(Optional.empty(), !constrained);
    }

    @Override
    public ConnectionReport test() {
        return test.run();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the watermark was not made by this source
     */
    @Override
    public WorkerPages read(WorkerQuery query) {
        return reads.open(Objects.requireNonNull(query, "query"));
    }

    @Override
    public Optional<List<ProvisioningGroup>> groups() {
        return importGroups ? Optional.of(groups.refresh()) : Optional.empty();
    }

    @Override
    public Optional<ContactWriteBack> writeBack() {
        return writer;
    }

    /** Names the source. */
    @Override
    public String toString() {
        return "WorkdaySource[" + name + "]";
    }

    /** Collects the settings of a source. Not for use by several threads. */
    public static final class Builder {

        private static final String DEFAULT_VERSION = "v31.2";
        private static final int MOST_PER_PAGE = 999;

        private final Endpoint endpoint;
        private String name = "workday";
        private @Nullable Credentials credentials;
        private @Nullable String apiVersion;
        private int pageSize = 200;
        private Duration overlap = Duration.ofMinutes(5);
        private boolean effectiveChanges = true;
        private DepartmentField department = DepartmentField.BUSINESS_UNIT;
        private boolean personalPhones;
        private List<String> phoneDevices = List.of("Telephone", "Landline");
        private List<String> mobileDevices = List.of("Mobile");
        private Set<ContactField> writeBack = Set.of();
        private boolean groups = true;
        private boolean locationTimeZones = true;
        private boolean managerUserNames = true;
        private boolean constrained;
        private WorkerKey key = WorkerKey.WORKER_ID;
        private Optional<String> fieldOverrides = Optional.empty();
        private List<String> terminationTypes = List.of("Terminate Employee", "End Contingent Worker Contract");
        private InstantSource clock = Clock.systemUTC();
        private @Nullable OkHttpClient client;
        private CallListener listener = event -> {};
        private long maxAnswerBytes = 256L << 20;

        private Builder(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        /**
         * Signs in as an integration system user by WS-Security.
         *
         * @param user the user's name, with or without {@code @tenant}
         * @param password the password
         * @return this builder
         * @throws IllegalArgumentException if one is empty, or the user names another tenant
         */
        public Builder credentials(String user, String password) {
            this.credentials = new Credentials.User(
                    endpoint.qualified(Objects.requireNonNull(user, "user")), Secret.of("password", password));
            return this;
        }

        /**
         * Signs in by OAuth 2.0 instead.
         *
         * @param token gives a bearer token that is valid now; called for every request, by the thread that makes it
         * @return this builder
         */
        public Builder bearer(Supplier<String> token) {
            this.credentials = new Credentials.Bearer(Objects.requireNonNull(token, "token"));
            return this;
        }

        /**
         * Names the source. By default {@code workday}.
         *
         * @param value the name, which is part of every worker's reference and must not change
         * @return this builder
         */
        public Builder name(String value) {
            if (value.isBlank()) {
                throw new IllegalArgumentException("Setting 'name' is blank; give the source a name");
            }
            this.name = value;
            return this;
        }

        /**
         * Sets the version of the service. By default the one that the endpoint names, else v31.2.
         *
         * @param value the version, such as {@code v31.2}
         * @return this builder
         * @throws IllegalArgumentException if it is no version
         */
        public Builder apiVersion(String value) {
            Endpoint.checkVersion(value);
            this.apiVersion = value;
            return this;
        }

        /**
         * Sets how many workers are asked for at once. By default 200.
         *
         * @param value from 1 to 999
         * @return this builder
         * @throws IllegalArgumentException if it is not within that
         */
        public Builder pageSize(int value) {
            if (value < 1 || value > MOST_PER_PAGE) {
                throw new IllegalArgumentException("Setting 'pageSize' is " + value + "; Workday takes 1 to 999");
            }
            this.pageSize = value;
            return this;
        }

        /**
         * Sets how far before the watermark a read of changes begins, so that what Workday records late is not lost. By
         * default five minutes.
         *
         * @param value the overlap, not negative
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder overlap(Duration value) {
            if (value.isNegative()) {
                throw new IllegalArgumentException("Setting 'overlap' is negative; give how far to go back");
            }
            this.overlap = value;
            return this;
        }

        /**
         * Sets whether a read of changes also asks for changes that were entered earlier and come due. By default it does;
         * Okta's integration does not.
         *
         * @param value whether to ask
         * @return this builder
         */
        public Builder effectiveChanges(boolean value) {
            this.effectiveChanges = value;
            return this;
        }

        /**
         * Sets where the department comes from (rule M2). By default the business unit.
         *
         * @param value the field
         * @return this builder
         */
        public Builder departmentFrom(DepartmentField value) {
            this.department = Objects.requireNonNull(value, "departmentFrom");
            return this;
        }

        /**
         * Sets whether a personal number stands in for a missing work number (rule M2). By default it does not.
         *
         * @param value whether it does
         * @return this builder
         */
        public Builder personalPhones(boolean value) {
            this.personalPhones = value;
            return this;
        }

        /**
         * Sets which device types are which, for tenants that have their own. By default a phone is a Telephone or
         * Landline and a mobile phone a Mobile. A number that is added by a write-back gets the first.
         *
         * @param phone the ids of the device types of phones that are not mobile
         * @param mobile the ids of the device types of mobile phones
         * @return this builder
         * @throws IllegalArgumentException if one is empty
         */
        public Builder phoneDevices(List<String> phone, List<String> mobile) {
            if (phone.isEmpty() || mobile.isEmpty()) {
                throw new IllegalArgumentException("Setting 'phoneDevices' is empty; give at least one id for each");
            }
            this.phoneDevices = List.copyOf(phone);
            this.mobileDevices = List.copyOf(mobile);
            return this;
        }

        /**
         * Sets what may be written back (part F). By default nothing.
         *
         * @param fields the fields
         * @return this builder
         */
        public Builder writeBack(Set<ContactField> fields) {
            this.writeBack = Set.copyOf(fields);
            return this;
        }

        /**
         * Sets whether provisioning groups are read (rule G5). By default they are.
         *
         * @param value whether to read them
         * @return this builder
         */
        public Builder groups(boolean value) {
            this.groups = value;
            return this;
        }

        /**
         * Sets whether the time zones of locations are read (rule C3), which needs a permission of its own. By default
         * they are.
         *
         * @param value whether to read them
         * @return this builder
         */
        public Builder locationTimeZones(boolean value) {
            this.locationTimeZones = value;
            return this;
        }

        /**
         * Sets whether the user names of managers are looked up, which takes a further call for managers who are not at
         * hand. By default they are.
         *
         * @param value whether to look them up
         * @return this builder
         */
        public Builder managerUserNames(boolean value) {
            this.managerUserNames = value;
            return this;
        }

        /**
         * Says whether a constrained security group lets the user see only part of the workers, so that absence means
         * nothing (rule S2). By default the user sees everyone.
         *
         * @param value whether it is constrained
         * @return this builder
         */
        public Builder constrained(boolean value) {
            this.constrained = value;
            return this;
        }

        /**
         * Sets which id is the key of a worker. By default the worker id.
         *
         * @param value the key
         * @return this builder
         */
        public Builder keyBy(WorkerKey value) {
            this.key = Objects.requireNonNull(value, "keyBy");
            return this;
        }

        /**
         * Reads custom attributes from a field override service (rule M7). By default none are.
         *
         * @param integrationSystem the id of the integration system
         * @return this builder
         */
        public Builder fieldOverrides(String integrationSystem) {
            if (integrationSystem.isBlank()) {
                throw new IllegalArgumentException(
                        "Setting 'fieldOverrides' is blank; give the id of the integration system");
            }
            this.fieldOverrides = Optional.of(integrationSystem.strip());
            return this;
        }

        /**
         * Sets which business processes end an employment. By default those of a tenant as it comes.
         *
         * @param types the ids of the business process types
         * @return this builder
         */
        public Builder terminationTypes(List<String> types) {
            this.terminationTypes = List.copyOf(types);
            return this;
        }

        /**
         * Sets what time it is here. By default the system clock in UTC.
         *
         * @param value the clock
         * @return this builder
         */
        public Builder clock(InstantSource value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /**
         * Takes proxy, timeouts and trust from a host's client. By default there is a client of its own.
         *
         * @param value the client, which stays as it is
         * @return this builder
         */
        public Builder client(OkHttpClient value) {
            this.client = Objects.requireNonNull(value, "client");
            return this;
        }

        /**
         * Sets who hears of every call. By default nobody does.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder listener(CallListener value) {
            this.listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        /**
         * Sets how large an answer may be, unpacked. By default 256 MiB.
         *
         * @param value bytes, at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder maxAnswerBytes(long value) {
            if (value < 1) {
                throw new IllegalArgumentException("Setting 'maxAnswerBytes' is " + value + "; give at least 1");
            }
            this.maxAnswerBytes = value;
            return this;
        }

        /**
         * Makes the source. Nothing is asked of Workday yet.
         *
         * @return the source
         * @throws IllegalStateException if there are no credentials
         * @throws IllegalArgumentException if two settings contradict each other
         */
        public WorkdaySource build() {
            return new WorkdaySource(this);
        }

        private String version() {
            if (apiVersion == null) {
                return endpoint.version().orElse(DEFAULT_VERSION);
            }
            if (endpoint.version().filter(named -> !named.equals(apiVersion)).isPresent()) {
                throw new IllegalArgumentException(
                        "Setting 'apiVersion' is " + apiVersion + " and setting 'endpoint' ends with "
                                + endpoint.version().get() + "; leave one out");
            }
            return apiVersion;
        }

        private Credentials validCredentials() {
            if (credentials == null) {
                throw new IllegalStateException("There are no credentials; set 'credentials' or 'bearer'");
            }
            return credentials;
        }

        private HttpChannel channel() {
            HttpChannel.Builder channel = HttpChannel.builder(name, clock)
                    .listener(listener)
                    .maxBytes(maxAnswerBytes)
                    .longestWait(Duration.ZERO);
            return (client == null ? channel : channel.client(client)).build();
        }

        private ReadSettings readSettings() {
            EnumSet<Block> blocks = EnumSet.of(
                    Block.PERSONAL, Block.EMPLOYMENT, Block.ORGANIZATIONS, Block.MANAGEMENT_CHAIN, Block.ACCOUNT);
            switch (department) {
                case BUSINESS_UNIT -> blocks.add(Block.BUSINESS_UNITS);
                case COST_CENTER -> blocks.add(Block.COST_CENTERS);
                case COMPANY -> blocks.add(Block.COMPANIES);
                case SUPERVISORY_ORGANIZATION -> {
                    // Supervisory organizations are always asked for.
                }
            }
            if (groups) {
                blocks.add(Block.PROVISIONING);
            }
            return new ReadSettings(
                    name,
                    key == WorkerKey.WID,
                    pageSize,
                    overlap,
                    effectiveChanges,
                    terminationTypes,
                    blocks,
                    fieldOverrides,
                    locationTimeZones,
                    managerUserNames);
        }

        private ContactSettings contactSettings() {
            return new ContactSettings(writeBack, phoneDevices, mobileDevices);
        }

        private ProfileOptions profileOptions() {
            String type = switch (department) {
                case BUSINESS_UNIT -> "BUSINESS_UNIT";
                case COST_CENTER -> "COST_CENTER";
                case SUPERVISORY_ORGANIZATION -> "SUPERVISORY";
                case COMPANY -> "COMPANY";
            };
            return new ProfileOptions(type, personalPhones, Set.copyOf(phoneDevices), Set.copyOf(mobileDevices));
        }
    }
}
