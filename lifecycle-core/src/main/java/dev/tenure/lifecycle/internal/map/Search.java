package dev.tenure.lifecycle.internal.map;

/** Finds text in text in linear time, also where both repeat themselves. */
final class Search {

    /** Up to here the platform's search, which may compare every character of the part at every place, is good. */
    private static final int SHORT = 16;

    private static final int CHARACTERS_PER_STEP = 4;

    private Search() {}

    /** Gives the first place of the part at or after a place, -1 if there is none, and counts what was looked at. */
    static int find(String text, String part, int from, Steps steps) {
        int found = part.length() <= SHORT ? text.indexOf(part, from) : findLong(text, part, from);
        int end = found < 0 ? text.length() : found;
        steps.take(1 + (end - from) / CHARACTERS_PER_STEP);
        return found;
    }

    /** Knuth, Morris and Pratt. */
    private static int findLong(String text, String part, int from) {
        if (part.length() > text.length() - from) {
            return -1;
        }
        int[] borders = borders(part);
        int matched = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            while (matched > 0 && part.charAt(matched) != c) {
                matched = borders[matched - 1];
            }
            if (part.charAt(matched) == c) {
                matched++;
            }
            if (matched == part.length()) {
                return i - matched + 1;
            }
        }
        return -1;
    }

    /** For each prefix, the length of the longest proper prefix of it that is also its end. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        int length = 0;
        for (int i = 1; i < part.length(); i++) {
            while (length > 0 && part.charAt(i) != part.charAt(length)) {
                length = borders[length - 1];
            }
            if (part.charAt(i) == part.charAt(length)) {
                length++;
            }
            borders[i] = length;
        }
        return borders;
    }
}
