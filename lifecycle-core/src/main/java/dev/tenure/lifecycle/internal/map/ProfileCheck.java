package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.MappingRow;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.mapping.RowFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a profile that a target takes as it is against what the target says of its attributes: the same check that a
 * mapping of the target's own makes of each row. Immutable, for any number of threads.
 */
public final class ProfileCheck {

    private final Map<String, ValueCheck> checks;

    private ProfileCheck(Map<String, ValueCheck> checks) {
        this.checks = checks;
    }

    /**
     * Prepares the check.
     *
     * @param mapping the rows that make the profile
     * @param target the schema of the target
     * @return the check
     */
    public static ProfileCheck of(AttributeMapping mapping, AttributeSchema target) {
        Map<String, ValueCheck> checks = new LinkedHashMap<>();
        for (MappingRow row : mapping.rows()) {
            target.find(row.attribute())
                    .ifPresent(definition -> checks.put(row.attribute(), new ValueCheck(definition)));
        }
        return new ProfileCheck(checks);
    }

    /**
     * Checks a profile.
     *
     * @param profile the profile
     * @return the same with each value as the target takes it, and a fault for each that it does not take
     */
    public Profile check(Profile profile) {
        List<RowFault> faults = new ArrayList<>();
        Map<String, AttributeValue> converted = new LinkedHashMap<>();
        checks.forEach((attribute, check) -> {
            Optional<AttributeValue> value = profile.values().get(attribute);
            if (value.isEmpty()) {
                return;
            }
            try {
                AttributeValue taken = check.convert(value.get());
                if (!taken.equals(value.get())) {
                    converted.put(attribute, taken);
                }
            } catch (Fault refused) {
                faults.add(new RowFault(attribute, "row '" + attribute + "': " + refused.problem()));
            }
        });
        if (faults.isEmpty() && converted.isEmpty()) {
            return profile;
        }
        Attributes.Builder values = profile.values().toBuilder();
        converted.forEach(values::put);
        faults.forEach(fault -> values.remove(fault.attribute()));
        return profile.withValues(values.build()).withFaults(faults);
    }
}
