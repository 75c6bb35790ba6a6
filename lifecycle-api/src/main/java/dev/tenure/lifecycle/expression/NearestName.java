package dev.tenure.lifecycle.expression;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody who wrote another one probably meant. */
public final class NearestName {

    private static final int MAX_LENGTH = 100;

    private NearestName() {}

    /**
     * Finds the nearest of some names: fewest letters changed, left out, added or swapped, case not counted. A name that
     * differs in more than a third of its letters is not near.
     *
     * @param written the name that was written
     * @param names the names that there are
     * @return the nearest one, the first of several; empty if none is near
     */
    public static Optional<String> of(String written, Collection<String> names) {
        if (written.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        Optional<String> nearest = Optional.empty();
        int least = Math.max(1, wanted.length() / 3) + 1;
        for (String name : names) {
            if (name.length() <= MAX_LENGTH) {
                int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    nearest = Optional.of(name);
                }
            }
        }
        return nearest;
    }

    /**
     * Finds the nearest name and says so.
     *
     * @param written the name that was written
     * @param names the names that there are
     * @return {@code ; did you mean 'name'?}, or nothing if none is near
     */
    public static String hint(String written, Collection<String> names) {
        return of(written, names).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /** Counts edits, a swap of two neighbours as one (optimal string alignment). */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
