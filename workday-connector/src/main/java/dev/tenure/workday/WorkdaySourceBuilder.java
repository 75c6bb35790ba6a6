package dev.tenure.workday;

import dev.tenure.http.CallListener;
import dev.tenure.http.Secret;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.workday.internal.call.Credentials;
import dev.tenure.workday.internal.call.Endpoint;
import dev.tenure.workday.internal.wire.UsageTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a source. Not for use by several threads. */
public final class WorkdaySourceBuilder {

    private static final int MOST_PER_PAGE = 999;

    final Endpoint endpoint;
    String name = "workday";

    @Nullable
    Credentials credentials;

    @Nullable
    String apiVersion;

    int pageSize = 200;
    boolean prefetch = true;
    int maxConcurrency = 8;
    Duration overlap = Duration.ofMinutes(5);
    boolean effectiveChanges = true;
    boolean futureEvents = true;
    DepartmentField department = DepartmentField.BUSINESS_UNIT;
    AccountTypeField accountType = AccountTypeField.WORKER_TYPE_ID;
    UsageTypes usageTypes = UsageTypes.USUAL;
    boolean personalPhones;
    List<String> phoneDevices = List.of("Telephone", "Landline");
    List<String> mobileDevices = List.of("Mobile");
    Map<String, String> countryPhoneCodes = Map.of();
    Set<ContactField> writeBack = Set.of();
    boolean groups = true;
    boolean locationTimeZones = true;
    boolean managerUserNames = true;
    boolean constrained;
    WorkerKey key = WorkerKey.WORKER_ID;
    Optional<String> fieldOverrides = Optional.empty();
    final List<WorkdayReport> reports = new ArrayList<>();
    List<String> hireTypes = List.of("Hire Employee", "Contract Contingent Worker");
    List<String> terminationTypes = List.of("Terminate Employee", "End Contingent Worker Contract");
    InstantSource clock = Clock.systemUTC();

    @Nullable
    OkHttpClient client;

    CallListener listener = event -> {};
    long maxAnswerBytes = 256L << 20;

