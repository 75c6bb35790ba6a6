package dev.tenure.lifecycle.mapping;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a mapping makes of one worker: every row evaluated once. A row that gives null is {@link AttributeValue#NULL} in
 * {@code values}; a row that needed something that was not read is not in {@code values} but in {@code notRead}, so that
 * nothing is sent for it (rule M6); a row that failed is in {@code faults}.
 *
 * @param values the values, by the target's attribute
 * @param createOnly the attributes that are sent when the account is created and never after
 * @param nullPolicies the attributes whose row has a null policy of its own
 * @param faults the rows that could not be evaluated
 * @param notRead the attributes left out, each with the name of what was not read
 */
public record Profile(
        Attributes values,
        Set<String> createOnly,
        Map<String, NullPolicy> nullPolicies,
        List<RowFault> faults,
        Map<String, String> notRead) {

    /** Copies the collections. */
    public Profile {
        createOnly = Set.copyOf(createOnly);
        nullPolicies = Map.copyOf(nullPolicies);
        faults = List.copyOf(faults);
        notRead = notRead.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(notRead));
    }

    /**
     * Makes a profile whose rows needed nothing that was not read.
     *
     * @param values the values, by the target's attribute
     * @param createOnly the attributes that are sent when the account is created and never after
     * @param nullPolicies the attributes whose row has a null policy of its own
     * @param faults the rows that could not be evaluated
     */
    public Profile(
            Attributes values, Set<String> createOnly, Map<String, NullPolicy> nullPolicies, List<RowFault> faults) {
        this(values, createOnly, nullPolicies, faults, Map.of());
    }

    /**
     * Gives the null policy of an attribute's row.
     *
     * @param attribute the target's attribute
     * @return its policy, {@link NullPolicy#FOLLOW_POLICY} if the row has none of its own
     */
    public NullPolicy nullPolicy(String attribute) {
        return nullPolicies.getOrDefault(attribute, NullPolicy.FOLLOW_POLICY);
    }

    /**
     * Copies this with other values.
     *
     * @param others the values, by the target's attribute
     * @return a profile with these values and the rest of this
     */
    public Profile withValues(Attributes others) {
        return new Profile(others, createOnly, nullPolicies, faults, notRead);
    }

    /**
     * Copies this with other faults.
     *
     * @param others the rows that gave no value that the target takes
     * @return a profile with these faults and the rest of this
     */
    public Profile withFaults(List<RowFault> others) {
        return new Profile(values, createOnly, nullPolicies, others, notRead);
    }

    /** Names the attributes and prints no value. */
    @Override
    public String toString() {
        return "Profile" + values.names();
    }
}
