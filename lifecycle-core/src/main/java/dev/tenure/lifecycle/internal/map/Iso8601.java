package dev.tenure.lifecycle.internal.map;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Instants as ISO 8601 text with three digits of milliseconds. */
final class Iso8601 {

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** A date; then, if at all, a time of at least hours and minutes; then, if at all, an offset. */
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Iso8601() {}

    /** Writes an instant as seen in a zone; an offset of nothing is {@code Z}. */
    static String write(Instant instant, ZoneId zone) {
        return WRITTEN.format(inRange(instant).atZone(zone));
    }

    /** Reads an instant; a text without a zone is UTC, one without a time is midnight. */
    static Instant read(String text) {
        try {
            TemporalAccessor parsed = READ.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof OffsetDateTime time) {
                return inRange(time.toInstant());
            }
            LocalDateTime time = parsed instanceof LocalDateTime local
                    ? local
                    : LocalDateTime.of(LocalDate.from(parsed), LocalTime.MIDNIGHT);
            return inRange(time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notOne) {
            throw new Fault("the text is not an ISO 8601 date and time");
        }
    }

    /** Refuses what four digits of a year cannot write. */
    static Instant inRange(Instant instant) {
        int year = ZonedDateTime.ofInstant(instant, ZoneOffset.UTC).getYear();
        if (year < 0 || year > 9999) {
            throw outOfRange();
        }
        return instant;
    }

    static Fault outOfRange() {
        return new Fault("the time is out of range: years go from 0000 to 9999");
    }
}
