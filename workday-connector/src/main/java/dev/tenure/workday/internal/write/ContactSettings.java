package dev.tenure.workday.internal.write;

import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.workday.internal.wire.UsageTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How contact data are written.
 *
 * @param fields what may be written
 * @param usages the ids of the usage types; a new entry gets the first
 * @param phoneDevices the ids of the device types of phones that are no mobile ones; a new entry gets the first
 * @param mobileDevices the ids of the device types of mobile phones; a new entry gets the first
 * @param countryCodes the tenant's ids of country phone codes, by those such as {@code USA_1}; may be empty
 */
public record ContactSettings(
        Set<ContactField> fields,
        UsageTypes usages,
        List<String> phoneDevices,
        List<String> mobileDevices,
        Map<String, String> countryCodes) {

    /** Gives the tenant's id of a country phone code. */
    String countryCode(PhoneNumber number) {
        return countryCodes.getOrDefault(number.countryCode(), number.countryCode());
    }

    /** Copies the collections. */
    public ContactSettings {
        fields = Set.copyOf(fields);
        phoneDevices = List.copyOf(phoneDevices);
        mobileDevices = List.copyOf(mobileDevices);
        countryCodes = Map.copyOf(countryCodes);
    }
}
