package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.decision.Decision;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Words that several reports share. */
final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Words() {}

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code ON_CREATE} as {@code on create}. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone)) + " " + zone.getId();
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
