package dev.tenure.simulators.scim;

import dev.tenure.simulators.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user as the simulated service has it at one moment. Immutable. */
public final class SimulatedUser {

    private final Map<String, @Nullable Object> resource;
    private final Set<String> groups;

    SimulatedUser(Map<String, @Nullable Object> resource, Set<String> groups) {
        this.resource = Json.map(Json.copy(resource));
        this.groups = Set.copyOf(groups);
    }

    /**
     * Gives the id.
     *
     * @return the id
     */
    public String id() {
        return text("id").orElse("");
    }

    /**
     * Gives the login.
     *
     * @return the user name
     */
    public String userName() {
        return text("userName").orElse("");
    }

    /**
     * Says whether the user can be used.
     *
     * @return the attribute {@code active}; true where it has none
     */
    public boolean active() {
        return text("active").map(Boolean::parseBoolean).orElse(true);
    }

    /**
     * Gives the names of the groups that the user is in.
     *
     * @return the names
     */
    public Set<String> groups() {
        return groups;
    }

    /**
     * Gives an attribute as text.
     *
     * @param steps the names that lead to it, from the outside in; within a list, the {@code type} of the element
     * @return its value as text; empty if it has none
     */
    public Optional<String> text(String... steps) {
        Object value = resource;
        for (String step : steps) {
            value = value instanceof List<?> list
                    ? ofType(list, step)
                    : Json.map(value).get(step);
        }
        return Optional.ofNullable(value).map(Object::toString);
    }

    private static @Nullable Object ofType(List<?> list, String type) {
        for (Object element : list) {
            if (type.equals(Json.map(element).get("type"))) {
                return element;
            }
        }
        return null;
    }

    /** Names the user and says nothing of the person. */
    @Override
    public String toString() {
        return "SimulatedUser[" + id() + "]";
    }
}
