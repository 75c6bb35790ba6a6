package dev.tenure.lifecycle.expression;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Measures a regular expression as if each {@code x{n}} were x written n times. It never takes less than that: what it
 * cannot tell, it counts as the larger. A pattern engine may repeat an empty group n times without looking at the text
 * once, so a budget of looks alone would not bound it.
 */
final class UnrolledLength {

    private final String regex;
    private final long limit;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long length;
    private long lastAtom;
    private int at;

    private UnrolledLength(String regex, long limit) {
        this.regex = regex;
        this.limit = limit;
    }

    /** Gives the measure, or some number above the limit. */
    static int of(String regex, int limit) {
        UnrolledLength measure = new UnrolledLength(regex, limit);
        long length = measure.isPlain() ? measure.nested() : measure.product();
        return (int) Math.max(1, Math.min(length, limit + 1L));
    }

    /** Says whether brackets and braces mean what they seem: no quotation, comment, control character or odd class. */
    private boolean isPlain() {
        return !regex.contains("\\Q")
                && !regex.contains("\\c")
                && !regex.contains("[]")
                && !regex.contains("[^]")
                && !(regex.contains("(?") && regex.contains("#"))
                && !hasClassInClass();
    }

    private boolean hasClassInClass() {
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                if (inClass) {
                    return true;
                }
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            }
        }
        return false;
    }

    /** Takes every count as if it repeated the whole pattern. */
    private long product() {
        long product = Math.max(1, regex.length());
        for (int i = regex.indexOf('{'); i >= 0; i = regex.indexOf('{', i + 1)) {
            product = capped(product * Math.max(1, count(i + 1)));
        }
        return product;
    }

    private long nested() {
        while (at < regex.length()) {
            step(regex.charAt(at));
        }
        while (!outer.isEmpty()) {
            length = capped(length + outer.pop());
        }
        return length;
    }

    private void step(char c) {
        switch (c) {
            case '\\' -> atom(escapeEnd());
            case '[' -> atom(classEnd());
            case '(' -> {
                outer.push(length);
                length = 1;
                at++;
            }
            case ')' -> {
                lastAtom = length;
                length = capped(length + (outer.isEmpty() ? 0 : outer.pop()));
                at++;
            }
            case '{' -> repeat();
            default -> atom(at + 1);
        }
    }

    private void atom(int end) {
        lastAtom = (long) end - at;
        length = capped(length + lastAtom);
        at = end;
    }

    private int escapeEnd() {
        int end = Math.min(regex.length(), at + 2);
        boolean named = end < regex.length() && regex.charAt(end) == '{' && "pPxNb".indexOf(regex.charAt(at + 1)) >= 0;
        return named ? after('}', end) : end;
    }

    private int classEnd() {
        for (int i = at + 1; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ']') {
                return i + 1;
            }
        }
        return regex.length();
    }

    private void repeat() {
        long times = count(at + 1);
        if (times > 1) {
            length = capped(length + lastAtom * (times - 1));
            lastAtom = capped(lastAtom * times);
        }
        at = after('}', at);
    }

    /** Reads the least number of times in braces, 0 if there is none. */
    private long count(int from) {
        long count = 0;
        for (int i = from; i < regex.length() && regex.charAt(i) >= '0' && regex.charAt(i) <= '9'; i++) {
            count = capped(count * 10 + regex.charAt(i) - '0');
        }
        return count;
    }

    private int after(char closing, int from) {
        int end = regex.indexOf(closing, from);
        return end < 0 ? regex.length() : end + 1;
    }

    private long capped(long value) {
        return Math.min(limit + 1, value);
    }
}
