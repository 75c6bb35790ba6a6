package dev.tenure.lifecycle.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds accounts: all of these attributes must have these values. Case is left to the target; who asks compares again.
 *
 * @param values text by attribute name, at least one
 */
public record AccountKey(Map<String, String> values) {

    /** Copies the map; refuses an empty one. */
    public AccountKey {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A key needs an attribute");
        }
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Makes a key of one attribute.
     *
     * @param attribute the attribute's name
     * @param value its text
     * @return the key
     */
    public static AccountKey of(String attribute, String value) {
        return new AccountKey(Map.of(attribute, value));
    }

    /** Names the attributes and prints no value. */
    @Override
    public String toString() {
        return "AccountKey" + values.keySet();
    }
}
