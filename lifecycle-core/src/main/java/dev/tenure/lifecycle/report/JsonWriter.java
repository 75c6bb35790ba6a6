package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.Locale;
import java.util.Optional;

/** Writes JSON, member by member. Not for use by several threads. */
final class JsonWriter {

    private final StringBuilder json = new StringBuilder();
    private boolean first = true;

    JsonWriter object() {
        return open('{');
    }

    JsonWriter array() {
        return open('[');
    }

    JsonWriter endObject() {
        return close('}');
    }

    JsonWriter endArray() {
        return close(']');
    }

    JsonWriter name(String name) {
        separate();
        quote(name);
        json.append(':');
        first = true;
        return this;
    }

    JsonWriter value(String text) {
        separate();
        quote(text);
        return this;
    }

    JsonWriter value(long number) {
        separate();
        json.append(number);
        return this;
    }

    JsonWriter value(AttributeValue value) {
        if (value instanceof AttributeValue.Array array) {
            array();
            array.elements().forEach(this::value);
            return endArray();
        }
        if (value instanceof AttributeValue.Text || value instanceof AttributeValue.Date) {
            return value(value.asText());
        }
        separate();
        json.append(value.isNull() ? "null" : value.asText());
        return this;
    }

    JsonWriter member(String name, String text) {
        return name(name).value(text);
    }

    JsonWriter member(String name, long number) {
        return name(name).value(number);
    }

    /** Writes what is known by its name: a constant, an instant. */
    JsonWriter named(String name, Object constant) {
        return name(name).value(constant.toString());
    }

    /** Writes a member where there is something to say. */
    JsonWriter member(String name, Optional<?> value) {
        value.ifPresent(known -> named(name, known));
        return this;
    }

    private JsonWriter open(char bracket) {
        separate();
        json.append(bracket);
        first = true;
        return this;
    }

    private JsonWriter close(char bracket) {
        json.append(bracket);
        first = false;
        return this;
    }

    private void separate() {
        if (!first) {
            json.append(',');
        }
        first = false;
    }

    /** Escapes what JSON asks for, and what would end a script or a line where the text is put into a page or a log. */
    private void quote(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' '
                    || c == 0x7f
                    || c == '<'
                    || c == '>'
                    || c == '&'
                    || c == 0x2028
                    || c == 0x2029
                    || isLoneSurrogate(text, i)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
