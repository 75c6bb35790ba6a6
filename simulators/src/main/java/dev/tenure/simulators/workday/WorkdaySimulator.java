package dev.tenure.simulators.workday;

import dev.tenure.simulators.internal.http.LoopbackServer;
import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A simulated Workday tenant that listens on loopback until it is closed. What is done to its people is entered at the
 * moment that its clock shows and takes effect on the day that is given: a read as of a later day shows what comes, a read
 * as of an earlier moment what was known. Operations are named as in Workday, such as {@code Get_Workers}. Safe for use by
 * several threads.
 */
public final class WorkdaySimulator implements AutoCloseable {

    private final String tenantName;
    private final String user;
    private final String password;
    private final Optional<String> bearerToken;
    private final Tenant tenant;
    private final GetWorkers workers;
    private final Services services;
    private final ChangeContact contacts;
    private final Faults faults = new Faults();
    private final Map<String, Integer> calls = new TreeMap<>();
    private final LoopbackServer server;
    private volatile @Nullable Notifier notifier;

    private WorkdaySimulator(Builder builder) {
        this.tenantName = builder.tenant;
        this.user = builder.user;
        this.password = builder.password;
        this.bearerToken = builder.bearerToken;
        this.tenant = new Tenant(builder.clock);
        this.workers = new GetWorkers(tenant, builder.fieldOverrides, builder.endsShowEarly);
        this.services = new Services(tenant);
        this.contacts = new ChangeContact(tenant, builder.phoneDevices);
        this.server = LoopbackServer.start("workday-simulator", this::answer);
    }

    /**
     * Starts to describe a tenant without people.
     *
     * @param clock the clock by which the tenant lives
     * @return a builder
     */
    public static Builder builder(InstantSource clock) {
        return new Builder(clock);
    }

    /**
     * Gives the address up to the tenant.
     *
     * @return such as {@code http://127.0.0.1:40123/ccx/service/tenure}
     */
    public String endpoint() {
        return server.url() + "/ccx/service/" + tenantName;
    }

    /**
     * Gives the integration system user.
     *
     * @return the user's name without the tenant
     */
    public String user() {
        return user;
    }

    /**
     * Gives the user's password.
     *
     * @return the password
     */
    public String password() {
        return password;
    }

    /**
     * Hires an employee.
     *
     * @param employeeId the employee id
     * @param hireDate the first day
     * @param details says who it is
     * @throws IllegalArgumentException if there is a worker with that id
     */
    public void hire(String employeeId, LocalDate hireDate, Consumer<WorkerEdit> details) {
        tenant.hire(employeeId, true, hireDate, edit(details));
    }

    /**
     * Contracts a contingent worker.
     *
     * @param contingentId the contingent worker id
     * @param start the first day
     * @param details says who it is
     * @throws IllegalArgumentException if there is a worker with that id
     */
    public void contract(String contingentId, LocalDate start, Consumer<WorkerEdit> details) {
        tenant.hire(contingentId, false, start, edit(details));
    }

    /**
     * Changes a worker from today on.
     *
     * @param workerId who
     * @param details what
     */
    public void change(String workerId, Consumer<WorkerEdit> details) {
        tenant.change(workerId, tenant.now().atZone(LogEntry.PACIFIC).toLocalDate(), edit(details));
    }

    /**
     * Changes a worker from a day on, past or ahead: a transfer, a promotion, a marriage.
     *
     * @param workerId who
     * @param effective from when
     * @param details what
     */
    public void change(String workerId, LocalDate effective, Consumer<WorkerEdit> details) {
        tenant.change(workerId, effective, edit(details));
    }

    /**
     * Enters the end of an employment or contract; entered again it moves.
     *
     * @param workerId who
     * @param termination when and why
     */
    public void terminate(String workerId, Termination termination) {
        tenant.end(workerId, termination);
    }

    /**
     * Takes the last termination back.
     *
     * @param workerId who
     */
    public void rescindTermination(String workerId) {
        tenant.takeBackEnd(workerId);
    }

    /**
     * Takes a hire back.
     *
     * @param workerId who
     */
    public void rescindHire(String workerId) {
        tenant.takeBackHire(workerId);
    }

    /**
     * Moves the first day of the last employment.
     *
     * @param workerId who
     * @param hireDate the corrected day
     */
    public void moveHire(String workerId, LocalDate hireDate) {
        tenant.moveHire(workerId, hireDate);
    }

    /**
     * Hires somebody again who was here before.
     *
     * @param workerId who
     * @param hireDate the new first day
     */
    public void rehire(String workerId, LocalDate hireDate) {
        tenant.rehire(workerId, hireDate);
    }