    WorkdaySourceBuilder(Endpoint endpoint) {
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
    public WorkdaySourceBuilder credentials(String user, String password) {
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
    public WorkdaySourceBuilder bearer(Supplier<String> token) {
        this.credentials = new Credentials.Bearer(Objects.requireNonNull(token, "token"));
        return this;
    }

    /**
     * Names the source. By default {@code workday}.
     *
     * @param value the name, which is part of every worker's reference and must not change
     * @return this builder
     */
    public WorkdaySourceBuilder name(String value) {
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
    public WorkdaySourceBuilder apiVersion(String value) {
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
    public WorkdaySourceBuilder pageSize(int value) {
        if (value < 1 || value > MOST_PER_PAGE) {
            throw new IllegalArgumentException("Setting 'pageSize' is " + value + "; Workday takes 1 to 999");
        }
        this.pageSize = value;
        return this;
    }

    /**
     * Sets whether the next page is fetched while one is read and used, by the threads of the HTTP client. One page more is
     * then in memory. By default it is.
     *
     * @param value whether to fetch ahead
     * @return this builder
     */
    public WorkdaySourceBuilder prefetch(boolean value) {
        this.prefetch = value;
        return this;
    }

    /**
     * Sets how many calls may be under way at once, over all reads. By default 8.
     *
     * @param value at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public WorkdaySourceBuilder maxConcurrency(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("Setting 'maxConcurrency' is " + value + "; give at least 1");
        }
        this.maxConcurrency = value;
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
    public WorkdaySourceBuilder overlap(Duration value) {
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
    public WorkdaySourceBuilder effectiveChanges(boolean value) {
        this.effectiveChanges = value;
        return this;
    }

    /**
     * Sets whether events after the dates of a worker's record are looked up in the transaction log and read as of their
     * day (rule C11): a hire behind an ending, an ending behind a hire. By default they are.
     *
     * @param value whether to look them up
     * @return this builder
     */
    public WorkdaySourceBuilder futureEvents(boolean value) {
        this.futureEvents = value;
        return this;
    }

    /**
     * Sets where the department comes from (rule M2). By default the business unit.
     *
     * @param value the field
     * @return this builder
     */
    public WorkdaySourceBuilder departmentFrom(DepartmentField value) {
        this.department = Objects.requireNonNull(value, "departmentFrom");
        return this;
    }

    /**
     * Sets where the account type comes from (rule M1). By default the id of the worker type.
     *
     * @param value the field
     * @return this builder
     */
    public WorkdaySourceBuilder accountTypeFrom(AccountTypeField value) {
        this.accountType = Objects.requireNonNull(value, "accountTypeFrom");
        return this;
    }

    /**
     * Sets which communication usage types are which, for tenants that have renamed them or have more. By default WORK and
     * HOME. An e-mail or phone that is added by a write-back gets the first, one that is changed keeps its own.
     *
     * @param work the ids of the usage types for work
     * @param home the ids of the usage types at home
     * @return this builder
     * @throws IllegalArgumentException if one is empty, or an id is in both
     */
    public WorkdaySourceBuilder usageTypes(List<String> work, List<String> home) {
        if (work.isEmpty() || home.isEmpty()) {
            throw new IllegalArgumentException("Setting 'usageTypes' is empty; give at least one id for each");
        }
        for (String id : work) {
            if (home.stream().anyMatch(id::equalsIgnoreCase)) {
                throw new IllegalArgumentException("Setting 'usageTypes' has '" + id
                        + "' both for work and for home; leave one out, or private data would pass for those of work");
            }
        }
        this.usageTypes = new UsageTypes(work, home);
        return this;
    }

    /**
     * Sets whether a personal number stands in for a missing work number (rule M2). By default it does not.
     *
     * @param value whether it does
     * @return this builder
     */
    public WorkdaySourceBuilder personalPhones(boolean value) {
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
    public WorkdaySourceBuilder phoneDevices(List<String> phone, List<String> mobile) {
        if (phone.isEmpty() || mobile.isEmpty()) {
            throw new IllegalArgumentException("Setting 'phoneDevices' is empty; give at least one id for each");
        }
        this.phoneDevices = List.copyOf(phone);
        this.mobileDevices = List.copyOf(mobile);
        return this;
    }

    /**
     * Sets the ids of country phone codes for tenants that have others than a country of three letters with its calling
     * code, such as {@code USA_1}. By default none differs. Only a write-back of phones needs them.
     *
     * @param ids the tenant's ids by the usual ones; what is missing has the usual one
     * @return this builder
     */
    public WorkdaySourceBuilder countryPhoneCodes(Map<String, String> ids) {
        this.countryPhoneCodes = Map.copyOf(ids);
        return this;
    }

    /**
     * Sets what may be written back (part F). By default nothing.
     *
     * @param fields the fields
     * @return this builder
     */
    public WorkdaySourceBuilder writeBack(Set<ContactField> fields) {
        this.writeBack = Set.copyOf(fields);
        return this;
    }

    /**
     * Sets whether provisioning groups are read (rule G5). By default they are.
     *
     * @param value whether to read them
     * @return this builder
     */
    public WorkdaySourceBuilder groups(boolean value) {
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
    public WorkdaySourceBuilder locationTimeZones(boolean value) {
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
    public WorkdaySourceBuilder managerUserNames(boolean value) {
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
    public WorkdaySourceBuilder constrained(boolean value) {
        this.constrained = value;
        return this;
    }

    /**
     * Sets which id is the key of a worker. By default the worker id.
     *
     * @param value the key
     * @return this builder
     */
    public WorkdaySourceBuilder keyBy(WorkerKey value) {
        this.key = Objects.requireNonNull(value, "keyBy");
        return this;
    }

    /**
     * Reads custom attributes from a field override service (rule M7). By default none are.
     *
     * @param integrationSystem the id of the integration system
     * @return this builder
     */
    public WorkdaySourceBuilder fieldOverrides(String integrationSystem) {
        if (integrationSystem.isBlank()) {
            throw new IllegalArgumentException(
                    "Setting 'fieldOverrides' is blank; give the id of the integration system");
        }
        this.fieldOverrides = Optional.of(integrationSystem.strip());
        return this;
    }

    /**
     * Reads attributes from a custom report (rule M8), in addition to others. By default there is none.
     *
     * @param report the report
     * @return this builder
     */
    public WorkdaySourceBuilder report(WorkdayReport report) {
        this.reports.add(Objects.requireNonNull(report, "report"));
        return this;
    }

    /**
     * Sets which business processes begin an employment. By default those of a tenant as it comes.
     *
     * @param types the ids of the business process types
     * @return this builder
     */
    public WorkdaySourceBuilder hireTypes(List<String> types) {
        this.hireTypes = List.copyOf(types);
        return this;
    }

    /**
     * Sets which business processes end an employment. By default those of a tenant as it comes.
     *
     * @param types the ids of the business process types
     * @return this builder
     */
    public WorkdaySourceBuilder terminationTypes(List<String> types) {
        this.terminationTypes = List.copyOf(types);
        return this;
    }

    /**
     * Sets what time it is here. By default the system clock in UTC.
     *
     * @param value the clock
     * @return this builder
     */
    public WorkdaySourceBuilder clock(InstantSource value) {
        this.clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Takes proxy, timeouts and trust from a host's client. By default there is a client of its own.
     *
     * @param value the client, which stays as it is
     * @return this builder
     */
    public WorkdaySourceBuilder client(OkHttpClient value) {
        this.client = Objects.requireNonNull(value, "client");
        return this;
    }

    /**
     * Sets who hears of every call. By default nobody does.
     *
     * @param value the listener
     * @return this builder
     */
    public WorkdaySourceBuilder listener(CallListener value) {
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
    public WorkdaySourceBuilder maxAnswerBytes(long value) {
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
}
