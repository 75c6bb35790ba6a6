package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** Arithmetic of the language: integers of 64 bits, and exact decimals. */
final class Numbers {

    private Numbers() {}

    static AttributeValue add(Object a, Object b) {
        if (a instanceof AttributeValue.Int x && b instanceof AttributeValue.Int y) {
            long sum = x.value() + y.value();
            if (((x.value() ^ sum) & (y.value() ^ sum)) < 0) {
                throw outOfRange();
            }
            return AttributeValue.of(sum);
        }
        return AttributeValue.of(calculable(a).add(calculable(b)));
    }

    static AttributeValue subtract(Object a, Object b) {
        if (a instanceof AttributeValue.Int x && b instanceof AttributeValue.Int y) {
            long difference = x.value() - y.value();
            if (((x.value() ^ y.value()) & (x.value() ^ difference)) < 0) {
                throw outOfRange();
            }
            return AttributeValue.of(difference);
        }
        return AttributeValue.of(calculable(a).subtract(calculable(b)));
    }

    static AttributeValue negate(Object a) {
        if (a instanceof AttributeValue.Int x) {
            if (x.value() == Long.MIN_VALUE) {
                throw outOfRange();
            }
            return AttributeValue.of(-x.value());
        }
        return AttributeValue.of(decimal(a).negate());
    }

    static int compare(Object a, Object b) {
        if (a instanceof AttributeValue.Int x && b instanceof AttributeValue.Int y) {
            return Long.compare(x.value(), y.value());
        }
        return decimal(a).compareTo(decimal(b));
    }

    /** Gives the value of a whole number of 64 bits, an integral decimal included; nothing for anything else. */
    static OptionalLong integer(Object value) {
        if (value instanceof AttributeValue.Int x) {
            return OptionalLong.of(x.value());
        }
        if (value instanceof AttributeValue.Decimal decimal && decimal.value().scale() <= 0 && fits(decimal.value())) {
            return OptionalLong.of(decimal.value().longValueExact());
        }
        return OptionalLong.empty();
    }

    /** Rounds to the nearest whole number, half away from zero. */
    static AttributeValue round(AttributeValue.Decimal decimal) {
        BigDecimal value = decimal.value();
        if (value.precision() - (long) value.scale() < 0) {
            return AttributeValue.of(0);
        }
        if (value.precision() - (long) value.scale() <= 19) {
            BigDecimal rounded = value.setScale(0, RoundingMode.HALF_UP);
            if (fits(rounded)) {
                return AttributeValue.of(rounded.longValueExact());
            }
        }
        throw outOfRange();
    }

    static String text(AttributeValue.Decimal decimal) {
        return calculable(decimal).toPlainString();
    }

    private static boolean fits(BigDecimal whole) {
        return whole.precision() - (long) whole.scale() <= 19
                && whole.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                && whole.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    }

    /** Refuses a number so large or fine that writing its digits would fill the memory. */
    private static BigDecimal calculable(Object value) {
        BigDecimal decimal = decimal(value);
        if (decimal.precision() + Math.abs((long) decimal.scale()) > Limits.DIGITS) {
            throw new Fault("the number has more than " + Limits.DIGITS + " digits");
        }
        return decimal;
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof AttributeValue.Int x) {
            return BigDecimal.valueOf(x.value());
        }
        if (value instanceof AttributeValue.Decimal x) {
            return x.value();
        }
        throw new Fault("expected a number, not " + Values.kind(value));
    }

    private static Fault outOfRange() {
        return new Fault("the integer has more than 64 bits");
    }
}
