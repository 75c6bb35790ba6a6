package dev.tenure.scim.internal.translate;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.scim.internal.wire.Json;
import dev.tenure.scim.internal.wire.ScimPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes and changes whole users, as POST and PUT send them. */
public final class Users {

    private Users() {}

    /**
     * Makes a new user that is active.
     *
     * @param values its values; those without one are left out
     * @param active what stands for true
     * @return the resource
     */
    public static Map<String, @Nullable Object> create(Map<ScimPath, AttributeValue> values, Object active) {
        Map<String, @Nullable Object> user = Json.object();
        values.forEach((path, value) -> {
            if (!Values.isEmpty(value)) {
                path.write(user, Values.json(value));
            }
        });
        List<Object> emails = Json.list(user.get("emails"));
        boolean hasPrimary = emails.stream()
                .anyMatch(email -> Json.truth(Json.object(email).get("primary")).orElse(false));
        if (!emails.isEmpty() && !hasPrimary) {
            Json.object(emails.get(0)).put("primary", true);
        }
        user.put("active", active);
        user.put("schemas", schemas(user));
        return user;
    }

    /**
     * Changes a user that was read; what the change does not name stays, what is the service's own goes.
     *
     * @param user the resource, which changes
     * @param values what to set; null clears
     * @return the resource
     */
    public static Map<String, @Nullable Object> change(
            Map<String, @Nullable Object> user, Map<ScimPath, AttributeValue> values) {
        values.forEach((path, value) -> {
            if (Values.isEmpty(value)) {
                path.remove(user);
            } else {
                path.write(user, Values.json(value));
            }
        });
        user.remove("meta");
        user.remove("groups");
        user.put("schemas", schemas(user));
        return user;
    }

    /**
     * Finds what was sent and is not there: services leave out what they do not know, without a word.
     *
     * @param sent what was sent
     * @param stored the resource as the service answered it
     * @return the paths that have no value now
     */
    public static List<String> ignored(Map<ScimPath, AttributeValue> sent, Map<String, @Nullable Object> stored) {
        List<String> ignored = new ArrayList<>();
        sent.forEach((path, value) -> {
            if (!Values.isEmpty(value) && Values.any(path.read(stored)).isNull()) {
                ignored.add(path.toString());
            }
        });
        return ignored;
    }

    /** The core schema, those of the extensions that are used, and others that were there and are not known. */
    private static List<Object> schemas(Map<String, @Nullable Object> user) {
        Set<Object> urns = new LinkedHashSet<>();
        urns.add(ScimPath.USER);
        user.keySet().stream().filter(name -> name.startsWith("urn:")).forEach(urns::add);
        return List.copyOf(urns);
    }
}
