package dev.tenure.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes instants and spans of time for people. */
final class Moments {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private Moments() {}

    static String utc(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    static String at(Instant instant, String zone) {
        return LOCAL.format(instant.atZone(ZoneId.of(zone))) + " in " + zone;
    }

    static String length(Duration span) {
        return span.toMinutes() == 0
                ? span.toSeconds() + " s"
                : span.toMinutes() + " min " + span.toSecondsPart() + " s";
    }
}
