package dev.tenure.workday.internal.translate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates. Workday often gives them an offset, its own, which means nothing: the calendar date counts as it is
 * written (rule A8). Sentinels that stand for 'no date' are none.
 */
final class Dates {

    private static final int LENGTH = "2026-03-31".length();
    private static final Set<LocalDate> SENTINELS =
            Set.of(LocalDate.of(1, 1, 1), LocalDate.of(1899, 12, 31), LocalDate.of(9999, 12, 31));

    private Dates() {}

    static Optional<LocalDate> read(String element, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        LocalDate date = parse(element, text);
        return SENTINELS.contains(date) ? Optional.empty() : Optional.of(date);
    }

    private static LocalDate parse(String element, String text) {
        if (text.length() < LENGTH || !isSuffix(text) || text.charAt(4) != '-' || text.charAt(7) != '-') {
            throw unreadable(element);
        }
        try {
            return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, LENGTH));
        } catch (DateTimeException notADate) {
            throw unreadable(element);
        }
    }

    /** Throws what a date that does not exist throws, where there is anything but digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new DateTimeException("not a digit");
            }
            number = 10 * number + (digit - '0');
        }
        return number;
    }

    /** What follows the date is an offset, or a time of day in the places where some versions give one. */
    private static boolean isSuffix(String text) {
        return text.length() == LENGTH || "Z+-T".indexOf(text.charAt(LENGTH)) >= 0;
    }

    private static UnreadableRecordException unreadable(String element) {
        return new UnreadableRecordException(
                "'" + element + "' is not a date; correct it on the worker's record in Workday");
    }
}
