package dev.tenure.workday.internal.translate;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.workday.internal.wire.OverrideRecord;

/** Turns a field of the field override service into an attribute (rule M7). */
final class Overrides {

    private Overrides() {}

    static void put(Attributes.Builder profile, OverrideRecord override) {
        String name = override.name().strip();
        String attribute = name.substring(name.indexOf(':') + 1);
        String value = override.value();
        profile.put(
                attribute.isBlank() ? name : attribute,
                value == null ? AttributeValue.NULL : AttributeValue.normalised(value));
    }
}
