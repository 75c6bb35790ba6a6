package dev.tenure.examples.quickstart;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words, so that no line is too long to read. */
final class Wrapped {

    private Wrapped() {}

    /** Returns the lines; those after the first begin with {@code indent}. */
    static List<String> lines(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            if (space <= indent.length()) {
                break;
            }
            lines.add(rest.substring(0, space));
            rest = indent + rest.substring(space + 1);
        }
        lines.add(rest);
        return lines;
    }
}
