package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.PhoneRecord;
import dev.tenure.workday.internal.wire.UsageRecord;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses among phone numbers and writes one as a text. */
public final class Phones {

    private Phones() {}

    /**
     * Finds the number for a purpose: the one that is primary for it, else the first in the order of the document.
     *
     * @param phones all numbers
     * @param usages the ids of the usage types of the purpose, such as {@code WORK}
     * @param devices the ids of the device types that will do; case does not count
     * @return the entry, null if there is none
     */
    public static @Nullable PhoneRecord choose(List<PhoneRecord> phones, List<String> usages, Set<String> devices) {
        PhoneRecord first = null;
        for (PhoneRecord phone : phones) {
            UsageRecord usage = isOneOf(phone.deviceType(), devices) ? UsageRecord.find(phone.usages(), usages) : null;
            if (usage == null || text(phone) == null) {
                continue;
            }
            if (usage.primary()) {
                return phone;
            }
            first = first == null ? phone : first;
        }
        return first;
    }

    /**
     * Writes a number: as E.164 where Workday gives that, else composed of its parts, else as Workday formats it.
     *
     * @param phone the entry
     * @return the number, null if the entry has none
     */
    public static @Nullable String text(PhoneRecord phone) {
        if (phone.e164() != null && !phone.e164().isBlank()) {
            return phone.e164().strip();
        }
        if (phone.number() == null) {
            return phone.formatted();
        }
        if (phone.countryCode() == null) {
            return phone.formatted() != null ? phone.formatted() : phone.number();
        }
        String area = phone.areaCode() == null ? "" : digits(phone.areaCode());
        String number = digits(phone.number());
        return "+" + digits(phone.countryCode()) + (number.startsWith(area) ? "" : area) + number;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.append((char) ('0' + Character.digit(text.charAt(i), 10)));
            }
        }
        return digits.toString();
    }

    private static boolean isOneOf(@Nullable String device, Set<String> devices) {
        if (device == null || devices.contains(device)) {
            return device != null;
        }
        for (String each : devices) {
            if (device.equalsIgnoreCase(each)) {
                return true;
            }
        }
        return false;
    }
}
