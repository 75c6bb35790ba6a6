package dev.tenure.workday.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param lines its lines, in the order of the document
 * @param municipality the city
 * @param regionName the name of the state or province
 * @param region the ids of the state or province
 * @param postalCode the postal code
 * @param country the ids of the country
 * @param usages what it is used for; none for most sites
 */
public record AddressRecord(
        List<Line> lines,
        @Nullable String municipality,
        @Nullable String regionName,
        Ids region,
        @Nullable String postalCode,
        Ids country,
        List<UsageRecord> usages) {

    /**
     * One line.
     *
     * @param type such as {@code ADDRESS_LINE_1}; blank where the wire has none
     * @param text what stands on it
     */
    public record Line(String type, String text) {

        /** Prints no address. */
        @Override
        public String toString() {
            return "Line[" + type + "]";
        }
    }

    /** Prints no address. */
    @Override
    public String toString() {
        return "AddressRecord[]";
    }
}
