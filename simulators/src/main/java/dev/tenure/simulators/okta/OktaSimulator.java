package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.http.LoopbackServer;
import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A simulated Okta organisation that listens on loopback until it is closed. Seed it, let a connector work on it, and look
 * at what became of it. Calls are named by method and path with placeholders below {@code /api/v1}, such as
 * {@code POST /users/{id}/lifecycle/deactivate}. Safe for use by several threads.
 */
public final class OktaSimulator implements AutoCloseable {

    private final String token;
    private final InstantSource clock;
    private final Organisation users;
    private final GroupDirectory groups;
    private final RateWindows windows;
    private final FaultQueue faults = new FaultQueue();
    private final List<SimulatedWrite> writes = new ArrayList<>();
    private final Map<String, Integer> calls = new TreeMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final ServiceApps apps;
    private final Endpoints endpoints;
    private final LoopbackServer server;

    private OktaSimulator(Builder builder) {
        this.token = builder.token;
        this.clock = builder.clock;
        Ids ids = new Ids();
        this.users = new Organisation(clock, ids);
        this.groups = new GroupDirectory(clock, ids, users.settings);
        this.windows = new RateWindows(clock, builder.limits);
        users.settings.searchLag = builder.searchLag;
        users.settings.transitionDelay = builder.transitionDelay;
        users.settings.editDeactivated = builder.editDeactivated;
        users.settings.passwordless = builder.passwordless;
        builder.attributes.forEach(users.rules::add);
        this.apps = new ServiceApps(clock, builder.apps);
        this.endpoints = new Endpoints(users, groups, clock, writes, this::url);
        this.server = LoopbackServer.start("okta-simulator", this::answer);
    }

    /**
     * Starts to describe an organisation without users.
     *
     * @param clock the clock by which the organisation lives
     * @return a builder
     */
    public static Builder builder(InstantSource clock) {
        return new Builder(clock);
    }

    /**
     * Gives the address of the organisation.
     *
     * @return such as {@code http://127.0.0.1:40123}
     */
    public String url() {
        return server.url();
    }

    /**
     * Gives the API token that the organisation takes.
     *
     * @return the token
     */
    public String token() {
        return token;
    }

    /**
     * Adds a user as if an administrator had.
     *
     * @param profile the profile, with login, email, firstName and lastName
     * @param status the status
     * @return the user
     */
    public SimulatedUser addUser(Map<String, ?> profile, UserStatus status) {
        synchronized (users) {
            User user = users.create(new LinkedHashMap<>(profile), Organisation.DEFAULT_TYPE, false);
            users.put(user, status);
            return view(user);
        }
    }

    /**
     * Gives a user another status as if somebody had, without asking whether Okta would.
     *
     * @param idOrLogin the user
     * @param status the new status
     */
    public void setStatus(String idOrLogin, UserStatus status) {
        synchronized (users) {
            users.put(users.byIdOrLogin(idOrLogin), status);
        }
    }

    /**
     * Says that another system is the source of a user's profile, so that updates are refused.
     *
     * @param idOrLogin the user
     */
    public void sourceElsewhere(String idOrLogin) {
        synchronized (users) {
            users.byIdOrLogin(idOrLogin).sourcedElsewhere = true;
        }
    }

    /**
     * Changes a profile behind the connector's back.
     *
     * @param idOrLogin the user
     * @param attribute the attribute
     * @param value its new value
     */
    public void setAttribute(String idOrLogin, String attribute, Object value) {
        synchronized (users) {
            users.update(users.byIdOrLogin(idOrLogin), new LinkedHashMap<>(Map.of(attribute, value)), false);
        }
    }

    /**
     * Adds a group.
     *
     * @param name its name
     * @param type {@code OKTA_GROUP}, or {@code APP_GROUP} for one that an application owns
     * @return its id
     */
    public String addGroup(String name, String type) {
        synchronized (users) {
            Map<String, @Nullable Object> profile = new LinkedHashMap<>();
            profile.put("name", name);
            profile.put("description", "made by an administrator");
            return groups.create(profile, type).id;
        }
    }

    /**
     * Finds a user.
     *
     * @param idOrLogin the id, or the login as Okta compares it
     * @return the user as it is now; empty if there is none
     */
    public Optional<SimulatedUser> user(String idOrLogin) {
        synchronized (users) {
            return users.find(idOrLogin).map(this::view);
        }
    }

    /**
     * Gives all users.
     *
     * @return the users, deactivated ones too, in the order in which they were made
     */
    public List<SimulatedUser> users() {
        synchronized (users) {
            return users.all().stream().map(this::view).toList();
        }
    }

