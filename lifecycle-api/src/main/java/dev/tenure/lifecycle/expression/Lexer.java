package dev.tenure.lifecycle.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts an expression's text into tokens. */
final class Lexer {

    private static final List<String> SYMBOLS = List.of(
            "?:", "==", "!=", "<=", ">=", "&&", "||", "(", ")", "{", "}", "[", "]", ",", ".", "?", ":", "+", "-", "!",
            "<", ">");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** Gives the tokens, the last of which is the end. */
    static List<Token> read(String text) {
        Lexer lexer = new Lexer(text);
        lexer.readAll();
        return lexer.tokens;
    }

    private void readAll() {
        while (true) {
            while (at < text.length() && isSpace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                tokens.add(new Token(Token.Kind.END, "", at));
                return;
            }
            char c = text.charAt(at);
            if (isNameStart(c)) {
                readName();
            } else if (isDigit(c)) {
                readNumber();
            } else if (c == '\'' || c == '"') {
                readText(c);
            } else {
                readSymbol();
            }
        }
    }

    private void readName() {
        int start = at;
        while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        tokens.add(new Token(Token.Kind.NAME, text.substring(start, at), start));
    }

    private void readNumber() {
        int start = at;
        skipDigits();
        Token.Kind kind = Token.Kind.INTEGER;
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            skipDigits();
            kind = Token.Kind.DECIMAL;
        }
        if (at < text.length() && (isNameStart(text.charAt(at)) || Character.isLetter(text.codePointAt(at)))) {
            throw new ExpressionException(
                    text, at, "expected a number to end here; numbers have neither an exponent nor a suffix");
        }
        tokens.add(new Token(kind, text.substring(start, at), start));
    }

    private void skipDigits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private void readText(char quote) {
        int start = at;
        StringBuilder characters = new StringBuilder();
        at++;
        while (true) {
            int end = text.indexOf(quote, at);
            if (end < 0) {
                throw new ExpressionException(text, start, "expected a closing " + quote + " for the text that begins");
            }
            characters.append(text, at, end);
            at = end + 1;
            if (at == text.length() || text.charAt(at) != quote) {
                tokens.add(new Token(Token.Kind.TEXT, characters.toString(), start));
                return;
            }
            characters.append(quote);
            at++;
        }
    }

    private void readSymbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                tokens.add(new Token(Token.Kind.SYMBOL, symbol, at));
                at += symbol.length();
                return;
            }
        }
        throw new ExpressionException(text, at, refusal());
    }

    private String refusal() {
        char c = text.charAt(at);
        return switch (c) {
            case '=' -> "assignment is not allowed; to compare, write '=='";
            case '&', '|' -> "expected '" + c + c + "'";
            case '*', '/', '%', '^' -> "the language has no operator '" + c + "'";
            case '@', '#', '$' -> "the language has no '" + c + "': names begin with a letter or '_'";
            default ->
                Character.isISOControl(c) || c > '~'
                        ? String.format(Locale.ROOT, "unexpected character U+%04X", (int) c)
                        : "unexpected character '" + c + "'";
        };
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
    }

    static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
