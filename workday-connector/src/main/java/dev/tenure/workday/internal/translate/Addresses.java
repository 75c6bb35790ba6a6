package dev.tenure.workday.internal.translate;

import dev.tenure.workday.internal.wire.AddressRecord;
import dev.tenure.workday.internal.wire.AddressRecord.Line;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses among addresses and reads their parts. */
final class Addresses {

    private static final Pattern NUMBERED = Pattern.compile("ADDRESS_LINE_([0-9])(_LOCAL)?");

    private Addresses() {}

    /** The primary one, else the first. */
    static @Nullable AddressRecord choose(List<AddressRecord> addresses) {
        for (AddressRecord address : addresses) {
            if (address.usages().stream().anyMatch(usage -> usage.primary())) {
                return address;
            }
        }
        return addresses.isEmpty() ? null : addresses.get(0);
    }

    /** The lines in the order of their numbers; those in a local script only where there are no others. */
    static @Nullable String street(AddressRecord address) {
        if (address.lines().size() == 1) {
            return address.lines().get(0).text();
        }
        List<Line> lines =
                address.lines().stream().filter(line -> !isLocal(line)).toList();
        if (lines.isEmpty()) {
            lines = address.lines();
        }
        String street = lines.stream()
                .sorted(Comparator.comparingInt(Addresses::number))
                .map(Line::text)
                .collect(Collectors.joining(", "));
        return street.isEmpty() ? null : street;
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
        return alpha3 == null ? null : Countries.alpha2(alpha3);
    }

    private static boolean isLocal(Line line) {
        return line.type().endsWith("_LOCAL");
    }

    private static int number(Line line) {
        Matcher numbered = NUMBERED.matcher(line.type());
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : Integer.MAX_VALUE;
    }
}
