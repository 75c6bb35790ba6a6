package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.AddressRecord;
import dev.tenure.workday.internal.wire.AddressRecord.Line;
import dev.tenure.workday.internal.wire.UsageRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses among addresses and reads their parts. */
final class Addresses {

    private static final String NUMBERED = "ADDRESS_LINE_";
    private static final String LOCAL = "_LOCAL";
    private static final Comparator<Line> BY_NUMBER = Comparator.comparingInt(Addresses::number);

    private Addresses() {}

    /** The primary one, else the first. */
    static @Nullable AddressRecord choose(List<AddressRecord> addresses) {
        for (AddressRecord address : addresses) {
            for (UsageRecord usage : address.usages()) {
                if (usage.primary()) {
                    return address;
                }
            }
        }
        return addresses.isEmpty() ? null : addresses.get(0);
    }

    /** The lines in the order of their numbers; those in a local script only where there are no others. */
    static @Nullable String street(AddressRecord address) {
        if (address.lines().size() == 1) {
            return address.lines().get(0).text();
        }
        List<Line> lines = new ArrayList<>(address.lines().size());
        for (Line line : address.lines()) {
            if (!isLocal(line)) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            lines.addAll(address.lines());
        }
        lines.sort(BY_NUMBER);
        StringBuilder street = new StringBuilder();
        for (Line line : lines) {
            street.append(street.isEmpty() ? "" : ", ").append(line.text());
        }
        return street.isEmpty() ? null : street.toString();
    }

    static @Nullable String state(AddressRecord address) {
        if (address.regionName() != null) {
            return address.regionName();
        }
        String code = address.region().of("ISO_3166-2_Code");
        return code != null ? code : address.region().of("Country_Region_ID");
    }

    static @Nullable String country(AddressRecord address) {
        String alpha2 = address.country().of("ISO_3166-1_Alpha-2_Code");
        if (alpha2 != null) {
            return alpha2;
        }
        String alpha3 = address.country().of("ISO_3166-1_Alpha-3_Code");
        String known = alpha3 == null ? null : Countries.alpha2(alpha3);
        if (known != null) {
            return known;
        }
        String numeric = address.country().of("ISO_3166-1_Numeric-3_Code");
        return numeric == null ? null : CountryNumbers.alpha2(numeric);
    }

    private static boolean isLocal(Line line) {
        return line.type().endsWith(LOCAL);
    }

    /** The digit in {@code ADDRESS_LINE_2} or {@code ADDRESS_LINE_2_LOCAL}; what has none comes last. */
    private static int number(Line line) {
        String type = line.type();
        int at = NUMBERED.length();
        boolean numbered = type.startsWith(NUMBERED)
                && type.length() > at
                && type.charAt(at) >= '0'
                && type.charAt(at) <= '9'
                && (type.length() == at + 1 || (type.length() == at + 1 + LOCAL.length() && isLocal(line)));
        return numbered ? type.charAt(at) - '0' : Integer.MAX_VALUE;
    }
}
