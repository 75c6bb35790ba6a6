package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * What came of one row: a value, or the name of what was not read, or a fault. One of the three is there.
 *
 * @param value the value
 * @param notRead the first name that was asked for and not read
 * @param fault what failed
 */
record RowResult(
        @Nullable AttributeValue value,
        @Nullable String notRead,
        @Nullable String fault) {

    /** Says nothing of the value. */
    @Override
    public String toString() {
        return "RowResult[]";
    }
}
