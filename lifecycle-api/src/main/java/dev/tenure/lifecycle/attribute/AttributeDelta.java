package dev.tenure.lifecycle.attribute;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What to change in a profile: a value sets an attribute, {@link AttributeValue#NULL} clears it, and what is not named
 * stays as it is. Immutable.
 *
 * @param values what to set or clear, by name, in order
 */
public record AttributeDelta(Map<String, AttributeValue> values) {

    private static final AttributeDelta NONE = new AttributeDelta(Map.of());

    /** Copies the map and keeps its order. */
    public AttributeDelta {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Gives the delta that changes nothing.
     *
     * @return no change
     */
    public static AttributeDelta none() {
        return NONE;
    }

    /**
     * Says whether there is nothing to do.
     *
     * @return true if no attribute is named
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Gives the names of the attributes that are set or cleared.
     *
     * @return the names, in order
     */
    public Set<String> names() {
        return values.keySet();
    }

    /**
     * Leaves some attributes out.
     *
     * @param names the attributes that are not to change after all
     * @return the rest
     */
    public AttributeDelta without(Set<String> names) {
        Map<String, AttributeValue> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(names);
        return new AttributeDelta(rest);
    }

    /** Names the attributes and prints no value. */
    @Override
    public String toString() {
        return "AttributeDelta" + values.keySet();
    }
}
