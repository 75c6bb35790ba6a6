package dev.tenure.examples.quickstart;

import java.text.Bidi;

/** Keeps text that runs from right to left from turning the rest of its line around. */
final class Isolated {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private Isolated() {}

    static String text(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                : text;
    }
}
