package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.UsageTypes;
import java.util.Set;

/**
 * How a profile is read.
 *
 * @param departmentType the id of the organization type that {@code businessUnit} is taken from
 * @param accountType what {@code accountType} is taken from
 * @param usages the ids of the usage types of contact data
 * @param personalPhones whether a personal number stands in for a missing work number
 * @param workPhoneDevices the ids of the device types of a work phone
 * @param mobilePhoneDevices the ids of the device types of a mobile phone
 */
public record ProfileOptions(
        String departmentType,
        AccountType accountType,
        UsageTypes usages,
        boolean personalPhones,
        Set<String> workPhoneDevices,
        Set<String> mobilePhoneDevices) {

    /** What the attribute {@code accountType} is taken from. */
    public enum AccountType {
        /** The id of the worker type. */
        WORKER_TYPE_ID,
        /** The name of the worker type, else its id. */
        WORKER_TYPE_NAME,
        /** Whether it is an employee or a contingent worker. */
        WORKER_KIND
    }

    /** Copies the sets. */
    public ProfileOptions {
        workPhoneDevices = Set.copyOf(workPhoneDevices);
        mobilePhoneDevices = Set.copyOf(mobilePhoneDevices);
    }
}
