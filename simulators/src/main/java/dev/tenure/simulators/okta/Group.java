package dev.tenure.simulators.okta;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A group. Guarded by the lock of its organisation. */
final class Group {

    final String id;
    final String type;
    final Instant created;
    final Map<String, @Nullable Object> profile;
    final Set<String> members = new TreeSet<>();
    Instant lastUpdated;
    Instant lastMembershipUpdated;

    Group(String id, String type, Instant now, Map<String, @Nullable Object> profile) {
        this.id = id;
        this.type = type;
        this.created = now;
        this.profile = new LinkedHashMap<>(profile);
        this.lastUpdated = now;
        this.lastMembershipUpdated = now;
    }

    String name() {
        return String.valueOf(profile.get("name"));
    }

    @Nullable
    String property(String property) {
        if (property.startsWith("profile.")) {
            Object value = profile.get(property.substring("profile.".length()));
            return value == null ? null : value.toString();
        }
        return switch (property) {
            case "id" -> id;
            case "type" -> type;
            case "lastUpdated" -> Times.text(lastUpdated);
            case "lastMembershipUpdated" -> Times.text(lastMembershipUpdated);
            default -> null;
        };
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("created", Times.text(created));
        json.put("lastUpdated", Times.text(lastUpdated));
        json.put("lastMembershipUpdated", Times.text(lastMembershipUpdated));
        json.put("objectClass", List.of("okta:user_group"));
        json.put("type", type);
        json.put("profile", profile);
        return json;
    }
}
