package dev.tenure.lifecycle.attribute;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * One value of an attribute. {@link Null} says that the attribute was read and has no value; an attribute that was not
 * read at all is not in its {@link Attributes}. Values are compared by what they are: numbers by value, text by its
 * characters. No {@code toString} of a value prints the value, since it may be personal data.
 */
public sealed interface AttributeValue {

    /** The one value that says: read, and empty. */
    // No default method here: with one, making a Null would initialise this interface, which makes a Null.
    @SuppressWarnings("ClassInitializationDeadlock")
    AttributeValue NULL = new Null();

    /**
     * Returns the value as it is written in text: {@code 3}, {@code 2.5}, {@code true}, {@code 2026-03-02}; the elements
     * of an array joined by commas; nothing for {@link Null}.
     *
     * @return the text form, never null
     */
    String asText();

    /**
     * Says whether this is the absence of a value.
     *
     * @return true for {@link Null} alone
     */
    boolean isNull();

    /**
     * Wraps text as HR or a target has it: white space at the ends goes, equal Unicode becomes equal (NFC), and empty
     * text is no value (rule A8).
     *
     * @param text the text, as read
     * @return a {@link Text}, or {@link #NULL} where nothing is left
     */
    static AttributeValue normalised(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return NULL;
        }
        return new Text(isComposed(stripped) ? stripped : Normalizer.normalize(stripped, Normalizer.Form.NFC));
    }

    /** Nothing below the first combining character can be written in another way, and most text ends below it. */
    private static boolean isComposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u0300') {
                return Normalizer.isNormalized(text, Normalizer.Form.NFC);
            }
        }
        return true;
    }

    /**
     * Wraps text as it is.
     *
     * @param text the text, which may be empty
     * @return the value
     */
    static AttributeValue of(String text) {
        return new Text(text);
    }

    /**
     * Wraps a truth value.
     *
     * @param value the truth value
     * @return the value
     */
    static AttributeValue of(boolean value) {
        return value ? Bool.TRUE : Bool.FALSE;
    }

    /**
     * Wraps a whole number.
     *
     * @param value the number
     * @return the value
     */
    static AttributeValue of(long value) {
        return new Int(value);
    }

    /**
     * Wraps a decimal number.
     *
     * @param value the number
     * @return the value
     */
    static AttributeValue of(BigDecimal value) {
        return new Decimal(value);
    }

    /**
     * Wraps a calendar date.
     *
     * @param value the date
     * @return the value
     */
    static AttributeValue of(LocalDate value) {
        return new Date(value);
    }

    /**
     * Wraps a list.
     *
     * @param elements the elements, copied
     * @return the value
     */
    static AttributeValue of(List<AttributeValue> elements) {
        return new Array(elements);
    }

    /**
     * Text.
     *
     * @param value the characters
     */
    record Text(String value) implements AttributeValue {
        /** Refuses null. */
        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String asText() {
            return value;
        }

        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public String toString() {
            return "Text[" + value.length() + " characters]";
        }
    }

    /**
     * A truth value.
     *
     * @param value the truth value
     */
    record Bool(boolean value) implements AttributeValue {

        private static final Bool TRUE = new Bool(true);
        private static final Bool FALSE = new Bool(false);

        @Override
        public String asText() {
            return Boolean.toString(value);
        }

        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public String toString() {
            return "Bool[]";
        }
    }

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Int(long value) implements AttributeValue {
        @Override
        public String asText() {
            return Long.toString(value);
        }

        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public String toString() {
            return "Int[]";
        }
    }

    /**
     * A decimal number; {@code 4.0} equals {@code 4}.
     *
     * @param value the number, kept without trailing zeros
     */
    record Decimal(BigDecimal value) implements AttributeValue {
        /** Strips trailing zeros, so that equal numbers are equal. */
        public Decimal {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        @Override
        public String asText() {
            return value.toPlainString();
        }

        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public String toString() {
            return "Decimal[]";
        }
    }

    /**
     * A calendar date.
     *
     * @param value the date
     */
    record Date(LocalDate value) implements AttributeValue {
        /** Refuses null. */
        public Date {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String asText() {
            return value.toString();
        }

        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public String toString() {
            return "Date[]";
        }
    }

    /**
     * A list.
     *
     * @param elements the elements
     */
    record Array(List<AttributeValue> elements) implements AttributeValue {
        /** Copies the list. */
        public Array {
            elements = List.copyOf(elements);
        }

        @Override
        public String asText() {
            StringJoiner text = new StringJoiner(",");
            for (AttributeValue element : elements) {
                text.add(element.asText());
            }
            return text.toString();
        }

        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "Array[%d elements]", elements.size());
        }
    }

    /** Read, and empty. Use {@link AttributeValue#NULL}. */
    record Null() implements AttributeValue {
        @Override
        public String asText() {
            return "";
        }

        @Override
        public boolean isNull() {
            return true;
        }

        @Override
        public String toString() {
            return "Null[]";
        }
    }
}
