package dev.tenure.simulators.successfactors;

import dev.tenure.simulators.internal.http.FaultQueue;
import dev.tenure.simulators.internal.http.LoopbackServer;
import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.security.PublicKey;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A simulated Employee Central tenant that listens on loopback until it is closed. Records are effective-dated as in the
 * real one: a query without dates shows those of today, and what is expanded from a person is that of today. Option ids
 * differ from external codes. Safe for use by several threads.
 */
public final class SuccessFactorsSimulator implements AutoCloseable {

    static final Map<String, String> STATUSES = Map.of(
            "A", "4595", "U", "4596", "P", "4597", "F", "4598", "S", "4599", "O", "4600", "R", "4601", "T", "4602", "D",
            "4603");
    static final Map<String, String> EMAIL_TYPES = Map.of("B", "8448", "P", "8447", "O", "8449");
    static final Map<String, String> PHONE_TYPES = Map.of("B", "10605", "C", "10606", "H", "10604");

    private static final String USER = "tenure_api";
    private static final String COMPANY = "TenureSim";
    private static final String PASSWORD = "simulated-password";
    private static final String TOKEN_PATH = "/oauth/token";

    private final Tenant tenant;
    private final Service service;
    private final Upserts upserts;
    private final OAuthTokens tokens;
    private final Sessions sessions;
    private final Personnel personnel;
    private final FaultQueue<SuccessFactorsFault> faults = new FaultQueue<>();
    private final List<SeenRequest> requests = new ArrayList<>();
    private final LoopbackServer server;

    private SuccessFactorsSimulator(InstantSource clock) {
        this.tenant = new Tenant(clock);
        this.service = new Service(tenant);
        this.upserts = new Upserts(tenant);
        this.tokens = new OAuthTokens(clock, COMPANY, USER);
        this.sessions = new Sessions(tokens, COMPANY, USER, PASSWORD);
        this.personnel = new Personnel(tenant);
        picklist("employee-status", STATUSES);
        picklist("ecEmailType", EMAIL_TYPES);
        picklist("ecPhoneType", PHONE_TYPES);
        this.server = LoopbackServer.start("successfactors-simulator", this::answer);
        service.listensAt(server.url() + "/odata/v2");
    }

    /**
     * Starts a tenant without people.
     *
     * @param clock the clock by which it lives
     * @return the running tenant
     */
    public static SuccessFactorsSimulator start(InstantSource clock) {
        return new SuccessFactorsSimulator(Objects.requireNonNull(clock, "clock"));
    }

    /**
     * Gives the address of the API server.
     *
     * @return such as {@code http://127.0.0.1:40123}
     */
    public String endpoint() {
        return server.url();
    }

    /**
     * Gives the company id.
     *
     * @return the id
     */
    public String company() {
        return COMPANY;
    }

    /**
     * Gives the API user.
     *
     * @return the user without the company id
     */
    public String user() {
        return USER;
    }

    /**
     * Gives the user's password.
     *
     * @return the password
     */
    public String password() {
        return PASSWORD;
    }

    /**
     * Registers an OAuth client.
     *
     * @param apiKey its API key
     * @param key the key of its certificate
     */
    public synchronized void register(String apiKey, PublicKey key) {
        tokens.register(apiKey, key);
    }

    /** Makes all tokens and sessions invalid. */
    public synchronized void revokeTokens() {
        tokens.revoke();
        sessions.end();
    }

    /** Ends all sessions. */
    public synchronized void endSessions() {
        sessions.end();
    }

    /**
     * Counts how often somebody signed in, which a session saves.
     *
     * @return the count
     */
    public synchronized int signIns() {
        return sessions.signIns();
    }

    /**
     * Hires a person whose user id is the person id.
     *
     * @param person the person id
     * @param start the first day
     * @param details says who it is
     */
    public synchronized void hire(String person, LocalDate start, Consumer<PersonEdit> details) {
        personnel.employ(person, person, start, edit(details), "ST", false);
    }

    /**
     * Contracts a contingent worker whose user id is the person id.
     *
     * @param person the person id
     * @param start the first day
     * @param details says who it is
     */
    public synchronized void contract(String person, LocalDate start, Consumer<PersonEdit> details) {
        personnel.employ(person, person, start, edit(details), "ST", true);
    }

    /**
     * Gives a person a further employment: a rehire, a conversion, a second job or a global assignment.
     *
     * @param person the person id
     * @param user the user id of this employment
     * @param start the first day
     * @param assignmentClass ST or GA
     * @param details says what it is
     */
    public synchronized void employ(
            String person, String user, LocalDate start, String assignmentClass, Consumer<PersonEdit> details) {
        personnel.employ(person, user, start, edit(details), assignmentClass, false);
    }

    /**
     * A person without an employment, such as a dependant.
     *
     * @param person the person id
     */
    public synchronized void dependant(String person) {
        personnel.addPerson(person);
    }

    /**
     * Changes a person, and the job from today on where something of it is named.
     *
     * @param person the person id, which is the user id too
     * @param details what
     */
    public synchronized void change(String person, Consumer<PersonEdit> details) {
        change(person, person, tenant.today(), details);
    }

    /**
     * Changes a person, and the job from a day on, past or ahead.
     *
     * @param person the person id
     * @param user the user id of the employment
     * @param from from when
     * @param details what
     */
    public synchronized void change(String person, String user, LocalDate from, Consumer<PersonEdit> details) {
        personnel.change(person, user, from, edit(details));
    }

