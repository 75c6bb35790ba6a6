package dev.tenure.workday.internal.write;

import dev.tenure.lifecycle.source.ContactField;
import java.util.List;
import java.util.Set;

/**
 * How contact data are written.
 *
 * @param fields what may be written
 * @param phoneDevices the ids of the device types of phones that are no mobile ones; a new entry gets the first
 * @param mobileDevices the ids of the device types of mobile phones; a new entry gets the first
 */
public record ContactSettings(Set<ContactField> fields, List<String> phoneDevices, List<String> mobileDevices) {

    /** Copies the collections. */
    public ContactSettings {
        fields = Set.copyOf(fields);
        phoneDevices = List.copyOf(phoneDevices);
        mobileDevices = List.copyOf(mobileDevices);
    }
}
