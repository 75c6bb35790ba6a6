package dev.tenure.lifecycle.expression;

/**
 * A piece of an expression's text.
 *
 * @param kind what it is
 * @param text its characters; for text between quotes, what it stands for
 * @param position the offset of its first character
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NAME,
        INTEGER,
        DECIMAL,
        TEXT,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Says whether this is a word of the language, whose case does not count. */
    boolean isWord(String keyword) {
        return kind == Kind.NAME && text.equalsIgnoreCase(keyword);
    }

    boolean isKeyword() {
        return kind == Kind.NAME && Keywords.has(text);
    }

    /** Names the token in a message. */
    String describe() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "a text";
            case INTEGER, DECIMAL -> "a number";
            case NAME, SYMBOL -> "'" + (text.length() <= 40 ? text : text.substring(0, 40) + "...") + "'";
        };
    }
}
