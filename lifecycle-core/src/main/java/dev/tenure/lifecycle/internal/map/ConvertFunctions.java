package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.math.BigDecimal;

/** The functions of {@code Convert}. Null gives null. */
final class ConvertFunctions {

    private ConvertFunctions() {}

    static Object toInt(Arguments arguments) {
        Object value = arguments.value(0);
        if (Values.isNull(value) || value instanceof AttributeValue.Int) {
            return value;
        }
        if (value instanceof AttributeValue.Decimal decimal) {
            return Numbers.round(decimal);
        }
        String text = text(value);
        int digits = digitsStart(text);
        if (digits == text.length() || digitsEnd(text, digits) != text.length()) {
            throw new Fault("the text is not an integer");
        }
        try {
            return AttributeValue.of(Long.parseLong(text));
        } catch (NumberFormatException beyond64Bits) {
            throw new Fault("the integer has more than 64 bits");
        }
    }

    static Object toNum(Arguments arguments) {
        Object value = arguments.value(0);
        if (Values.isNull(value) || Values.isNumber(value)) {
            return value;
        }
        String text = text(value);
        int digits = digitsStart(text);
        int end = digitsEnd(text, digits);
        boolean whole = end > digits && end == text.length();
        boolean fraction = end > digits
                && end < text.length() - 1
                && text.charAt(end) == '.'
                && digitsEnd(text, end + 1) == text.length();
        if (!whole && !fraction) {
            throw new Fault("the text is not a number");
        }
        if (text.length() > Limits.DIGITS) {
            throw new Fault("the number has more than " + Limits.DIGITS + " digits");
        }
        return AttributeValue.of(new BigDecimal(text));
    }

    private static String text(Object value) {
        if (!Values.isText(value)) {
            throw new Fault("argument 1 must be text or a number, not " + Values.kind(value));
        }
        return ((AttributeValue) value).asText();
    }

    private static int digitsStart(String text) {
        return text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    }

    /** Finds the end of ASCII digits. */
    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
