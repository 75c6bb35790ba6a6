package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the language knows of its values. A value is an {@link AttributeValue}, {@link Items}, or a {@link BoundProfile}. A
 * date is its ISO text, wherever its kind is asked.
 */
final class Values {

    static final AttributeValue EMPTY_TEXT = AttributeValue.of("");

    private Values() {}

    static boolean isNull(Object value) {
        return value instanceof AttributeValue.Null;
    }

    static boolean isNumber(Object value) {
        return value instanceof AttributeValue.Int || value instanceof AttributeValue.Decimal;
    }

    static boolean isText(Object value) {
        return value instanceof AttributeValue.Text || value instanceof AttributeValue.Date;
    }

    static boolean isEmptyText(Object value) {
        return value instanceof AttributeValue.Text text && text.value().isEmpty();
    }

    /** Names the kind of a value in a message. */
    static String kind(Object value) {
        if (isNull(value)) {
            return "null";
        }
        if (isText(value)) {
            return "text";
        }
        if (isNumber(value)) {
            return "a number";
        }
        if (value instanceof AttributeValue.Bool) {
            return "a Boolean";
        }
        return value instanceof BoundProfile ? "a profile" : "an array";
    }

    /** Gives the text form of text, a number, a truth value or a date; nothing for anything else. */
    static Optional<String> text(Object value) {
        if (value instanceof AttributeValue.Text text) {
            return Optional.of(text.value());
        }
        if (value instanceof AttributeValue.Decimal decimal) {
            return Optional.of(Numbers.text(decimal));
        }
        if (value instanceof AttributeValue.Int
                || value instanceof AttributeValue.Bool
                || value instanceof AttributeValue.Date) {
            return Optional.of(((AttributeValue) value).asText());
        }
        return Optional.empty();
    }

    static boolean bool(Object value, String what) {
        if (value instanceof AttributeValue.Bool bool) {
            return bool.value();
        }
        throw new Fault(what + " must be a Boolean, not " + kind(value));
    }

    /** Gives the elements of an array; nothing for anything else. */
    static Optional<List<?>> elements(Object value) {
        if (value instanceof Items items) {
            return Optional.of(items.elements());
        }
        return value instanceof AttributeValue.Array array ? Optional.of(array.elements()) : Optional.empty();
    }

    static boolean equal(Object a, Object b, Steps steps) {
        steps.take(1);
        if (isNumber(a) && isNumber(b)) {
            return Numbers.compare(a, b) == 0;
        }
        if (isText(a) && isText(b)) {
            String text = ((AttributeValue) a).asText();
            steps.takeForText(text.length());
            return text.equals(((AttributeValue) b).asText());
        }
        if (a instanceof AttributeValue.Bool x && b instanceof AttributeValue.Bool y) {
            return x.value() == y.value();
        }
        Optional<List<?>> left = elements(a);
        Optional<List<?>> right = elements(b);
        if (left.isPresent() && right.isPresent()) {
            return equalElements(left.get(), right.get(), steps);
        }
        return a == b || (isNull(a) && isNull(b));
    }

    private static boolean equalElements(List<?> a, List<?> b, Steps steps) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!equal(a.get(i), b.get(i), steps)) {
                return false;
            }
        }
        return true;
    }

    /** Makes a result of a value; a profile is none. */
    static AttributeValue result(Object value) {
        if (value instanceof AttributeValue attribute) {
            return attribute;
        }
        if (value instanceof Items items) {
            List<AttributeValue> elements = new ArrayList<>(items.elements().size());
            for (Object element : items.elements()) {
                elements.add(result(element));
            }
            return AttributeValue.of(elements);
        }
        throw new Fault("the result is or contains a profile; name one of its attributes");
    }
}