    /**
     * Counts the users.
     *
     * @return how many there are, deactivated ones too
     */
    public int size() {
        return users.size();
    }

    /**
     * Gives the members of each group.
     *
     * @return logins by the group's name
     */
    public Map<String, Set<String>> groups() {
        synchronized (users) {
            Map<String, Set<String>> all = new TreeMap<>();
            for (Group group : groups.all()) {
                Set<String> logins = new LinkedHashSet<>();
                group.members.forEach(id -> logins.add(users.byIdOrLogin(id).login()));
                all.put(group.name(), logins);
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
        synchronized (calls) {
            return calls.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Forgets the calls and writes so far. */
    public void forgetCalls() {
        synchronized (calls) {
            calls.clear();
        }
        synchronized (users) {
            writes.clear();
        }
    }

    /**
     * Gives what was changed by calls.
     *
     * @return the writes, in order
     */
    public List<SimulatedWrite> writes() {
        synchronized (users) {
            return List.copyOf(writes);
        }
    }

    /**
     * Counts the calls that were refused because a limit was used up.
     *
     * @return how many
     */
    public long rateLimited() {
        return windows.refused();
    }

    /**
     * Counts the calls that were answered with an error, those of {@link #failNext} too.
     *
     * @return how many
     */
    public int errors() {
        return errors.get();
    }

    /**
     * Changes the limits; new windows begin.
     *
     * @param limits the new limits
     */
    public void limits(RateLimits limits) {
        windows.limits(limits);
    }

    /**
     * Lets the next calls of a kind go wrong.
     *
     * @param call the call's name, or {@code *} for any
     * @param times how many of them
     * @param fault what goes wrong
     */
    public void failNext(String call, int times, Fault fault) {
        faults.add(call, times, fault);
    }

    /** Takes back what {@link #failNext} announced and did not come about. */
    public void failNoMore() {
        faults.clear();
    }

    /**
     * Refuses values of an attribute as invalid from now on.
     *
     * @param attribute the attribute
     * @param values which values
     */
    public void refuse(String attribute, Predicate<String> values) {
        synchronized (users) {
            users.rules.refuse(attribute, values);
        }
    }

    /**
     * Takes the values of an attribute again.
     *
     * @param attribute the attribute
     */
    public void refuseNoMore(String attribute) {
        synchronized (users) {
            users.rules.allow(attribute);
        }
    }

    /** Lets no access token of a service app hold any longer. */
    public void revokeTokens() {
        apps.revoke();
    }

    /** Stops listening. Safe to call twice. */
    @Override
    public void close() {
        server.close();
    }

    private SimulatedUser view(User user) {
        Set<String> names = new LinkedHashSet<>();
        user.groups.forEach(id -> names.add(groups.get(id).name()));
        return new SimulatedUser(user.id, user.login(), user.status, user.profile, names);
    }

    private SimReply answer(SimRequest request) {
        int now = underWay.incrementAndGet();
        try {
            SimReply reply = dated(answer(request, now));
            if (reply.status() >= 400) {
                errors.incrementAndGet();
            }
            return reply;
        } finally {
            underWay.decrementAndGet();
        }
    }

    private SimReply answer(SimRequest request, int atOnce) {
        if (request.path().equals(ServiceApps.PATH)) {
            synchronized (calls) {
                calls.merge("POST " + ServiceApps.PATH, 1, Integer::sum);
            }
            return apps.token(request, url());
        }
        Optional<Route> route;
        try {
            route = Route.of(request);
        } catch (Refusal refusal) {
            return error(refusal);
        }
        if (route.isEmpty()) {
            return error(Refusal.notFound(request.path(), "Endpoint"));
        }
        synchronized (calls) {
            calls.merge(route.get().call(), 1, Integer::sum);
        }
        Optional<Refusal> unwelcome = unwelcome(request, route.get());
        if (unwelcome.isPresent()) {
            return error(unwelcome.get());
        }
        return faults.take(route.get().call())
                .map(fault -> faulty(fault, route.get(), request))
                .orElseGet(() -> atOnce > windows.atOnce() ? crowded() : counted(route.get(), request));
    }

    private Optional<Refusal> unwelcome(SimRequest request, Route route) {
        String header = request.header("Authorization").orElse("");
        if (header.startsWith("Bearer ")) {
            return apps.refusal(header.substring("Bearer ".length()), route);
        }
        return header.equals("SSWS " + token)
                ? Optional.empty()
                : Optional.of(Refusal.of(401, "E0000011", "Invalid token provided"));
    }

    private SimReply counted(Route route, SimRequest request) {
        RateWindows.Count count = windows.count(route.bucket());
        if (count.exceeded()) {
            return count.announce(error(quota()));
        }
        return count.announce(worked(route, request));
    }

    private SimReply worked(Route route, SimRequest request) {
        synchronized (users) {
            try {
                return endpoints.answer(route, request);
            } catch (Refusal refusal) {
                return error(refusal);
            }
        }
    }

    private SimReply faulty(Fault fault, Route route, SimRequest request) {
        return switch (fault.kind()) {
            case ERROR -> {
                SimReply reply = error(Refusal.of(fault.status(), fault.code(), "injected"));
                yield fault.retryAfter()
                        .map(wait -> reply.with("Retry-After", Long.toString(wait.toSeconds())))
                        .orElse(reply);
            }
            case QUOTA -> windows.exhaust(route.bucket()).announce(error(quota()));
            case CROWDED -> crowded();
            case CUT -> counted(route, request).arriving(SimReply.Arrives.HALF);
            case LOSE_ANSWER -> counted(route, request).arriving(SimReply.Arrives.NOTHING);
            case GARBAGE -> SimReply.of(200, "text/html", ByteString.encodeUtf8("<html>Please sign in</html>"));
        };
    }

    private SimReply crowded() {
        long reset = clock.instant().getEpochSecond() + 120;
        return error(quota())
                .with("X-Rate-Limit-Limit", "0")
                .with("X-Rate-Limit-Remaining", "0")
                .with("X-Rate-Limit-Reset", Long.toString(reset));
    }

    private static Refusal quota() {
        return Refusal.of(429, "E0000047", "API call exceeded rate limit due to too many requests.");
    }

    private static SimReply error(Refusal refusal) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("errorCode", refusal.code());
        body.put("errorSummary", refusal.summary());
        body.put("errorLink", refusal.code());
        body.put("errorId", "oaeSimulated0000000000");
        body.put(
                "errorCauses",
                refusal.causes().stream()
                        .map(cause -> Map.of("errorSummary", cause))
                        .toList());
        return Endpoints.json(refusal.status(), body);
    }

    private SimReply dated(SimReply reply) {
        return reply.with("Date", Times.http(clock.instant())).with("X-Okta-Request-Id", "simulated");
    }

    /** Collects the settings of an organisation. Not for use by several threads. */
    public static final class Builder {

        private final InstantSource clock;
        private String token = "00simulated-token";
        private RateLimits limits = RateLimits.none();
        private Duration searchLag = Duration.ZERO;
        private Duration transitionDelay = Duration.ZERO;
        private boolean editDeactivated;
        private boolean passwordless;
        private final List<CustomAttribute> attributes = new ArrayList<>();
        private final List<ServiceApps.App> apps = new ArrayList<>();

        private Builder(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /**
         * Sets the API token. By default one is made up.
         *
         * @param value the token
         * @return this builder
         */
        public Builder token(String value) {
            this.token = Objects.requireNonNull(value, "token");
            return this;
        }

        /**
         * Sets the rate limits. By default nobody reaches them.
         *
         * @param value the limits
         * @return this builder
         */
        public Builder limits(RateLimits value) {
            this.limits = Objects.requireNonNull(value, "limits");
            return this;
        }

        /**
         * Sets by how much searches lag behind. By default they do not.
         *
         * @param value the lag
         * @return this builder
         */
        public Builder searchLag(Duration value) {
            this.searchLag = Objects.requireNonNull(value, "searchLag");
            return this;
        }

        /**
         * Sets how long activation and deactivation take. By default they are done when they are answered.
         *
         * @param value the time between the call and the new status
         * @return this builder
         */
        public Builder transitionDelay(Duration value) {
            this.transitionDelay = Objects.requireNonNull(value, "transitionDelay");
            return this;
        }

        /**
         * Turns on the option of an organisation by which profiles of deactivated users can be changed.
         *
         * @return this builder
         */
        public Builder editDeactivatedProfiles() {
            this.editDeactivated = true;
            return this;
        }

        /**
         * Makes passwords optional, so that activated users are ACTIVE at once and not PROVISIONED.
         *
         * @return this builder
         */
        public Builder passwordOptional() {
            this.passwordless = true;
            return this;
        }

        /**
         * Adds an attribute to the user schema.
         *
         * @param attribute the attribute
         * @return this builder
         */
        public Builder attribute(CustomAttribute attribute) {
            attributes.add(Objects.requireNonNull(attribute, "attribute"));
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
        public Builder serviceApp(String clientId, String keyId, PublicKey publicKey, Set<String> scopes) {
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
}
