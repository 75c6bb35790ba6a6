package dev.tenure.workday.internal.translate;

import java.util.Set;

/**
 * How a profile is read.
 *
 * @param departmentType the id of the organization type that {@code businessUnit} is taken from
 * @param personalPhones whether a personal number stands in for a missing work number
 * @param workPhoneDevices the ids of the device types of a work phone
 * @param mobilePhoneDevices the ids of the device types of a mobile phone
 */
public record ProfileOptions(
        String departmentType, boolean personalPhones, Set<String> workPhoneDevices, Set<String> mobilePhoneDevices) {

    /** Copies the sets. */
    public ProfileOptions {
        workPhoneDevices = Set.copyOf(workPhoneDevices);
        mobilePhoneDevices = Set.copyOf(mobilePhoneDevices);
    }
}
