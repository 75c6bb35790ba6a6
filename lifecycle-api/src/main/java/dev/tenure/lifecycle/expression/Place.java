package dev.tenure.lifecycle.expression;

/** A place in a text: its line and column, and the line to show with a caret under it. */
record Place(int line, int column, String excerpt) {

    private static final int SHOWN_BEFORE = 60;
    private static final int SHOWN_AFTER = 20;

    Place(String text, int position) {
        this(lineOf(text, position), position - startOf(text, position) + 1, excerptOf(text, position));
    }

    private static int lineOf(String text, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (endsLine(text, i)) {
                line++;
            }
        }
        return line;
    }

    private static int startOf(String text, int position) {
        int start = position;
        while (start > 0 && !endsLine(text, start - 1)) {
            start--;
        }
        return start;
    }

    /** A line ends at LF, or at a CR that no LF follows. */
    private static boolean endsLine(String text, int index) {
        char c = text.charAt(index);
        return c == '\n' || (c == '\r' && (index + 1 == text.length() || text.charAt(index + 1) != '\n'));
    }

    private static String excerptOf(String text, int position) {
        int start = Math.max(startOf(text, position), position - SHOWN_BEFORE);
        int end = position;
        while (end < text.length() && end < position + SHOWN_AFTER && !isBreak(text.charAt(end))) {
            end++;
        }
        StringBuilder excerpt = new StringBuilder("  ");
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            excerpt.append(Character.isISOControl(c) ? ' ' : c);
        }
        return excerpt.append("\n  ")
                .append(" ".repeat(position - start))
                .append('^')
                .toString();
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
