package dev.tenure.workday.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * Personal data.
 *
 * @param universalId what all records of one person share
 * @param preferred the preferred name, null where the block is missing
 * @param legal the legal name, null where the block is missing
 * @param contact how the worker is reached, null where the block is missing
 */
public record PersonRecord(
        @Nullable String universalId,
        @Nullable NameRecord preferred,
        @Nullable NameRecord legal,
        @Nullable ContactRecord contact) {

    /** Prints nothing of the person. */
    @Override
    public String toString() {
        return "PersonRecord[]";
    }
}
