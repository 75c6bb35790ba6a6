package dev.tenure.simulators.okta;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user, as it is now and as the search still sees it. Guarded by the lock of its organisation. */
final class User {

    /** What of a user a search finds: a copy, since the user itself moves on. */
    record Snapshot(Map<String, Object> profile, UserStatus status, Instant lastUpdated) {}

    final String id;
    final String typeId;
    final Instant created;
    final Map<String, Object> profile;
    final Set<String> groups = new LinkedHashSet<>();
    final Map<String, AppDirectory.Assignment> apps = new LinkedHashMap<>();
    UserStatus status;

    @Nullable
    UserStatus transitioningTo;

    Instant transitionEnds = Instant.MIN;

    @Nullable
    Instant activated;

    Instant statusChanged;
    Instant lastUpdated;
    boolean sourcedElsewhere;

    @Nullable
    Snapshot searchable;

    User(String id, String typeId, Instant now, Map<String, Object> profile, UserStatus status) {
        this.id = id;
        this.typeId = typeId;
        this.created = now;
        this.profile = new LinkedHashMap<>(profile);
        this.status = status;
        this.statusChanged = now;
        this.lastUpdated = now;
    }

    String login() {
        return String.valueOf(profile.get("login"));
    }

    void become(UserStatus next, Instant now) {
        status = next;
        statusChanged = now;
        lastUpdated = now;
        transitioningTo = null;
        if (next == UserStatus.DEPROVISIONED) {
            apps.clear();
        }
        if (next == UserStatus.ACTIVE || next == UserStatus.PROVISIONED) {
            activated = now;
        }
    }

    Snapshot snapshot() {
        return new Snapshot(new LinkedHashMap<>(profile), status, lastUpdated);
    }

    /** Gives a property by the name that filters and searches use. */
    @Nullable
    String property(String name) {
        return property(name, snapshotless());
    }

    @Nullable
    String property(String name, Snapshot seen) {
        if (name.startsWith("profile.")) {
            Object value = seen.profile().get(name.substring("profile.".length()));
            return value == null ? null : value.toString();
        }
        return switch (name) {
            case "id" -> id;
            case "type.id" -> typeId;
            case "status" -> seen.status().name();
            case "created" -> Times.text(created);
            case "lastUpdated" -> Times.text(seen.lastUpdated());
            default -> null;
        };
    }

    /** Without copying the profile. */
    private Snapshot snapshotless() {
        return new Snapshot(profile, status, lastUpdated);
    }

    Map<String, @Nullable Object> json(String baseUrl) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("status", status.name());
        if (transitioningTo != null) {
            json.put("transitioningToStatus", transitioningTo.name());
        }
        json.put("created", Times.text(created));
        json.put("activated", activated == null ? null : Times.text(activated));
        json.put("statusChanged", Times.text(statusChanged));
        json.put("lastLogin", null);
        json.put("lastUpdated", Times.text(lastUpdated));
        json.put("passwordChanged", null);
        json.put("type", Map.of("id", typeId));
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(profile);
        shown.putIfAbsent("mobilePhone", null);
        shown.putIfAbsent("secondEmail", null);
        json.put("profile", shown);
        json.put("credentials", Map.of("provider", Map.of("type", "OKTA", "name", "OKTA")));
        json.put("_links", Map.of("self", Map.of("href", baseUrl + "/api/v1/users/" + id)));
        return json;
    }
}
