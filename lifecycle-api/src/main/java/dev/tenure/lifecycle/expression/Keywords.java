package dev.tenure.lifecycle.expression;

import java.util.Locale;
import java.util.Set;

/** The words of the language that are never names, but after a point. Their case does not count. */
final class Keywords {

    private static final Set<String> WORDS = Set.of("null", "true", "false", "and", "or", "not", "matches");

    private Keywords() {}

    static boolean has(String word) {
        return word.length() <= 7 && WORDS.contains(word.toLowerCase(Locale.ROOT));
    }
}
