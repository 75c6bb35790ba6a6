package dev.tenure.workday.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * A name, legal or preferred. Names in a local script are another thing and are not read.
 *
 * @param first the first name
 * @param last the last name
 */
public record NameRecord(@Nullable String first, @Nullable String last) {

    /** Prints no name. */
    @Override
    public String toString() {
        return "NameRecord[]";
    }
}
