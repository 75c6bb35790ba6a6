package dev.tenure.lifecycle.internal.map;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A text that is read by a time pattern, and what was found in it so far. */
final class JodaInput {

    /** What a pattern can find. */
    enum Part {
        ERA,
        CENTURY,
        YEAR,
        WEEK_YEAR,
        WEEK,
        DAY_OF_WEEK,
        DAY_OF_YEAR,
        MONTH,
        DAY,
        HALF_OF_DAY,
        HOUR_OF_HALF,
        HOUR,
        MINUTE,
        SECOND,
        NANO
    }

    private final String text;
    private final Map<Part, Integer> parts = new EnumMap<>(Part.class);
    private ZoneId zone = ZoneOffset.UTC;
    private int at;

    JodaInput(String text) {
        this.text = text;
    }

    void set(Part part, int value) {
        Integer before = parts.put(part, value);
        if (before != null && before != value) {
            throw mismatch();
        }
    }

    void setZone(ZoneId found) {
        zone = found;
    }

    boolean take(String literal) {
        boolean found = text.regionMatches(true, at, literal, 0, literal.length());
        if (found) {
            at += literal.length();
        }
        return found;
    }

    /** Takes a number of one digit at least and some digits at most. */
    int takeNumber(int maxDigits) {
        int start = at;
        int number = 0;
        while (at < text.length() && at - start < Math.min(maxDigits, 9) && isDigit(text.charAt(at))) {
            number = number * 10 + text.charAt(at) - '0';
            at++;
        }
        if (at == start) {
            throw mismatch();
        }
        return number;
    }

    /** Takes a number that may have a sign. */
    int takeSigned(int maxDigits) {
        boolean negative = take("-");
        if (!negative) {
            take("+");
        }
        int number = takeNumber(maxDigits);
        return negative ? -number : number;
    }

    /** Counts the digits that are next. */
    int digitsAhead() {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - at;
    }

    /** Takes the longest of some names, case not counted, and gives its index. */
    int takeName(List<String> names) {
        int best = -1;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean longer = best < 0 || name.length() > names.get(best).length();
            if (longer && text.regionMatches(true, at, name, 0, name.length())) {
                best = i;
            }
        }
        if (best < 0) {
            throw mismatch();
        }
        at += names.get(best).length();
        return best;
    }

    /** Takes the characters that a zone's id may have. */
    String takeZoneId() {
        int start = at;
        while (at < text.length() && isZoneCharacter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Makes an instant of what was found; what was not is the least there is, of 1970, or of 2000 if there is a day. */
    Instant resolve() {
        if (at < text.length()) {
            throw mismatch();
        }
        try {
            LocalTime time = LocalTime.of(hour(), part(Part.MINUTE, 0), part(Part.SECOND, 0), part(Part.NANO, 0));
            return date().atTime(time).atZone(zone).toInstant();
        } catch (DateTimeException impossible) {
            throw mismatch();
        }
    }

    private int hour() {
        int ofHalf = part(Part.HALF_OF_DAY, 0) * 12 + part(Part.HOUR_OF_HALF, 0);
        return part(Part.HOUR, ofHalf);
    }

    private LocalDate date() {
        boolean byWeek = has(Part.WEEK) || has(Part.WEEK_YEAR);
        LocalDate date = byWeek && !has(Part.MONTH) && !has(Part.DAY) ? weekDate() : calendarDate();
        if (has(Part.DAY_OF_WEEK) && date.getDayOfWeek().getValue() != part(Part.DAY_OF_WEEK, 1)) {
            throw mismatch();
        }
        return date;
    }

    private LocalDate weekDate() {
        LocalDate start =
                has(Part.WEEK_YEAR) ? LocalDate.of(part(Part.WEEK_YEAR, 1970), 1, 4) : LocalDate.of(year(1970), 1, 1);
        LocalDate inWeek = start.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, part(Part.WEEK, 1));
        return inWeek.with(DayOfWeek.of(part(Part.DAY_OF_WEEK, 1)));
    }

    private LocalDate calendarDate() {
        if (has(Part.DAY_OF_YEAR)) {
            return LocalDate.ofYearDay(year(1970), part(Part.DAY_OF_YEAR, 1));
        }
        int year = year(has(Part.MONTH) || has(Part.DAY) ? 2000 : 1970);
        return LocalDate.of(year, part(Part.MONTH, 1), part(Part.DAY, 1));
    }

    private int year(int otherwise) {
        int year = part(Part.YEAR, has(Part.CENTURY) ? part(Part.CENTURY, 0) * 100 : otherwise);
        return part(Part.ERA, 1) == 0 ? 1 - year : year;
    }

    private boolean has(Part part) {
        return parts.containsKey(part);
    }

    private int part(Part part, int otherwise) {
        return parts.getOrDefault(part, otherwise);
    }

    static Fault mismatch() {
        return new Fault("the text is not a time in the format given");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isZoneCharacter(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || "/_+-:".indexOf(c) >= 0;
    }
}
