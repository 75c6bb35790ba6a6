package dev.tenure.lifecycle.mapping;

import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.attribute.AttributeValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name of a custom attribute with the type that its prefix gives it: {@code integer:level} (rule M7).
 *
 * @param name the attribute's name, without the prefix
 * @param type its type: {@link AttributeType#STRING}, {@code BOOLEAN}, {@code INTEGER}, {@code NUMBER} or {@code DECIMAL}
 */
public record TypedAttributeName(String name, AttributeType type) {

    private static final Map<String, AttributeType> TYPES = Map.of(
            "string", AttributeType.STRING,
            "boolean", AttributeType.BOOLEAN,
            "integer", AttributeType.INTEGER,
            "number", AttributeType.NUMBER,
            "decimal", AttributeType.DECIMAL);

    private static final int MAX_DIGITS = 1_000;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1," + MAX_DIGITS + "}");
    private static final String FRACTION = "[+-]?[0-9]{1," + MAX_DIGITS + "}(\\.[0-9]{1," + MAX_DIGITS + "})?";
    private static final Pattern DECIMAL = Pattern.compile(FRACTION);
    private static final Pattern NUMBER = Pattern.compile(FRACTION + "([eE][+-]?[0-9]{1,3})?");

    /** Refuses a blank name. */
    public TypedAttributeName {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A custom attribute needs a name after its type");
        }
    }

    /**
     * Parses a name as a field override has it. A name without a prefix, or with one that is no type, is text.
     *
     * @param text the name, such as {@code integer:level} or {@code level}
     * @return the name and its type
     * @throws IllegalArgumentException if nothing is left for the name
     */
    public static TypedAttributeName parse(String text) {
        int colon = text.indexOf(':');
        String prefix = text.substring(0, Math.max(colon, 0));
        return new TypedAttributeName(text.substring(colon + 1), TYPES.getOrDefault(prefix, AttributeType.STRING));
    }

    /**
     * Converts what HR sends as text. White space at the ends goes, and empty text is no value (rule A8). A Boolean is
     * {@code true}, {@code false}, {@code 1} or {@code 0}.
     *
     * @param text the text, as read
     * @return the value, {@link AttributeValue#NULL} where there is none
     * @throws IllegalArgumentException if the text is not of the type; the message does not repeat it
     */
    public AttributeValue convert(String text) {
        AttributeValue value = AttributeValue.normalised(text);
        if (value.isNull()) {
            return value;
        }
        String stripped = value.asText();
        return switch (type) {
            case BOOLEAN -> bool(stripped);
            case INTEGER -> integer(stripped);
            case NUMBER -> number(stripped, NUMBER, "a number");
            case DECIMAL -> number(stripped, DECIMAL, "a decimal number");
            default -> value;
        };
    }

    private AttributeValue bool(String text) {
        if (text.equals("1") || text.equalsIgnoreCase("true")) {
            return AttributeValue.of(true);
        }
        if (text.equals("0") || text.equalsIgnoreCase("false")) {
            return AttributeValue.of(false);
        }
        throw refusal("true, false, 1 or 0");
    }

    private AttributeValue integer(String text) {
        if (INTEGER.matcher(text).matches()) {
            try {
                return AttributeValue.of(Long.parseLong(text));
            } catch (NumberFormatException beyond64Bits) {
                throw refusal("an integer of 64 bits");
            }
        }
        throw refusal("an integer");
    }

    private AttributeValue number(String text, Pattern form, String what) {
        if (form.matcher(text).matches()) {
            return AttributeValue.of(new BigDecimal(text));
        }
        throw refusal(what);
    }

    private IllegalArgumentException refusal(String wanted) {
        return new IllegalArgumentException("attribute '" + name + "': the text is not " + wanted
                + "; change the type in the field override, or the field in HR");
    }
}
