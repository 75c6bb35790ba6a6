package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.http.FaultQueue;
import dev.tenure.simulators.internal.http.LoopbackServer;
import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import dev.tenure.simulators.internal.json.Json;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A simulated application with a SCIM 2.0 interface that listens on loopback until it is closed. Seed it, let a connector
 * work on it, and look at what became of it. Calls are named by method and path with placeholders, such as
 * {@code PATCH /Users/{id}}. Safe for use by several threads.
 */
public final class ScimSimulator implements AutoCloseable {

    private static final String BASE = "/scim/v2";
    private static final String SCIM_JSON = "application/scim+json";

    private final String token;
    private final Set<ScimQuirk> quirks;
    private final Set<String> dropped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Store store;
    private final Checks checks;
    private final Listing listing;
    private final Endpoints endpoints;
    private final boolean versions;
    private final FaultQueue<Fault> faults = new FaultQueue<>();
    private final List<SimulatedWrite> writes = new ArrayList<>();
    private final Map<String, Integer> calls = new TreeMap<>();
    private final List<Map<String, String>> headers = new ArrayList<>();
    private final AtomicInteger errors = new AtomicInteger();
    private final LoopbackServer server;

    private ScimSimulator(Builder builder) {
        this.token = builder.token;
        this.quirks = EnumSet.noneOf(ScimQuirk.class);
        quirks.addAll(builder.quirks);
        this.versions = builder.versions;
        this.store = new Store(builder.clock, quirks);
        this.checks = new Checks(quirks, dropped);
        this.listing = new Listing(store, quirks, builder.largestPage, builder.cursors);
        Discovery discovery =
                new Discovery(quirks, builder.versions, builder.cursors, builder.bulkOperations, builder.largestPage);
        this.endpoints = new Endpoints(
                store,
                checks,
                listing,
                discovery,
                quirks,
                builder.versions,
                builder.bulkOperations,
                builder.clock,
                writes);
        this.server = LoopbackServer.start("scim-simulator", this::answer);
    }

    /**
     * Starts to describe a service without users that keeps to the RFCs.
     *
     * @param clock the clock by which the service lives
     * @return a builder
     */
    public static Builder builder(InstantSource clock) {
        return new Builder(clock);
    }

    /**
     * Gives the base address.
     *
     * @return such as {@code http://127.0.0.1:40123/scim/v2}
     */
    public String url() {
        return server.url() + BASE;
    }

    /**
     * Gives the bearer token that the service takes.
     *
     * @return the token
     */
    public String token() {
        return token;
    }

    /**
     * Adds a user as if an administrator had.
     *
     * @param attributes the resource, with {@code userName}
     * @return the user
     */
    public SimulatedUser addUser(Map<String, ?> attributes) {
        synchronized (store) {
            return view(store.create(Type.USER, checks.taken(Json.map(Json.copy(attributes)), Type.USER)));
        }
    }

    /**
     * Changes an attribute of a user behind the connector's back.
     *
     * @param idOrName the user
     * @param attribute the attribute, a top one of the core schema
     * @param value its new value
     */
    public void setAttribute(String idOrName, String attribute, Object value) {
        synchronized (store) {
            Map<String, @Nullable Object> row =
                    store.named(Type.USER, idOrName).orElseThrow(() -> Refusal.notFound(idOrName));
            row.put(attribute, value);
            store.replace(Type.USER, String.valueOf(row.get("id")), row);
        }
    }

    /**
     * Adds a group as if an administrator had.
     *
     * @param name its name
     * @return its id
     */
    public String addGroup(String name) {
        synchronized (store) {
            Map<String, @Nullable Object> group = Json.object();
            group.put("displayName", name);
            return String.valueOf(store.create(Type.GROUP, group).get("id"));
        }
    }

    /**
     * Finds a user.
     *
     * @param idOrName the id, or the user name whatever its case
     * @return the user as it is now; empty if there is none
     */
    public Optional<SimulatedUser> user(String idOrName) {
        synchronized (store) {
            return store.named(Type.USER, idOrName).map(this::view);
        }
    }

    /**
     * Gives all users.
     *
     * @return the users in the order in which they were made
     */
    public List<SimulatedUser> users() {
        synchronized (store) {
            return store.all(Type.USER).stream().map(this::view).toList();
        }
    }

