package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.attribute.AttributeValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Checks a value against what the target says of its attribute: type, length and allowed values. A value is converted only
 * where nothing is lost or guessed: a date to its text and back, an integer to a number, a whole number to an integer.
 */
final class ValueCheck {

    private final AttributeDefinition definition;

    ValueCheck(AttributeDefinition definition) {
        this.definition = definition;
    }

    AttributeValue convert(AttributeValue value) {
        if (value.isNull()) {
            return value;
        }
        if (definition.type() != AttributeType.ARRAY) {
            return single(value, definition.type());
        }
        if (!(value instanceof AttributeValue.Array array)) {
            throw new Fault("the value is " + Values.kind(value)
                    + " but the target's attribute is an array; write '{ }' around it");
        }
        List<AttributeValue> elements = new ArrayList<>();
        for (AttributeValue element : array.elements()) {
            elements.add(element.isNull() ? element : single(element, definition.elementType()));
        }
        return AttributeValue.of(elements);
    }

    private AttributeValue single(AttributeValue value, AttributeType type) {
        AttributeValue converted = switch (type) {
            case STRING -> text(value);
            case BOOLEAN -> require(value instanceof AttributeValue.Bool, value, "a Boolean");
            case INTEGER -> integer(value);
            case NUMBER, DECIMAL -> require(Values.isNumber(value), value, "a number; use Convert.toNum");
            case DATE -> date(value);
            case ARRAY -> require(value instanceof AttributeValue.Array, value, "an array");
        };
        checkAllowed(converted);
        return converted;
    }

    private AttributeValue text(AttributeValue value) {
        if (value instanceof AttributeValue.Date date) {
            return AttributeValue.of(date.asText());
        }
        require(value instanceof AttributeValue.Text, value, "text; join it to ''");
        int length = value.asText().length();
        if (definition.maxLength().isPresent()
                && length > definition.maxLength().getAsInt()) {
            throw new Fault("the value has " + length + " characters but the target's attribute takes at most "
                    + definition.maxLength().getAsInt() + "; cut it with String.substring");
        }
        return value;
    }

    private static AttributeValue integer(AttributeValue value) {
        OptionalLong integer = Numbers.integer(value);
        require(integer.isPresent(), value, "an integer; use Convert.toInt");
        return AttributeValue.of(integer.orElse(0));
    }

    private static AttributeValue date(AttributeValue value) {
        if (value instanceof AttributeValue.Text text) {
            try {
                return AttributeValue.of(LocalDate.parse(text.value()));
            } catch (DateTimeException notOne) {
                throw new Fault("the value is not a date such as 2026-03-02, which the target's attribute takes");
            }
        }
        return require(value instanceof AttributeValue.Date, value, "a date");
    }

    private void checkAllowed(AttributeValue value) {
        if (!definition.allowed().isEmpty() && !definition.allowed().contains(value.asText())) {
            throw new Fault("the value is not one of those that the target's attribute allows: "
                    + String.join(", ", definition.allowed()));
        }
    }

    private static AttributeValue require(boolean holds, AttributeValue value, String wanted) {
        if (!holds) {
            throw new Fault("the value is " + Values.kind(value) + " but the target's attribute takes " + wanted);
        }
        return value;
    }
}
