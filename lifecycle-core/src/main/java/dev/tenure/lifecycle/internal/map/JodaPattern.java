package dev.tenure.lifecycle.internal.map;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A date and time pattern as Joda-Time has it, compiled: {@code Y} is the year of the era, {@code x} the week year,
 * {@code e} the day of the week. Names are English. Text without a zone is UTC.
 */
final class JodaPattern {

    private static final int MAX_LENGTH = 1_000;

    private final List<JodaField> fields;

    private JodaPattern(List<JodaField> fields) {
        this.fields = fields;
    }

    static JodaPattern of(String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            throw new Fault("the time format has more than " + MAX_LENGTH + " characters");
        }
        List<JodaField> fields = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = at + 1;
            if (isLetter(c)) {
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                fields.add(JodaFields.of(c, end - at, startsNumber(pattern, end)));
            } else if (c == '\'') {
                end = quoteEnd(pattern, at);
                fields.add(JodaFields.literal(unquoted(pattern, at, end)));
            } else {
                fields.add(JodaFields.literal(String.valueOf(c)));
            }
            at = end;
        }
        if (fields.isEmpty()) {
            throw new Fault("the time format is empty");
        }
        return new JodaPattern(fields);
    }

    String print(ZonedDateTime time) {
        StringBuilder out = new StringBuilder();
        for (JodaField field : fields) {
            field.print(time, out);
        }
        return out.toString();
    }

    Instant parse(String text) {
        JodaInput input = new JodaInput(text);
        for (JodaField field : fields) {
            field.parse(input);
        }
        return input.resolve();
    }

    /** Says whether what begins here is a field of digits, so that the one before must not take more than its own. */
    private static boolean startsNumber(String pattern, int at) {
        if (at == pattern.length()) {
            return false;
        }
        char c = pattern.charAt(at);
        boolean monthAsText = c == 'M' && pattern.startsWith("MMM", at);
        return "cCxyYdhHmsSewDFwWkKM".indexOf(c) >= 0 && !monthAsText;
    }

    private static int quoteEnd(String pattern, int start) {
        int at = start + 1;
        while (at < pattern.length()) {
            if (pattern.charAt(at) != '\'') {
                at++;
            } else if (at > start + 1 && pattern.startsWith("''", at)) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return at;
    }

    /** Two quotes stand for one, inside a quotation and by themselves. */
    private static String unquoted(String pattern, int start, int end) {
        String quoted = pattern.substring(start, end);
        if (quoted.equals("''")) {
            return "'";
        }
        boolean closed = quoted.length() > 1 && quoted.endsWith("'");
        return quoted.substring(1, closed ? quoted.length() - 1 : quoted.length())
                .replace("''", "'");
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
