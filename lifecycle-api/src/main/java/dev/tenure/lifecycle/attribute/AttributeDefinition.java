package dev.tenure.lifecycle.attribute;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a source or target says of one attribute.
 *
 * @param name the attribute's name
 * @param type its type
 * @param elementType the type of the elements of an {@link AttributeType#ARRAY}; equal to {@code type} otherwise
 * @param required whether an account must have a value
 * @param readOnly whether the library may not write it
 * @param maxLength the greatest length of a text, in UTF-16 units
 * @param allowed the only values it may have, as text; empty if any will do
 */
public record AttributeDefinition(
        String name,
        AttributeType type,
        AttributeType elementType,
        boolean required,
        boolean readOnly,
        OptionalInt maxLength,
        List<String> allowed) {

    /** Copies the list. */
    public AttributeDefinition {
        allowed = List.copyOf(allowed);
    }

    /**
     * Describes an attribute that anything of its type may be written to.
     *
     * @param name the attribute's name
     * @param type its type, not an array
     * @return the definition
     */
    public static AttributeDefinition of(String name, AttributeType type) {
        return new AttributeDefinition(name, type, type, false, false, OptionalInt.empty(), List.of());
    }
}
