package dev.tenure.lifecycle.internal.map;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A zone in a time pattern: {@code z} its name, {@code Z} its offset, {@code ZZ} that with a colon, {@code ZZZ} its id. */
final class JodaZone {

    private JodaZone() {}

    static JodaField of(char letter, int count) {
        if (letter == 'z') {
            return new Name(DateTimeFormatter.ofPattern(count < 4 ? "zzz" : "zzzz", Locale.ENGLISH));
        }
        return count < 3 ? new Offset(count == 2 ? ":" : "") : new Id();
    }

    private record Name(DateTimeFormatter formatter) implements JodaField {
        @Override
        public void print(ZonedDateTime time, StringBuilder out) {
            out.append(time.getZone().equals(ZoneOffset.UTC) ? "UTC" : formatter.format(time));
        }

        @Override
        public void parse(JodaInput input) {
            input.setZone(TimeFunctions.zone(input.takeZoneId()));
        }
    }

    private record Id() implements JodaField {
        @Override
        public void print(ZonedDateTime time, StringBuilder out) {
            out.append(
                    time.getZone().equals(ZoneOffset.UTC)
                            ? "UTC"
                            : time.getZone().getId());
        }

        @Override
        public void parse(JodaInput input) {
            input.setZone(TimeFunctions.zone(input.takeZoneId()));
        }
    }

    private record Offset(String separator) implements JodaField {
        @Override
        public void print(ZonedDateTime time, StringBuilder out) {
            int minutes = time.getOffset().getTotalSeconds() / 60;
            out.append(minutes < 0 ? '-' : '+');
            JodaFields.pad(Math.abs(minutes) / 60, 2, out);
            out.append(separator);
            JodaFields.pad(Math.abs(minutes) % 60, 2, out);
        }

        /** Takes {@code Z}, or hours and minutes with or without a colon, whichever way it is printed. */
        @Override
        public void parse(JodaInput input) {
            if (input.take("Z")) {
                input.setZone(ZoneOffset.UTC);
                return;
            }
            int sign = input.take("-") ? -1 : 1;
            if (sign > 0 && !input.take("+")) {
                throw JodaInput.mismatch();
            }
            int hours = input.takeNumber(2);
            int minutes = input.take(":") || input.digitsAhead() >= 2 ? input.takeNumber(2) : 0;
            try {
                input.setZone(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
            } catch (DateTimeException impossible) {
                throw JodaInput.mismatch();
            }
        }
    }
}
