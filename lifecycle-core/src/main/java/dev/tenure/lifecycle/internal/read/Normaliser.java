package dev.tenure.lifecycle.internal.read;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.Worker;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the same facts in another form the same (rule A8). Pure. */
final class Normaliser {

    private static final int YEAR = "2026".length();
    private static final int DAY = "2026-03-02".length();
    private static final LocalDate BEGIN_OF_TIME = LocalDate.of(1, 1, 1);
    private static final LocalDate BEGIN_OF_SPREADSHEETS = LocalDate.of(1899, 12, 31);
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    /** A date as XML and JSON have it, with the time of day and the offset that some systems add. */
    private static final Pattern DATE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?(?:Z|[+-]\\d{2}:\\d{2})?");

    private static final Set<String> NO_DATES =
            Set.of(BEGIN_OF_TIME.toString(), BEGIN_OF_SPREADSHEETS.toString(), END_OF_TIME.toString());

    Worker normalise(Worker worker) {
        return new Worker(
                worker.ref(), employment(worker.employment()), attributes(worker.attributes()), worker.groups());
    }

    private static Employment employment(Employment facts) {
        return new Employment(
                facts.kind(),
                facts.active(),
                facts.hasAccount(),
                text(facts.universalId()),
                date(facts.hireDate()),
                date(facts.firstDayOfWork()),
                date(facts.terminationDate()),
                date(facts.lastDayOfWork()),
                date(facts.inactiveSince()),
                text(facts.primaryReason()),
                facts.secondaryReasons().stream()
                        .map(String::strip)
                        .filter(reason -> !reason.isEmpty())
                        .toList(),
                text(facts.preferredTimeZone()),
                text(facts.locationTimeZone()),
                facts.timeline().stream().filter(event -> isDate(event.on())).toList());
    }

    private static Attributes attributes(Attributes attributes) {
        for (AttributeValue value : attributes.asMap().values()) {
            if (!isNormal(value)) {
                return normalised(attributes);
            }
        }
        return attributes;
    }

    private static Attributes normalised(Attributes attributes) {
        Attributes.Builder builder = Attributes.builder();
        for (Map.Entry<String, AttributeValue> entry : attributes.asMap().entrySet()) {
            builder.put(entry.getKey(), normalised(entry.getValue()));
        }
        return builder.build();
    }

    private static AttributeValue normalised(AttributeValue value) {
        if (value instanceof AttributeValue.Text text) {
            return withoutFormOfDate(AttributeValue.normalised(text.value()));
        }
        if (value instanceof AttributeValue.Date date && !isDate(date.value())) {
            return AttributeValue.NULL;
        }
        if (value instanceof AttributeValue.Array array) {
            return AttributeValue.of(array.elements().stream()
                    .map(Normaliser::normalised)
                    .filter(element -> !element.isNull())
                    .toList());
        }
        return value;
    }

    /** A text that is a date: one that stands for none is no value, and an offset does not make it another date. */
    private static AttributeValue withoutFormOfDate(AttributeValue value) {
        if (!(value instanceof AttributeValue.Text text) || !looksLikeDate(text.value())) {
            return value;
        }
        Matcher date = DATE.matcher(text.value());
        if (!date.matches()) {
            return value;
        }
        if (NO_DATES.contains(date.group(1))) {
            return AttributeValue.NULL;
        }
        return date.group(2) == null ? AttributeValue.of(date.group(1)) : value;
    }

    /** Spares every name and address the pattern. */
    private static boolean looksLikeDate(String text) {
        return text.length() >= DAY && text.charAt(YEAR) == '-' && Character.isDigit(text.charAt(0));
    }

    /** Most values are short texts without a sign that could be written otherwise, and need no second look. */
    private static boolean isNormal(AttributeValue value) {
        return (value instanceof AttributeValue.Text text && isPlain(text.value())) || value.equals(normalised(value));
    }

    private static boolean isPlain(String text) {
        int length = text.length();
        if (length == 0 || text.charAt(0) <= ' ' || text.charAt(length - 1) <= ' ' || looksLikeDate(text)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> text(Optional<String> text) {
        return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static Optional<LocalDate> date(Optional<LocalDate> date) {
        return date.filter(Normaliser::isDate);
    }

    private static boolean isDate(LocalDate date) {
        return date.isAfter(BEGIN_OF_TIME) && !date.equals(BEGIN_OF_SPREADSHEETS) && date.isBefore(END_OF_TIME);
    }
}
