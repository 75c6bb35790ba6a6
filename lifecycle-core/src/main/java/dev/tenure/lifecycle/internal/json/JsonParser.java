package dev.tenure.lifecycle.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Parses JSON as RFC 8259 has it, and no more: no comment, no trailing comma, no name twice. */
public final class JsonParser {

    private static final int MAX_DEPTH = 32;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;
    private int depth;

    private JsonParser(String text) {
        this.text = text;
    }

    /**
     * Parses a document.
     *
     * @param text the document
     * @return its value
     * @throws IllegalArgumentException if it is not JSON; the message says where and what was expected
     */
    public static Json parse(String text) {
        JsonParser parser = new JsonParser(text);
        Json value = parser.value();
        parser.skipSpace();
        if (parser.at < text.length()) {
            throw parser.expected("the end");
        }
        return value;
    }

    private Json value() {
        skipSpace();
        String place = place(at);
        if (at == text.length()) {
            throw expected("a value");
        }
        return switch (text.charAt(at)) {
            case '{' -> members(place);
            case '[' -> elements(place);
            case '"' -> new Json.Text(string(), place);
            default -> other(place);
        };
    }

    private Json members(String place) {
        enter();
        Map<String, Json> members = new LinkedHashMap<>();
        while (!closes('}', members.isEmpty())) {
            skipSpace();
            if (at == text.length() || text.charAt(at) != '"') {
                throw expected("a name in double quotes");
            }
            int nameAt = at;
            String name = string();
            skipSpace();
            if (!accept(':')) {
                throw expected("':'");
            }
            if (members.put(name, value()) != null) {
                throw new IllegalArgumentException("the name '" + name + "' comes twice at " + place(nameAt));
            }
        }
        return new Json.Members(members, place);
    }

    private Json elements(String place) {
        enter();
        List<Json> elements = new ArrayList<>();
        while (!closes(']', elements.isEmpty())) {
            elements.add(value());
        }
        return new Json.Elements(elements, place);
    }

    private void enter() {
        at++;
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("the document nests too deep at " + place(at - 1));
        }
    }

    /** Takes the closing bracket, or the comma before one more part. */
    private boolean closes(char closing, boolean first) {
        skipSpace();
        if (accept(closing)) {
            depth--;
            return true;
        }
        if (!first && !accept(',')) {
            throw expected("',' or '" + closing + "'");
        }
        return false;
    }

    private Json other(String place) {
        int start = at;
        while (at < text.length() && isOfWord(text.charAt(at))) {
            at++;
        }
        String written = text.substring(start, at);
        boolean word = written.equals("true") || written.equals("false") || written.equals("null");
        if (!word && !NUMBER.matcher(written).matches()) {
            at = start;
            throw expected("a value");
        }
        return new Json.Other(written, place);
    }

    private static boolean isOfWord(char c) {
        return "+-.".indexOf(c) >= 0 || Character.isLetterOrDigit(c);
    }

    private String string() {
        int start = at;
        StringBuilder characters = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c < ' ') {
                throw expected("no line break or control character in a string");
            }
            characters.append(c == '\\' ? escaped() : c);
            at++;
        }
        if (at == text.length()) {
            throw new IllegalArgumentException("expected a closing '\"' for the string that begins at " + place(start));
        }
        at++;
        return characters.toString();
    }

    /** Reads an escape up to its last character. */
    private char escaped() {
        at++;
        char c = at < text.length() ? text.charAt(at) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw expected("one of \" \\ / b f n r t u after a backslash");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 1; i <= 4; i++) {
            char c = at + i < text.length() ? text.charAt(at + i) : ' ';
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw expected("four hexadecimal digits after \\u");
            }
            code = code * 16 + digit;
        }
        at += 4;
        return (char) code;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean accept(char c) {
        boolean found = at < text.length() && text.charAt(at) == c;
        if (found) {
            at++;
        }
        return found;
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException("expected " + what + " at " + place(at));
    }

    private String place(int position) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < position; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return "line " + line + ", column " + (position - lineStart + 1);
    }
}
