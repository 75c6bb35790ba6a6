package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.expression.TextPattern;

/** A text that counts how often it is looked at, so that a pattern that backtracks without end is stopped. */
final class MeteredText implements CharSequence {

    /** Pattern characters that an engine passes, between two looks at the text, in about the time of one. */
    private static final int PATTERN_PER_STEP = 64;

    private final String text;
    private final Steps steps;
    private final int cost;

    private MeteredText(String text, Steps steps, int cost) {
        this.text = text;
        this.steps = steps;
        this.cost = cost;
    }

    /** Says whether the whole text matches. */
    static boolean matches(TextPattern pattern, String text, Steps steps) {
        int cost = 1 + pattern.unrolledLength() / PATTERN_PER_STEP;
        try {
            return pattern.pattern().matcher(new MeteredText(text, steps, cost)).matches();
        } catch (StackOverflowError tooDeep) {
            throw new Fault("the regular expression nests too deep for this text");
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        steps.take(cost);
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new MeteredText(text.substring(start, end), steps, cost);
    }

    /** Says how long the text is and not what it is. */
    @Override
    public String toString() {
        return "MeteredText[" + text.length() + " characters]";
    }
}