    /**
     * Purges a worker as if there had never been one.
     *
     * @param workerId who
     */
    public void purge(String workerId) {
        tenant.remove(workerId);
    }

    /**
     * Makes a provisioning group, or renames it.
     *
     * @param key its id, which stays the same when the name changes
     * @param name its name
     */
    public void group(String key, String name) {
        tenant.addGroup(key, name);
    }

    /**
     * Deletes a provisioning group.
     *
     * @param key which one
     */
    public void deleteGroup(String key) {
        tenant.removeGroup(key);
    }

    /**
     * Puts a worker into a group.
     *
     * @param workerId who
     * @param group the group's key
     */
    public void assign(String workerId, String group) {
        tenant.assign(workerId, group, true);
    }

    /**
     * Takes a worker out of a group.
     *
     * @param workerId who
     * @param group the group's key
     */
    public void unassign(String workerId, String group) {
        tenant.assign(workerId, group, false);
    }

    /**
     * Makes or changes a location.
     *
     * @param site the location
     */
    public void location(Site site) {
        tenant.addSite(site);
    }

    /**
     * Subscribes an endpoint to notifications.
     *
     * @param url where to post them
     * @param notificationUser the user name to send along
     * @param notificationPassword the password to send along
     */
    public void notifyTo(String url, String notificationUser, String notificationPassword) {
        notifier = new Notifier(url, notificationUser, notificationPassword);
    }

    /**
     * Posts a notification about a worker to the endpoint that is subscribed, and waits for the answer.
     *
     * @param workerId who
     * @param event the business process type, such as {@code Terminate Employee}
     * @return the HTTP status of the answer
     * @throws IllegalStateException if nobody is subscribed
     * @throws IllegalArgumentException if there is no such worker
     */
    public int notifyOf(String workerId, String event) {
        Notifier subscribed = notifier;
        if (subscribed == null) {
            throw new IllegalStateException("Nobody is subscribed; call notifyTo first");
        }
        return subscribed.post(
                tenant.find(workerId).orElseThrow(() -> new IllegalArgumentException("There is no worker " + workerId)),
                event);
    }

    /**
     * Lets the next calls go wrong.
     *
     * @param operation which ones, such as {@code Get_Workers}; {@code *} for any
     * @param times how many
     * @param fault what happens
     */
    public void fail(String operation, int times, WorkdayFault fault) {
        faults.add(operation, 0, times, fault);
    }

    /**
     * Lets one later call go wrong.
     *
     * @param operation which ones, such as {@code Get_Workers}; {@code *} for any
     * @param passes how many go well before
     * @param fault what happens then
     */
    public void failAfter(String operation, int passes, WorkdayFault fault) {
        faults.add(operation, passes, 1, fault);
    }

    /** Lets everything go well again. */
    public void heal() {
        faults.clear();
    }

    /**
     * Gives the contact data that were entered last for a worker.
     *
     * @param workerId who
     * @return values by the names of {@code workEmail}, {@code homeEmail}, {@code workPhone}, {@code homePhone},
     *     {@code mobilePhone}; what the worker lacks is missing
     */
    public Map<String, String> contact(String workerId) {
        Map<Detail, String> details = tenant.find(workerId)
                .map(person -> person.details(LocalDate.MAX, tenant.now()))
                .orElse(Map.of());
        Map<String, String> contact = new TreeMap<>();
        Map.of(
                        "workEmail",
                        Detail.WORK_EMAIL,
                        "homeEmail",
                        Detail.HOME_EMAIL,
                        "workPhone",
                        Detail.WORK_PHONE,
                        "homePhone",
                        Detail.HOME_PHONE,
                        "mobilePhone",
                        Detail.MOBILE_PHONE)
                .forEach((name, detail) ->
                        Optional.ofNullable(details.get(detail)).ifPresent(value -> contact.put(name, value)));
        return contact;
    }

    /**
     * Counts the calls so far, those that went wrong included.
     *
     * @return counts by operation
     */
    public Map<String, Integer> calls() {
        synchronized (calls) {
            return new TreeMap<>(calls);
        }
    }

    /**
     * Counts the calls of one operation so far.
     *
     * @param operation such as {@code Get_Workers}
     * @return how many
     */
    public int calls(String operation) {
        return calls().getOrDefault(operation, 0);
    }

    /** Stops listening. Safe to call twice. */
    @Override
    public void close() {
        server.close();
    }

