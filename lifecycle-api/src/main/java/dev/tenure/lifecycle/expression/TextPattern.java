package dev.tenure.lifecycle.expression;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of the language, compiled: Java's, with ASCII classes, mind case unless it says {@code (?i)}. It
 * also knows what it may cost, so that whoever matches with it can set a budget. Immutable.
 */
public final class TextPattern {

    /** The greatest length of a pattern's text, in UTF-16 units. */
    public static final int MAX_LENGTH = 20_000;

    private static final int MAX_UNROLLED_LENGTH = 100_000;

    /** A group that is nothing but a repetition and is repeated itself: {@code (a+)+}. */
    private static final Pattern REPEATED_REPETITION = Pattern.compile("(?<!\\\\)\\((?:\\?:|\\?<[A-Za-z0-9]++>)?+"
            + "(?:\\\\.|\\[[^\\[\\]\\\\]++]|[^\\\\\\[\\]()*+?{}|^$])"
            + "(?:[*+]|\\{[0-9]++,})\\??\\)(?:[*+]|\\{[0-9]++,})(?!\\+)");

    private final Pattern pattern;
    private final int unrolledLength;

    private TextPattern(Pattern pattern, int unrolledLength) {
        this.pattern = pattern;
        this.unrolledLength = unrolledLength;
    }

    /**
     * Compiles a regular expression.
     *
     * @param regex the regular expression
     * @return the pattern
     * @throws IllegalArgumentException if it is not one, or passes a bound; the message does not repeat it
     */
    public static TextPattern compile(String regex) {
        if (regex.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a regular expression has at most " + MAX_LENGTH + " characters");
        }
        if (REPEATED_REPETITION.matcher(regex).find()) {
            throw new IllegalArgumentException(
                    "the regular expression repeats a group that is a repetition, as (a+)+ does; write a+");
        }
        int unrolledLength = UnrolledLength.of(regex, MAX_UNROLLED_LENGTH);
        if (unrolledLength > MAX_UNROLLED_LENGTH) {
            throw new IllegalArgumentException(
                    "the regular expression repeats too much; lower the counts in its braces");
        }
        try {
            return new TextPattern(Pattern.compile(regex), unrolledLength);
        } catch (PatternSyntaxException refused) {
            throw new IllegalArgumentException("bad regular expression: " + refused.getDescription()
                    + (refused.getIndex() < 0
                            ? ""
                            : " near its character " + Math.min(refused.getIndex() + 1, regex.length())));
        } catch (StackOverflowError tooDeep) {
            throw new IllegalArgumentException("the regular expression nests too deep");
        }
    }

    /**
     * Gives the compiled pattern. It backtracks: match with it only over a text that counts how often it is read.
     *
     * @return the pattern
     */
    public Pattern pattern() {
        return pattern;
    }

    /**
     * Gives the length that the pattern would have with its counted repetitions written out, a measure of the work
     * between two looks at the text.
     *
     * @return the length in UTF-16 units, 1 at least
     */
    public int unrolledLength() {
        return unrolledLength;
    }

    /** Says how long the pattern is. */
    @Override
    public String toString() {
        return "TextPattern[" + pattern.pattern().length() + " characters]";
    }
}
