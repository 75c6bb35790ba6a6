package dev.tenure.workday.internal.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A change of contact data, all for work or all at home, which are two operations.
 *
 * @param usage {@code WORK} or {@code HOME}
 * @param wid Workday's own id of the worker
 * @param effective from when
 * @param phones phone numbers to change or add
 * @param emails e-mail addresses to change or add
 */
public record ContactChange(
        String usage, String wid, LocalDate effective, List<PhoneEntry> phones, List<EmailEntry> emails) {

    /** Copies the lists. */
    public ContactChange {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    /**
     * A phone number.
     *
     * @param usage the id of the usage type
     * @param device the id of the device type
     * @param countryCode the id of the country phone code, such as {@code USA_1}
     * @param number the number without the country code
     * @param primary whether it is the primary one of its usage
     * @param reference the entry that is changed; empty to add one
     */
    public record PhoneEntry(
            String usage,
            String device,
            String countryCode,
            String number,
            boolean primary,
            Optional<Ids.Id> reference) {

        /** Prints no number. */
        @Override
        public String toString() {
            return "PhoneEntry[" + device + "]";
        }
    }

    /**
     * An e-mail address.
     *
     * @param usage the id of the usage type
     * @param address the address
     * @param primary whether it is the primary one of its usage
     * @param reference the entry that is changed; empty to add one
     */
    public record EmailEntry(String usage, String address, boolean primary, Optional<Ids.Id> reference) {

        /** Prints no address. */
        @Override
        public String toString() {
            return "EmailEntry[]";
        }
    }

    /** Prints nothing of the person. */
    @Override
    public String toString() {
        return "ContactChange[" + usage + "]";
    }
}
