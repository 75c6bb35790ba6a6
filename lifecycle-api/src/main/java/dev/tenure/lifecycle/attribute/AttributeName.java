package dev.tenure.lifecycle.attribute;

/**
 * The name of an attribute that is looked up for one person after the other. People of one source mostly have the same
 * attributes in the same order, so that it pays to look first where the name stood before. Any number of threads may use
 * one.
 */
public final class AttributeName {

    private final String text;

    /** Where the name stood when it was last found. Whoever reads an old one, or one of another table, looks it up. */
    private int place;

    private AttributeName(String text) {
        // Interned, as the names that connectors spell out are: so two of them are mostly seen to be equal at once.
        this.text = text.intern();
    }

    /**
     * Makes a name to be kept and used again.
     *
     * @param text the name as it is written; case counts
     * @return the name
     */
    public static AttributeName of(String text) {
        return new AttributeName(text);
    }

    /**
     * Gives the name as it is written.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /** Gives the index of this name in a table, -1 where it is not. */
    int find(NameTable names) {
        int guess = place;
        if (names.isAt(guess, text)) {
            return guess;
        }
        int found = names.find(text);
        if (found >= 0) {
            place = found;
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttributeName that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Gives the name as it is written. */
    @Override
    public String toString() {
        return text;
    }
}
