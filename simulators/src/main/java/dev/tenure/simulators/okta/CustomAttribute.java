package dev.tenure.simulators.okta;

import java.util.List;
import java.util.Optional;

/**
 * An attribute that the organisation added to its user profile.
 *
 * @param name its name
 * @param type {@code string}, {@code boolean}, {@code integer}, {@code number} or {@code array} (of strings)
 * @param required whether every user must have a value
 * @param mutability {@code READ_WRITE}, {@code READ_ONLY} or {@code IMMUTABLE}
 * @param maxLength the greatest length of a string; 0 for none
 * @param allowed the only values that a string may have; empty if any will do
 * @param source the application that alone writes it, in place of Okta; usually none
 * @param unique whether only one user may have a value of it
 */
public record CustomAttribute(
        String name,
        String type,
        boolean required,
        String mutability,
        int maxLength,
        List<String> allowed,
        Optional<String> source,
        boolean unique) {

    /** Copies the list. */
    public CustomAttribute {
        allowed = List.copyOf(allowed);
    }

    /**
     * Describes an attribute that Okta writes.
     *
     * @param name its name
     * @param type its type
     * @param required whether every user must have a value
     * @param mutability as above
     * @param maxLength the greatest length of a string; 0 for none
     * @param allowed the only values that a string may have; empty if any will do
     */
    public CustomAttribute(
            String name, String type, boolean required, String mutability, int maxLength, List<String> allowed) {
        this(name, type, required, mutability, maxLength, allowed, Optional.empty(), false);
    }

    /**
     * Copies this attribute with a source of its own.
     *
     * @param app the application that alone writes it
     * @return the changed attribute
     */
    public CustomAttribute sourcedBy(String app) {
        return new CustomAttribute(name, type, required, mutability, maxLength, allowed, Optional.of(app), unique);
    }

    /**
     * Copies this attribute as one of which only one user may have a value.
     *
     * @return the changed attribute
     */
    public CustomAttribute asUnique() {
        return new CustomAttribute(name, type, required, mutability, maxLength, allowed, source, true);
    }

    /**
     * Describes an attribute that is optional and may be written.
     *
     * @param name its name
     * @param type its type
     * @return the attribute
     */
    public static CustomAttribute of(String name, String type) {
        return new CustomAttribute(name, type, false, "READ_WRITE", 0, List.of());
    }
}
