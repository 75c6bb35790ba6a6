package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.internal.map.JodaInput.Part;
import java.time.ZonedDateTime;

/** A fraction of a second: so many digits, cut and not rounded. */
final class JodaFraction implements JodaField {

    private static final int NANO_DIGITS = 9;

    private final int count;

    JodaFraction(int count) {
        this.count = count;
    }

    @Override
    public void print(ZonedDateTime time, StringBuilder out) {
        int start = out.length();
        JodaFields.pad(time.getNano(), NANO_DIGITS, out);
        if (count < NANO_DIGITS) {
            out.setLength(start + count);
        } else {
            out.append("0".repeat(count - NANO_DIGITS));
        }
    }

    @Override
    public void parse(JodaInput input) {
        int digits = Math.min(input.digitsAhead(), Math.min(count, NANO_DIGITS));
        int fraction = input.takeNumber(digits);
        for (int i = digits; i < NANO_DIGITS; i++) {
            fraction *= 10;
        }
        input.set(Part.NANO, fraction);
    }
}
