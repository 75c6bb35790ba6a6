package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.http.FaultQueue;
import dev.tenure.simulators.internal.http.LoopbackServer;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A simulated Okta organisation that listens on loopback until it is closed. Seed it, let a connector work on it, and look
 * at what became of it. Calls are named by method and path with placeholders below {@code /api/v1}, such as
 * {@code POST /users/{id}/lifecycle/deactivate}. Safe for use by several threads.
 */
public final class OktaSimulator implements AutoCloseable {

    private final String token;
    private final Organisation users;
    private final GroupDirectory groups;
    private final AppDirectory apps;
    private final RateWindows windows;
    private final FaultQueue<Fault> faults = new FaultQueue<>();
    private final WriteLog writes;
    private final ServiceApps serviceApps;
    private final FrontDoor door;
    private final LoopbackServer server;

    OktaSimulator(OktaSimulatorBuilder settings) {
        this.token = settings.token;
        Ids ids = new Ids();
        this.users = new Organisation(settings.clock, ids);
        this.groups = new GroupDirectory(settings.clock, ids, users.settings);
        this.apps = new AppDirectory(settings.clock, ids, users);
        this.windows = new RateWindows(settings.clock, settings.limits);
        this.writes = new WriteLog(settings.clock);
        users.settings.searchLag = settings.searchLag;
        users.settings.transitionDelay = settings.transitionDelay;
        users.settings.editDeactivated = settings.editDeactivated;
        users.settings.passwordless = settings.passwordless;
        settings.attributes.forEach(users.types.standard().rules()::add);
        settings.types.forEach(users.types::add);
        this.serviceApps = new ServiceApps(settings.clock, settings.apps);
        Endpoints endpoints = new Endpoints(users, groups, apps, writes, this::url);
        this.door = new FrontDoor(settings, users, endpoints, windows, faults, serviceApps, this::url);
        this.server = LoopbackServer.start("okta-simulator", door);
    }

    /**
     * Starts to describe an organisation without users.
     *
     * @param clock the clock by which the organisation lives
     * @return a builder
     */
    public static OktaSimulatorBuilder builder(InstantSource clock) {
        return new OktaSimulatorBuilder(clock);
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
            User user = users.create(new LinkedHashMap<>(profile), UserTypes.DEFAULT_ID, false);
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
     * Adds an application.
     *
     * @param label what it is called
     * @param provisions whether it makes accounts for the users that are assigned to it
     * @return its id
     */
    public String addApp(String label, boolean provisions) {
        synchronized (users) {
            return apps.add(label, provisions).id;
        }
    }

    /**
     * Assigns the members of a group to an application.
     *
     * @param app the application's id
     * @param group the group's id
     */
    public void assignGroup(String app, String group) {
        synchronized (users) {
            apps.get(app).groups.add(groups.get(group).id);
        }
    }

    /**
     * Gives who is assigned to an application, singly or through a group.
     *
     * @param app the application's id
     * @return their logins
     */
    public Set<String> assigned(String app) {
        synchronized (users) {
            Set<String> logins = new LinkedHashSet<>();
            apps.assigned(apps.get(app), "", Integer.MAX_VALUE).forEach(user -> logins.add(user.login()));
            return logins;
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
        return door.calls();
    }

    /**
     * Counts all calls so far.
     *
     * @return how many
     */
    public int callCount() {
        return door.calls().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Forgets the calls and writes so far. */
    public void forgetCalls() {
        door.forgetCalls();
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
            return writes.all();
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
     * Counts the calls that were refused because too many were under way at once.
     *
     * @return how many, those of {@link #failNext} too
     */
    public int crowdedOut() {
        return door.crowdedOut();
    }

    /**
     * Gives the greatest number of calls that were under way at once.
     *
     * @return how many
     */
    public int mostAtOnce() {
        return door.mostAtOnce();
    }

    /**
     * Holds the next calls until this many are under way, so that a test of crowding does not hang on luck. A client that
     * does not send so many at once gets its answers after ten seconds.
     *
     * @param calls how many wait for each other
     */
    public void gather(int calls) {
        door.gather(calls);
    }

    /**
     * Counts the calls that were answered with an error, those of {@link #failNext} too.
     *
     * @return how many
     */
    public int errors() {
        return door.errors();
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
        faults.add(call, 0, times, fault);
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
            users.types.eachRules(rules -> rules.refuse(attribute, values));
        }
    }

    /**
     * Takes the values of an attribute again.
     *
     * @param attribute the attribute
     */
    public void refuseNoMore(String attribute) {
        synchronized (users) {
            users.types.eachRules(rules -> rules.allow(attribute));
        }
    }

    /** Lets no access token of a service app hold any longer. */
    public void revokeTokens() {
        serviceApps.revoke();
    }

    /** Stops listening. Safe to call twice. */
    @Override
    public void close() {
        server.close();
    }

    private SimulatedUser view(User user) {
        Set<String> names = new LinkedHashSet<>();
        user.groups.forEach(id -> names.add(groups.get(id).name()));
        return new SimulatedUser(user.id, user.login(), user.status, user.profile, names, user.typeId);
    }
}
