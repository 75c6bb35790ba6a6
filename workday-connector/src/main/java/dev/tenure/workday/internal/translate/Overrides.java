package dev.tenure.workday.internal.translate;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.mapping.TypedAttributeName;
import dev.tenure.workday.internal.wire.OverrideRecord;

/**
 * Turns a field of the field override service into an attribute (rule M7). A value that is not of the type that its name
 * claims stays the text that it is: the target refuses it by name, and the worker is not held up, since an ending may hang
 * on it.
 */
final class Overrides {

    private Overrides() {}

    static void put(Attributes.Builder profile, OverrideRecord override) {
        String name = override.name().strip();
        String value = override.value() == null ? "" : override.value();
        if (name.endsWith(":")) {
            profile.put(name, AttributeValue.normalised(value));
            return;
        }
        TypedAttributeName typed = TypedAttributeName.parse(name);
        profile.put(typed.name(), converted(typed, value));
    }

    static AttributeValue converted(TypedAttributeName typed, String value) {
        try {
            return typed.convert(value);
        } catch (IllegalArgumentException notOfItsType) {
            return AttributeValue.normalised(value);
        }
    }
}
