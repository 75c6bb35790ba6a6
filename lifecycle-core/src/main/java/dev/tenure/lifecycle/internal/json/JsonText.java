package dev.tenure.lifecycle.internal.json;

import java.util.Locale;

/** Writes JSON strings. */
public final class JsonText {

    private JsonText() {}

    /**
     * Writes a string in double quotes.
     *
     * @param value what it stands for
     * @return the string, with what JSON asks for escaped
     */
    public static String quote(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
