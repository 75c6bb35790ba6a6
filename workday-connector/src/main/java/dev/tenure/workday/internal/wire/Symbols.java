package dev.tenure.workday.internal.wire;

import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * Reads values of which a document has few, again and again, such as the types of ids: each becomes a text once. Bounded,
 * since what comes from outside may have many all the same. For one thread.
 */
final class Symbols extends TypedValueDecoder {

    private static final int SLOTS = 256;
    private static final int MOST = SLOTS / 2;

    private final String[] table = new String[SLOTS];
    private int size;
    private String last = "";

    /** Gives what was decoded last. */
    String last() {
        return last;
    }

    @Override
    public void decode(char[] buffer, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + buffer[i];
        }
        int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        while (table[slot] != null && !same(table[slot], buffer, start, end)) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (table[slot] != null) {
            last = table[slot];
            return;
        }
        last = new String(buffer, start, end - start);
        if (size < MOST) {
            table[slot] = last;
            size++;
        }
    }

    @Override
    public void decode(String input) {
        last = input;
    }

    @Override
    public void handleEmptyValue() {
        last = "";
    }

    private static boolean same(String text, char[] buffer, int start, int end) {
        if (text.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i - start) != buffer[i]) {
                return false;
            }
        }
        return true;
    }
}
