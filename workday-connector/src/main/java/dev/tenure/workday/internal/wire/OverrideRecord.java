package dev.tenure.workday.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * A field of an integration system's field override service.
 *
 * @param name the field's name, as given in Workday
 * @param value its value, null where it is empty
 */
public record OverrideRecord(String name, @Nullable String value) {

    /** Prints no value. */
    @Override
    public String toString() {
        return "OverrideRecord[" + name + "]";
    }
}
