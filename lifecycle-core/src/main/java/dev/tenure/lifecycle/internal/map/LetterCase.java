package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.Locale;

/** Upper and lower case by Unicode's own rules, whatever the locale of the machine. */
final class LetterCase {

    /** The platform takes quadratic time where characters become several, so that it is given little at a time. */
    private static final int PIECE = 128;

    /** The one character whose lower case is several, and these. */
    private static final String CAPITAL_I_WITH_DOT = "\u0130";

    private static final String SMALL_I_AND_DOT = "i\u0307";

    private LetterCase() {}

    /** Upper case does not depend on what stands around a character, so it may be made piece by piece. */
    static Object toUpperCase(Arguments arguments) {
        String text = arguments.text(0);
        arguments.steps().take(text.length());
        StringBuilder upper = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + PIECE);
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end++;
            }
            String piece = text.substring(at, end).toUpperCase(Locale.ROOT);
            Limits.text((long) upper.length() + piece.length());
            upper.append(piece);
            at = end;
        }
        return AttributeValue.of(upper.toString());
    }

    /** Lower case does depend on it (the final sigma), so what would grow is replaced before. */
    static Object toLowerCase(Arguments arguments) {
        String text = arguments.text(0);
        arguments.steps().take(text.length());
        long growing =
                text.chars().filter(c -> c == CAPITAL_I_WITH_DOT.charAt(0)).count();
        Limits.text(text.length() + growing);
        String grown = growing == 0 ? text : text.replace(CAPITAL_I_WITH_DOT, SMALL_I_AND_DOT);
        return AttributeValue.of(grown.toLowerCase(Locale.ROOT));
    }
}
