package dev.tenure.simulators.okta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A user as the simulated organisation has it at one moment.
 *
 * @param id the id
 * @param login the login
 * @param status the status
 * @param profile the attributes that have a value, by name
 * @param groups the names of the groups that the user is in
 * @param typeId the id of the user's type
 */
public record SimulatedUser(
        String id, String login, UserStatus status, Map<String, Object> profile, Set<String> groups, String typeId) {

    /** Copies the collections. */
    public SimulatedUser {
        profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
        groups = Set.copyOf(groups);
    }

    /**
     * Gives an attribute as text.
     *
     * @param name the attribute's name
     * @return its value as text; empty if it has none
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(profile.get(name)).map(Object::toString);
    }
}
