package dev.tenure.successfactors.internal.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code /Date(n)/} and writes literals (rule D1). No zone is ever applied to a date. */
public final class ODataDates {

    private static final Pattern FORM = Pattern.compile("/Date\\((-?\\d{1,18})([+-]\\d{4})?\\)/");
    private static final long DAY = 86_400_000L;
    private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    private ODataDates() {}

    /**
     * Says whether text has the form of a date.
     *
     * @param text the text
     * @return whether it has
     */
    public static boolean isDate(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Reads a calendar date: the one that it is in UTC.
     *
     * @param text the text
     * @return the date; empty for the open end (rule D2)
     * @throws IllegalArgumentException if it is no date
     */
    public static Optional<LocalDate> date(String text) {
        LocalDate date;
        try {
            date = LocalDate.ofEpochDay(Math.floorDiv(millis(text), DAY));
        } catch (DateTimeException absurd) {
            throw new IllegalArgumentException("it is no date", absurd);
        }
        return date.isBefore(OPEN_END) ? Optional.of(date) : Optional.empty();
    }

    /**
     * Reads an instant: an offset, if there is one, is a label only.
     *
     * @param text the text
     * @return the instant; empty where there is no offset, since the text is a wall-clock time then
     * @throws IllegalArgumentException if it is no date
     */
    public static Optional<Instant> instant(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() && form.group(2) != null
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(form.group(1))))
                : Optional.empty();
    }

    /**
     * Writes a date as a literal of a filter.
     *
     * @param date the date
     * @return such as {@code datetime'2026-01-01T00:00:00'}
     */
    public static String literal(LocalDate date) {
        return "datetime'" + date + "T00:00:00'";
    }

    /**
     * Writes an instant as a literal of a filter.
     *
     * @param instant the instant, whose fraction of a second is cut off
     * @return such as {@code datetimeoffset'2026-01-01T00:00:00Z'}
     */
    public static String literal(Instant instant) {
        return "datetimeoffset'" + Instant.ofEpochSecond(instant.getEpochSecond()) + "'";
    }

    /**
     * Writes a text as a literal of a filter.
     *
     * @param text the text
     * @return the text in quotes
     */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static long millis(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("it is no date");
        }
        return Long.parseLong(form.group(1));
    }
}