    private static WorkerEdit edit(Consumer<WorkerEdit> details) {
        WorkerEdit edit = new WorkerEdit();
        details.accept(edit);
        return edit;
    }

    private SimReply answer(SimRequest http) {
        Node envelope;
        try {
            envelope = Node.parse(http.body().toByteArray());
        } catch (IOException malformed) {
            return Soap.fault(SoapFault.validation("The request is not well-formed."));
        }
        Optional<Node> request =
                envelope.at("Body").flatMap(body -> body.all("*").stream().findFirst());
        String operation =
                request.map(Node::name).map(WorkdaySimulator::operation).orElse("");
        synchronized (calls) {
            calls.merge(operation, 1, Integer::sum);
        }
        Optional<WorkdayFault> fault = faults.take(operation);
        if (fault.isPresent() && !fault.get().answersFirst()) {
            return fault.get().apply(SimReply.empty(200));
        }
        SimReply reply = reply(http, envelope, request, operation);
        return fault.isPresent() ? fault.get().apply(reply) : reply;
    }

    private SimReply reply(SimRequest http, Node envelope, Optional<Node> request, String operation) {
        try {
            String[] steps = http.steps();
            if (steps.length != 5 || !steps[2].equals(tenantName) || !steps[3].equals("Human_Resources")) {
                throw SoapFault.invalidVersion();
            }
            authenticate(http, envelope);
            Node body = request.orElseThrow(() -> SoapFault.validation("The request is empty."));
            String version = steps[4];
            return switch (operation) {
                case "Get_Workers" -> Soap.response("Get_Workers_Response", version, workers.answer(body));
                case "Get_Locations" -> Soap.response("Get_Locations_Response", version, services.locations(body));
                case "Get_Provisioning_Groups" ->
                    Soap.response("Provisioning_Groups_Response", version, services.groups(body));
                case "Change_Work_Contact_Information" ->
                    Soap.response(operation + "_Response", version, contacts.answer(body, "Work"));
                case "Change_Home_Contact_Information" ->
                    Soap.response(operation + "_Response", version, contacts.answer(body, "Home"));
                case "Get_Server_Timestamp" -> Soap.response("Server_Timestamp", version, services.serverTimestamp());
                default -> throw SoapFault.invalidVersion();
            };
        } catch (SoapFault fault) {
            return Soap.fault(fault);
        }
    }

    private static String operation(String element) {
        return element.equals("Server_Timestamp_Get") ? "Get_Server_Timestamp" : element.replaceFirst("_Request$", "");
    }

    private void authenticate(SimRequest http, Node envelope) {
        if (bearerToken.isPresent() && http.header("Authorization").equals(bearerToken.map("Bearer "::concat))) {
            return;
        }
        Optional<Node> token = envelope.at("Header", "Security", "UsernameToken");
        boolean right = token.flatMap(each -> each.textAt("Username"))
                        .filter(name -> name.equals(user + "@" + tenantName))
                        .isPresent()
                && token.flatMap(each -> each.textAt("Password"))
                        .filter(password::equals)
                        .isPresent();
        if (!right) {
            throw SoapFault.authentication();
        }
    }

    /** Collects the settings of a tenant. Not for use by several threads. */
    public static final class Builder {

        private final InstantSource clock;
        private String tenant = "tenure";
        private String user = "ISU_Tenure";
        private String password = "a simulated password";
        private Optional<String> bearerToken = Optional.empty();
        private String fieldOverrides = "Tenure_Field_Overrides";
        private boolean endsShowEarly = true;
        private Set<String> phoneDevices = Set.of("Mobile", "Landline", "Telephone", "Fax", "Pager");

        private Builder(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /**
         * Names the tenant. By default {@code tenure}.
         *
         * @param name the name
         * @return this builder
         */
        public Builder tenant(String name) {
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
        public Builder user(String name, String secret) {
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
        public Builder bearerToken(String token) {
            this.bearerToken = Optional.of(token);
            return this;
        }

        /**
         * Names the integration system with field overrides. By default {@code Tenure_Field_Overrides}.
         *
         * @param integrationSystem its id
         * @return this builder
         */
        public Builder fieldOverrides(String integrationSystem) {
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
        public Builder endsShowEarly(boolean value) {
            this.endsShowEarly = value;
            return this;
        }

        /**
         * Sets which phone device types the tenant knows. By default Mobile, Landline, Telephone, Fax and Pager.
         *
         * @param ids their ids
         * @return this builder
         */
        public Builder phoneDevices(Set<String> ids) {
            this.phoneDevices = Set.copyOf(ids);
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
}