    /**
     * Gives the members of each group, as stored: who is in it twice is named twice.
     *
     * @return user names, or ids of users that are gone, by the group's name
     */
    public Map<String, List<String>> groups() {
        synchronized (store) {
            Map<String, List<String>> all = new TreeMap<>();
            for (Map<String, @Nullable Object> group : store.all(Type.GROUP)) {
                List<String> names = Store.members(group).stream()
                        .map(id -> store.find(Type.USER, id)
                                .map(user -> String.valueOf(user.get("userName")))
                                .orElse(id))
                        .toList();
                all.put(String.valueOf(group.get("displayName")), names);
            }
            return all;
        }
    }

    /**
     * Counts the calls so far, refused ones too.
     *
     * @return counts by the call's name
     */
    public Map<String, Integer> calls() {
        synchronized (calls) {
            return new TreeMap<>(calls);
        }
    }

    /**
     * Counts all calls so far.
     *
     * @return how many
     */
    public int callCount() {
        return calls().values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Gives the headers of the calls so far.
     *
     * @return for each call, in order, values by name in lower case
     */
    public List<Map<String, String>> headers() {
        synchronized (calls) {
            return List.copyOf(headers);
        }
    }

    /** Forgets the calls and writes so far. */
    public void forgetCalls() {
        synchronized (calls) {
            calls.clear();
            headers.clear();
        }
        synchronized (store) {
            writes.clear();
        }
    }

    /**
     * Gives what was changed by calls, also where the change left everything as it was.
     *
     * @return the writes, in order
     */
    public List<SimulatedWrite> writes() {
        synchronized (store) {
            return List.copyOf(writes);
        }
    }

    /**
     * Counts the calls that were answered with an error.
     *
     * @return how many
     */
    public int errors() {
        return errors.get();
    }

    /**
     * Lets the next calls of a kind go wrong.
     *
     * @param call the call's name, or {@code *} for any
     * @param times how many of them
     * @param fault what goes wrong
     */
    public void failNext(String call, int times, Fault fault) {
        faults.add(call, 0, times, fault);
    }

    /** Takes back what {@link #failNext} announced and did not come about. */
    public void failNoMore() {
        faults.clear();
    }

    /**
     * Leaves an attribute out of all that is stored from now on, without a word.
     *
     * @param attribute the attribute, with the URN of its schema and a colon before it if it is one of an extension
     */
    public void drop(String attribute) {
        synchronized (store) {
            dropped.add(attribute);
        }
    }

    /** Lets no cursor that was given out hold any longer. */
    public void expireCursors() {
        synchronized (store) {
            listing.expireCursors();
        }
    }

    /** Stops listening. Safe to call twice. */
    @Override
    public void close() {
        server.close();
    }

    static Map<String, @Nullable Object> error(Refusal refusal, boolean statusIsANumber) {
        Map<String, @Nullable Object> body = Json.object();
        body.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:Error"));
        body.put("status", statusIsANumber ? (Object) (long) refusal.status() : Integer.toString(refusal.status()));
        if (!refusal.type().isEmpty()) {
            body.put("scimType", refusal.type());
        }
        body.put("detail", refusal.detail());
        return body;
    }

    private SimulatedUser view(Map<String, @Nullable Object> row) {
        return new SimulatedUser(row, store.groupsOf(String.valueOf(row.get("id"))));
    }

    private SimReply answer(SimRequest request) {
        SimReply reply = route(request);
        if (reply.status() >= 400) {
            errors.incrementAndGet();
        }
        return reply;
    }

    private SimReply route(SimRequest request) {
        if (!request.path().startsWith(BASE + "/")) {
            return refused(new Refusal(404, "", "Endpoint not found"));
        }
        List<String> steps = new ArrayList<>(List.of(request.steps()));
        steps.subList(0, 2).clear();
        String name = request.method() + " /" + steps.get(0) + (steps.size() > 1 ? "/{id}" : "");
        synchronized (calls) {
            calls.merge(name, 1, Integer::sum);
            headers.add(request.headers());
        }
        if (!request.header("Authorization").equals(Optional.of("Bearer " + token))) {
            return refused(new Refusal(401, "", "The bearer token is missing or wrong"));
        }
        Optional<Fault> fault = faults.take(name);
        if (fault.isPresent()) {
            return faulty(fault.get(), request, steps);
        }
        return worked(request, steps);
    }

    private SimReply worked(SimRequest request, List<String> steps) {
        try {
            Endpoints.Call call = new Endpoints.Call(
                    request.method(), steps, request.query(), body(request), request.header("If-Match"));
            synchronized (store) {
                return written(endpoints.answer(call));
            }
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private Map<String, @Nullable Object> body(SimRequest request) {
        if (request.body().size() == 0) {
            return Json.object();
        }
        String type = request.header("Content-Type").orElse("");
        boolean scim = type.startsWith(SCIM_JSON);
        if ((quirks.contains(ScimQuirk.SCIM_JSON_ALONE) && !type.equals(SCIM_JSON))
                || (quirks.contains(ScimQuirk.PLAIN_JSON_ALONE) && scim)) {
            throw new Refusal(400, "", "Invalid content type");
        }
        return Json.object(request.body())
                .orElseThrow(() -> Refusal.invalid("invalidSyntax", "The body is not a JSON object"));
    }

    private SimReply written(Endpoints.Result result) {
        if (result.body().isEmpty()) {
            return SimReply.empty(result.status());
        }
        Map<String, @Nullable Object> body = result.body().get();
        SimReply reply = SimReply.of(result.status(), SCIM_JSON, Json.bytes(body));
        Object version = Json.map(body.get("meta")).get("version");
        if (!versions && body.get("meta") != null) {
            // Some frameworks send a tag of their own, whatever the configuration says.
            return reply.with("ETag", "W/\"framework\"");
        }
        return version == null ? reply : reply.with("ETag", version.toString());
    }

    private SimReply refused(Refusal refusal) {
        boolean number = quirks.contains(ScimQuirk.ERROR_STATUS_IS_A_NUMBER);
        return SimReply.of(refusal.status(), SCIM_JSON, Json.bytes(error(refusal, number)));
    }

    private SimReply faulty(Fault fault, SimRequest request, List<String> steps) {
        return switch (fault.kind()) {
            case ERROR -> {
                SimReply reply = refused(new Refusal(fault.status(), fault.type(), fault.detail()));
                yield fault.retryAfter()
                        .map(wait -> reply.with("Retry-After", Long.toString(wait.toSeconds())))
                        .orElse(reply);
            }
            case CUT -> worked(request, steps).arriving(SimReply.Arrives.HALF);
            case LOSE_ANSWER -> worked(request, steps).arriving(SimReply.Arrives.NOTHING);
            case GARBAGE -> SimReply.of(200, "text/html", ByteString.encodeUtf8("<html>Please sign in</html>"));
        };
    }

    /** Collects the settings of a service. Not for use by several threads. */
    public static final class Builder {

        private final InstantSource clock;
        private final Set<ScimQuirk> quirks = new LinkedHashSet<>();
        private String token = "simulated-scim-token";
        private boolean versions;
        private boolean cursors;
        private int bulkOperations;
        private int largestPage = 100;

        private Builder(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /**
         * Sets the bearer token. By default one is made up.
         *
         * @param value the token
         * @return this builder
         */
        public Builder token(String value) {
            this.token = Objects.requireNonNull(value, "token");
            return this;
        }

        /**
         * Adds a way in which the service differs. By default it keeps to the RFCs.
         *
         * @param quirk the way
         * @return this builder
         */
        public Builder quirk(ScimQuirk quirk) {
            quirks.add(Objects.requireNonNull(quirk, "quirk"));
            return this;
        }

        /**
         * Announces and checks versions (ETag, If-Match).
         *
         * @return this builder
         */
        public Builder versions() {
            this.versions = true;
            return this;
        }

        /**
         * Announces and takes cursors for paging (RFC 9865).
         *
         * @return this builder
         */
        public Builder cursors() {
            this.cursors = true;
            return this;
        }

        /**
         * Announces and takes bulk calls.
         *
         * @param operations how many operations a call may hold, at least 1
         * @return this builder
         */
        public Builder bulk(int operations) {
            this.bulkOperations = operations;
            return this;
        }

        /**
         * Sets how many resources a page holds at most, whatever is asked for. By default 100.
         *
         * @param value at least 1
         * @return this builder
         */
        public Builder largestPage(int value) {
            this.largestPage = value;
            return this;
        }

        /**
         * Opens a port and begins to listen.
         *
         * @return the running service
         */
        public ScimSimulator start() {
            return new ScimSimulator(this);
        }
    }
}
