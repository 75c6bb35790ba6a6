package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Upper and lower case by Unicode's own rules, whatever the locale of the machine. */
final class LetterCase {

    /** No character becomes more than three. */
    private static final int GREATEST_GROWTH = 3;

    private LetterCase() {}

    static Object toUpperCase(Arguments arguments) {
        return change(arguments, text -> text.toUpperCase(Locale.ROOT));
    }

    static Object toLowerCase(Arguments arguments) {
        return change(arguments, text -> text.toLowerCase(Locale.ROOT));
    }

    private static AttributeValue change(Arguments arguments, UnaryOperator<String> change) {
        String text = arguments.text(0);
        if (text.length() > Limits.TEXT / GREATEST_GROWTH) {
            arguments.steps().take(text.length());
            Limits.text(text.codePoints()
                    .mapToLong(c -> change.apply(Character.toString(c)).length())
                    .sum());
        }
        return AttributeValue.of(change.apply(text));
    }
}
