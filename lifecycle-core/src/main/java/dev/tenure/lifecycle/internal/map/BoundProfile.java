package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeName;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import org.jspecify.annotations.Nullable;

/** A profile as a value of the language. It equals itself and nothing else. */
final class BoundProfile {

    /** Stands for somebody who does not exist: every attribute is null, and known to be. */
    static final BoundProfile NOBODY = new BoundProfile(Attributes.empty());

    private final Attributes attributes;

    BoundProfile(Attributes attributes) {
        this.attributes = attributes;
    }

    /** Gives an attribute, or null if it was not read. */
    @Nullable
    AttributeValue get(AttributeName name) {
        AttributeValue value = attributes.get(name).orElse(null);
        return value == null && this == NOBODY ? AttributeValue.NULL : value;
    }

    Iterable<String> names() {
        return attributes.names();
    }
}
