package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.Attributes;
import java.util.Map;

/**
 * Somebody whom the directory names as the user's manager or assistant.
 *
 * @param user the identity profile
 * @param apps profiles in apps, by the app's name
 */
public record Person(Attributes user, Map<String, Attributes> apps) {

    /** Copies the map. */
    public Person {
        apps = Map.copyOf(apps);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Person[]";
    }
}
