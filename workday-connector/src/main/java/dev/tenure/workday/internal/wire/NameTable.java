package dev.tenure.workday.internal.wire;

import com.ctc.wstx.util.SymbolTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names of elements and attributes, each a text once. To look up a name is what a parser does most in Workday's answers,
 * whose names are longer than what stands between them. This compares many characters at a time, where Woodstox's own table
 * goes through them one by one; that one is asked for names that are new, or crowd. For one thread at a time.
 */
final class NameTable extends SymbolTable {

    private static final int SLOTS = 2048;
    private static final int TRIES = 4;
    private static final int MOST_CHARACTERS = 1 << 16;

    private final @Nullable Known[] slots = new Known[SLOTS];
    private int characters;

    /** A name as it stands in documents and as a text. Immutable. */
    private static final class Known {

        private final char[] characters;
        private final String name;

        Known(char[] characters, String name) {
            this.characters = characters;
            this.name = name;
        }
    }

    @Override
    public String findSymbol(char[] buffer, int start, int length, int hash) {
        int slot = hash & (SLOTS - 1);
        for (int i = 0; i < TRIES; i++) {
            Known known = slots[slot];
            if (known == null) {
                known = new Known(
                        Arrays.copyOfRange(buffer, start, start + length), added(buffer, start, length, hash));
                slots[slot] = known;
                return known.name;
            }
            char[] characters = known.characters;
            if (Arrays.equals(characters, 0, characters.length, buffer, start, start + length)) {
                return known.name;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return added(buffer, start, length, hash);
    }

    private String added(char[] buffer, int start, int length, int hash) {
        int before = size();
        String name = super.findSymbol(buffer, start, length, hash);
        characters += size() > before ? length : 0;
        return name;
    }

    /** Says whether there are more names, or longer ones, than any service of Workday has: it is better to begin anew then. */
    boolean isCrowded() {
        return size() > SLOTS / 2 || characters > MOST_CHARACTERS;
    }
}
