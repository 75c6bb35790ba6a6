package dev.tenure.simulators.workday;

import dev.tenure.simulators.internal.http.LoopbackServer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    private final Tenant tenant;
    private final Reports reports = new Reports();
    private final Router router;
    private final LoopbackServer server;
    private volatile @Nullable Notifier notifier;

    WorkdaySimulator(WorkdaySimulatorBuilder builder) {
        this.tenantName = builder.tenant;
        this.user = builder.user;
        this.password = builder.password;
        this.tenant = new Tenant(builder.clock, builder.usages);
        this.router = new Router(builder, tenant, reports);
        this.server = LoopbackServer.start("workday-simulator", router::answer);
    }

    /**
     * Starts to describe a tenant without people.
     *
     * @param clock the clock by which the tenant lives
     * @return a builder
     */
    public static WorkdaySimulatorBuilder builder(InstantSource clock) {
        return new WorkdaySimulatorBuilder(clock);
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
     * Makes or replaces a custom report, which is then at
     * {@code /ccx/service/customreport2/TENANT/OWNER/NAME} as JSON, CSV and XML. Calls of it count as {@code Report}.
     *
     * @param owner the Workday user who owns it
     * @param name its name, with underscores for blanks
     * @param rows values by the alias of their column; an empty text is an empty column
     */
    public void report(String owner, String name, List<Map<String, String>> rows) {
        reports.put(owner, name, rows);
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
        router.faults().add(operation, 0, times, fault);
    }

    /**
     * Lets one later call go wrong.
     *
     * @param operation which ones, such as {@code Get_Workers}; {@code *} for any
     * @param passes how many go well before
     * @param fault what happens then
     */
    public void failAfter(String operation, int passes, WorkdayFault fault) {
        router.faults().add(operation, passes, 1, fault);
    }

    /** Lets everything go well again. */
    public void heal() {
        router.faults().clear();
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
     * Names the SOAP operations that the tenant answers.
     *
     * @return the operations as in Workday, such as {@code Get_Workers}
     */
    public Set<String> operations() {
        return router.operations();
    }

    /**
     * Counts the calls so far, those that went wrong included.
     *
     * @return counts by operation
     */
    public Map<String, Integer> calls() {
        return router.calls();
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
}
