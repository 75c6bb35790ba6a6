package dev.tenure.lifecycle.store.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes one JSON object on one line. What is absent is left out. */
final class JsonLine {

    private static final char FIRST_PRINTABLE = ' ';

    private final StringBuilder json = new StringBuilder("{");

    JsonLine number(String name, long value) {
        name(name).append(value);
        return this;
    }

    JsonLine text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    JsonLine text(String name, String value) {
        quote(name(name), value);
        return this;
    }

    JsonLine texts(String name, List<String> values) {
        StringBuilder array = name(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            quote(i == 0 ? array : array.append(','), values.get(i));
        }
        array.append(']');
        return this;
    }

    String end() {
        return json.append('}').toString();
    }

    private StringBuilder name(String name) {
        if (json.length() > 1) {
            json.append(',');
        }
        return quote(json, name).append(':');
    }

    /** Line separators of Unicode are escaped too: some readers take them for the end of a line. */
    private static StringBuilder quote(StringBuilder to, String text) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                to.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE
                    || c == '\u2028'
                    || c == '\u2029'
                    || (Character.isSurrogate(c) && isLone(text, i))) {
                to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                to.append(c);
            }
        }
        return to.append('"');
    }

    private static boolean isLone(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
}
