package dev.tenure.workday.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address.
 *
 * @param address the address
 * @param usages what it is used for
 * @param reference the ids of the entry, by which it is changed
 */
public record EmailRecord(@Nullable String address, List<UsageRecord> usages, Ids reference) {

    /** Prints no address. */
    @Override
    public String toString() {
        return "EmailRecord[]";
    }
}
