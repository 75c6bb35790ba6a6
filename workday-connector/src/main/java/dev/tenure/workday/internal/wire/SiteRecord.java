package dev.tenure.workday.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place where a job is done.
 *
 * @param name the location's name
 * @param location the ids of the location
 * @param addresses its addresses, in the order of the document
 */
public record SiteRecord(@Nullable String name, Ids location, List<AddressRecord> addresses) {

    /** Prints no place. */
    @Override
    public String toString() {
        return "SiteRecord[]";
    }
}
