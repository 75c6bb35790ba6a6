package dev.tenure.workday.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer to Get_Locations.
 *
 * @param page the paging block
 * @param locations the locations
 */
public record LocationsAnswer(PageRecord page, List<LocationRecord> locations) {

    /**
     * A location.
     *
     * @param reference its ids
     * @param timeZone its time zone, as Workday writes it
     */
    public record LocationRecord(Ids reference, @Nullable String timeZone) {}
}
