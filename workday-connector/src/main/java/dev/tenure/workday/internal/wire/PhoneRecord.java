package dev.tenure.workday.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phone number.
 *
 * @param e164 the whole number in the form of E.164, where Workday gives it
 * @param formatted the whole number in whatever form an older or newer version gives it
 * @param countryIso the country, three letters
 * @param countryCode the international code, such as 44
 * @param areaCode the area code, where it stands apart
 * @param number the number
 * @param deviceType the id of the device type
 * @param usages what it is used for
 * @param reference the ids of the entry, by which it is changed
 */
public record PhoneRecord(
        @Nullable String e164,
        @Nullable String formatted,
        @Nullable String countryIso,
        @Nullable String countryCode,
        @Nullable String areaCode,
        @Nullable String number,
        @Nullable String deviceType,
        List<UsageRecord> usages,
        Ids reference) {

    /** Prints no number. */
    @Override
    public String toString() {
        return "PhoneRecord[]";
    }
}
