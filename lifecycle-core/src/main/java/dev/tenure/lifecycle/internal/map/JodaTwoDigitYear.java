package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.internal.map.JodaInput.Part;
import java.time.ZonedDateTime;
import java.util.function.ToIntFunction;

/** A year of two digits: 50 to 99 are 1950 to 1999, 00 to 49 are 2000 to 2049. Other than two digits are the year itself. */
final class JodaTwoDigitYear implements JodaField {

    private static final int FIRST_OF_THE_LAST_CENTURY = 50;

    private final ToIntFunction<ZonedDateTime> value;
    private final boolean beforeNumber;
    private final Part part;

    JodaTwoDigitYear(ToIntFunction<ZonedDateTime> value, boolean beforeNumber, Part part) {
        this.value = value;
        this.beforeNumber = beforeNumber;
        this.part = part;
    }

    @Override
    public void print(ZonedDateTime time, StringBuilder out) {
        JodaFields.pad(Math.floorMod(value.applyAsInt(time), 100), 2, out);
    }

    @Override
    public void parse(JodaInput input) {
        int digits = input.digitsAhead();
        if (digits == 2 || (beforeNumber && digits > 2)) {
            int year = input.takeNumber(2);
            input.set(part, year + (year < FIRST_OF_THE_LAST_CENTURY ? 2000 : 1900));
        } else if (beforeNumber) {
            throw JodaInput.mismatch();
        } else {
            input.set(part, input.takeSigned(9));
        }
    }
}
