package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.decision.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Words that several reports share. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Words() {}

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code ON_CREATE} as {@code on create}. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code GROUP_CREATE} as {@code Group create}. */
    static String title(Enum<?> constant) {
        String words = lower(constant);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code Sat 7 Mar 2026, 00:00 Australia/Sydney}; seconds where there are any. */
    static String moment(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        DateTimeFormatter time = there.getSecond() == 0 ? MINUTE : SECOND;
        return DAY.format(there) + ", " + time.format(there) + " " + name(zone);
    }

    private static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** Text as a sentence: a capital letter first and a full stop last. */
    static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        String capital = new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(text, Character.charCount(first), text.length())
                .toString();
        return capital.endsWith(".") || capital.endsWith("?") ? capital : capital + ".";
    }

    static String value(AttributeValue value) {
        return value.isNull() ? "(empty)" : value.asText();
    }

    static String value(Optional<AttributeValue> value, String otherwise) {
        return value.map(Words::value).orElse(otherwise);
    }

    static String of(Decision decision) {
        StringBuilder text = new StringBuilder(decision.state().name());
        decision.effectiveAt().ifPresent(at -> text.append(" since ").append(at));
        text.append(": ")
                .append(decision.because())
                .append(" (")
                .append(decision.because().rule())
                .append(')');
        decision.next()
                .ifPresent(next -> text.append("; next ")
                        .append(next.state())
                        .append(" at ")
                        .append(next.at()));
        return text.toString();
    }
}
