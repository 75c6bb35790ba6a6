package dev.tenure.lifecycle.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Finds accounts: all of these attributes must have these values. Case is left to the target; who asks compares again
 * by {@link #fold}.
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

    /**
     * Makes the value of a key comparable: two values that differ in case alone are the same one (rules E7, E10).
     *
     * @param value the text of a key
     * @return the text without case, in no locale
     */
    public static String fold(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    /** Names the attributes and prints no value. */
    @Override
    public String toString() {
        return "AccountKey" + values.keySet();
    }
}
