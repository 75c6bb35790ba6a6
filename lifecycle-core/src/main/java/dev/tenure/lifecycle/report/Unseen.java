package dev.tenure.lifecycle.report;

/** Characters that nobody sees and that change or forge how the rest of a text is read. A page shows them by number. */
final class Unseen {

    private static final int JOINER = 0x200d;
    private static final int NON_JOINER = 0x200c;
    private static final int LAST_ASCII = 0x7f;

    private Unseen() {}

    /**
     * Says whether a character is to be shown by its number.
     *
     * @param c the character
     * @param before the one before it; 0 at the beginning
     */
    static boolean isUnseen(int c, int before) {
        if (c == JOINER || c == NON_JOINER) {
            // Persian, Hindi and emoji need them; between Latin letters they only make two logins look like one.
            return before <= LAST_ASCII;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\t';
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlankLetter(c);
        };
    }

    /** Letters and marks that are drawn as nothing: fillers of Hangul, the grapheme joiner, the empty Braille cell. */
    private static boolean isBlankLetter(int c) {
        return c == 0x034f || c == 0x115f || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xffa0;
    }
}