    /**
     * Sets the status of an employment from a day on.
     *
     * @param user the user id
     * @param from from when
     * @param status the external code, such as P for paid leave
     */
    public synchronized void status(String user, LocalDate from, String status) {
        personnel.status(user, from, status);
    }

    /**
     * Ends an employment: a job record from the day after, and the end date.
     *
     * @param user the user id
     * @param lastDay the last day
     * @param reason the event reason
     */
    public synchronized void terminate(String user, LocalDate lastDay, String reason) {
        personnel.terminate(user, lastDay, reason);
    }

    /**
     * Withdraws a termination, which takes its record away.
     *
     * @param user the user id
     */
    public synchronized void withdrawTermination(String user) {
        personnel.withdrawTermination(user);
    }

    /**
     * Hires somebody again on the old employment, which blanks its end date.
     *
     * @param user the user id
     * @param start the new first day
     */
    public synchronized void rehire(String user, LocalDate start) {
        personnel.rehire(user, start);
    }

    /**
     * Takes a person out of the tenant as if there had never been one.
     *
     * @param person the person id
     */
    public synchronized void purge(String person) {
        tenant.remove(person);
    }

    /**
     * Hides a property or navigation from the API user.
     *
     * @param entity the entity
     * @param name the property or navigation
     */
    public synchronized void hide(String entity, String name) {
        service.hide(entity, name);
    }

    /**
     * Denies the API user an entity.
     *
     * @param entity the entity, such as {@code Picklist}
     */
    public synchronized void deny(String entity) {
        service.deny(entity);
    }

    /**
     * Lets the next calls go wrong.
     *
     * @param what which ones: an entity, {@code upsert}, {@code $metadata}, {@code token}, or {@code *} for any
     * @param times how many
     * @param fault what happens
     */
    public void fail(String what, int times, SuccessFactorsFault fault) {
        faults.add(what, 0, times, fault);
    }

    /**
     * Lets later calls go wrong.
     *
     * @param what which ones, as in {@link #fail}
     * @param passes how many go well before
     * @param times how many go wrong then
     * @param fault what happens then
     */
    public void failAfter(String what, int passes, int times, SuccessFactorsFault fault) {
        faults.add(what, passes, times, fault);
    }

    /** Lets everything go well again. */
    public void heal() {
        faults.clear();
    }

    /**
     * Gives the e-mails or phones of a person.
     *
     * @param entity {@code PerEmail} or {@code PerPhone}
     * @param person the person id
     * @return the records: text and truth values by property
     */
    public synchronized List<Map<String, Object>> records(String entity, String person) {
        return tenant.where(entity, "personIdExternal", person).stream()
                .map(row -> {
                    Map<String, Object> there = new TreeMap<>();
                    row.forEach((name, value) -> {
                        if (value != null) {
                            there.put(name, value);
                        }
                    });
                    return there;
                })
                .toList();
    }

    /**
     * Gives all requests so far, those that went wrong included.
     *
     * @return the requests, in order
     */
    public synchronized List<SeenRequest> requests() {
        return List.copyOf(requests);
    }

    /** Stops the tenant. Safe to call twice. */
    @Override
    public void close() {
        server.close();
    }

    private void picklist(String id, Map<String, String> options) {
        tenant.add("Picklist", Map.of("picklistId", id));
        options.forEach((code, option) -> tenant.add(
                "PicklistOption", Map.of("id", Long.valueOf(option), "externalCode", code, "picklistId", id)));
    }

    private static PersonEdit edit(Consumer<PersonEdit> details) {
        PersonEdit edit = new PersonEdit();
        details.accept(edit);
        return edit;
    }

    private synchronized SimReply answer(SimRequest request) {
        String path = "/" + String.join("/", request.steps());
        requests.add(new SeenRequest(
                request.method(),
                path,
                request.query(),
                request.headers(),
                request.body().utf8()));
        String what = what(path);
        Optional<SuccessFactorsFault> fault = faults.take(what);
        if (fault.isPresent() && !fault.get().answersFirst()) {
            return dated(fault.get().apply(SimReply.empty(500)));
        }
        SimReply reply = answer(request, path);
        return dated(fault.map(one -> one.apply(reply)).orElse(reply));
    }

    private static String what(String path) {
        if (path.equals(TOKEN_PATH)) {
            return "token";
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        int bracket = last.indexOf('(');
        return bracket < 0 ? last : last.substring(0, bracket);
    }

    private SimReply dated(SimReply reply) {
        return reply.with(
                "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(tenant.now().atOffset(ZoneOffset.UTC)));
    }

    private SimReply answer(SimRequest request, String path) {
        try {
            if (path.equals(TOKEN_PATH)) {
                return tokens.token(request, server.url() + TOKEN_PATH);
            }
            if (!path.startsWith("/odata/v2/")) {
                throw Refusal.text(404, "[LGN0001]Not found");
            }
            Optional<String> session = sessions.of(request);
            SimReply reply = path.equals("/odata/v2/upsert") ? upserts.answer(request) : service.answer(request);
            return session.map(id -> reply.with("Set-Cookie", "JSESSIONID=" + id + "; Path=/; HttpOnly")
                            .with("X-CSRF-Token", "csrf-" + id))
                    .orElse(reply);
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }
}
