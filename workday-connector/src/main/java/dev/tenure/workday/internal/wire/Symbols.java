package dev.tenure.workday.internal.wire;

import java.util.Arrays;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts out of characters. What a document says again and again, such as types of ids, countries, places and titles,
 * becomes a text once: a page of workers repeats itself so much that this saves most of what would be allocated. Each slot
 * keeps the last text that belongs there, so that it stays small whatever comes. For one thread.
 */
final class Symbols extends TypedValueDecoder {

    private static final int SLOTS = 1024;
    private static final int LONGEST = 64;

    private final @Nullable String[] texts = new String[SLOTS];

    /** A known text as characters: arrays are compared many characters at a time, a text and an array one by one. */
    private final char[] known = new char[LONGEST];

    private String last = "";

    /** Gives the text of some characters. */
    String of(char[] buffer, int start, int length) {
        if (length > LONGEST || length == 0) {
            return allowed(new String(buffer, start, length));
        }
        int slot = slot(buffer, start, length);
        String text = texts[slot];
        if (text != null && text.length() == length) {
            text.getChars(0, length, known, 0);
            if (Arrays.equals(known, 0, length, buffer, start, start + length)) {
                return text;
            }
        }
        String made = allowed(new String(buffer, start, length));
        texts[slot] = made;
        return made;
    }

    /** XML has no place for the two characters that are none. Our decoder lets them through, where the parser's own does not. */
    static String allowed(String text) {
        if (text.indexOf('\uFFFE') >= 0 || text.indexOf('\uFFFF') >= 0) {
            throw new UnreadableAnswerException("it is no well-formed XML: a text holds U+FFFE or U+FFFF");
        }
        return text;
    }

    /** Gives what was decoded last. */
    String last() {
        return last;
    }

    @Override
    public void decode(char[] buffer, int start, int end) {
        last = of(buffer, start, end - start);
    }

    @Override
    public void decode(String input) {
        last = allowed(input);
    }

    @Override
    public void handleEmptyValue() {
        last = "";
    }

    /** Looks at some characters only, the last ones above all, since ids and types often begin alike. */
    private static int slot(char[] buffer, int start, int length) {
        int end = start + length;
        int hash = length;
        for (int i = Math.max(start, end - 6); i < end; i++) {
            hash = 31 * hash + buffer[i];
        }
        hash = 31 * hash + buffer[start];
        hash = 31 * hash + buffer[start + length / 2];
        hash = 31 * hash + buffer[start + length / 4];
        return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SLOTS - 1);
    }
}
