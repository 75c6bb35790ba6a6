package dev.tenure.simulators.okta;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The applications of an organisation and who is assigned to them, singly or through a group. An assignment ends with the
 * user's deactivation. Guarded by the organisation's lock.
 */
final class AppDirectory {

    /** A single assignment. */
    record Assignment(Instant at, Map<String, @Nullable Object> profile, Optional<String> externalId) {}

    private final InstantSource clock;
    private final Ids ids;
    private final Organisation users;
    private final Map<String, App> byId = new TreeMap<>();

    AppDirectory(InstantSource clock, Ids ids, Organisation users) {
        this.clock = clock;
        this.ids = ids;
        this.users = users;
    }

    App add(String label, boolean provisions) {
        App app = new App(ids.next("0oa"), label, provisions);
        byId.put(app.id, app);
        return app;
    }

    App get(String id) {
        App app = byId.get(id);
        if (app == null) {
            throw Refusal.notFound(id, "AppInstance");
        }
        return app;
    }

    /** Assigns a user singly. Who came by a group is assigned singly from now on. */
    Assignment assign(App app, User user, Map<String, @Nullable Object> profile) {
        if (user.status == UserStatus.DEPROVISIONED) {
            throw inactive();
        }
        if (user.apps.containsKey(app.id)) {
            throw Refusal.of(409, "E0000062", "The specified user is already assigned to the application.");
        }
        Optional<String> externalId = app.provisions ? Optional.of("ext-" + user.id) : Optional.empty();
        Assignment assignment = new Assignment(clock.instant(), new LinkedHashMap<>(profile), externalId);
        user.apps.put(app.id, assignment);
        return assignment;
    }

    void update(App app, User user, Map<String, @Nullable Object> profile) {
        if (user.status == UserStatus.DEPROVISIONED) {
            throw inactive();
        }
        requireAssigned(app, user);
        Assignment present = user.apps.getOrDefault(
                app.id, new Assignment(clock.instant(), new LinkedHashMap<>(), Optional.empty()));
        present.profile().putAll(profile);
        user.apps.put(app.id, present);
    }

    void unassign(App app, User user) {
        requireAssigned(app, user);
        if (user.apps.remove(app.id) == null) {
            throw Refusal.invalid("scope", List.of("scope: The user is assigned through a group"));
        }
    }

    /** Gives the assigned users after an id, in the order of their ids. */
    List<User> assigned(App app, String after, int limit) {
        List<User> page = new ArrayList<>();
        for (User user : users.all()) {
            if (page.size() < limit && user.id.compareTo(after) > 0 && isAssigned(app, user)) {
                page.add(user);
            }
        }
        return page;
    }

    Map<String, @Nullable Object> json(App app, User user) {
        requireAssigned(app, user);
        Assignment single = user.apps.get(app.id);
        Instant since = single == null ? user.statusChanged : single.at();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", user.id);
        if (single != null && single.externalId().isPresent()) {
            json.put("externalId", single.externalId().get());
        }
        json.put("created", Times.text(since));
        json.put("lastUpdated", Times.text(since));
        json.put("statusChanged", Times.text(since));
        json.put("scope", single == null ? "GROUP" : "USER");
        json.put("status", app.provisions ? "PROVISIONED" : "ACTIVE");
        json.put("syncState", app.provisions ? "SYNCHRONIZED" : "DISABLED");
        json.put("credentials", Map.of("userName", user.login()));
        json.put("profile", single == null ? Map.of() : single.profile());
        json.put("_links", Map.of());
        return json;
    }

    private static boolean isAssigned(App app, User user) {
        return user.status != UserStatus.DEPROVISIONED
                && (user.apps.containsKey(app.id) || user.groups.stream().anyMatch(app.groups::contains));
    }

    private static void requireAssigned(App app, User user) {
        if (!isAssigned(app, user)) {
            throw Refusal.notFound(user.id, "AppUser");
        }
    }

    private static Refusal inactive() {
        return Refusal.of(403, "E0000117", "You cannot assign or update an inactive user.");
    }
}
