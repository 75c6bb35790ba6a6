package dev.tenure.lifecycle.internal.read;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.Worker;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Makes the same facts in another form the same (rule A8). Pure. */
final class Normaliser {

    private static final LocalDate BEGIN_OF_TIME = LocalDate.of(1, 1, 1);
    private static final LocalDate BEGIN_OF_SPREADSHEETS = LocalDate.of(1899, 12, 31);
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

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
            return AttributeValue.normalised(text.value());
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

    private static boolean isNormal(AttributeValue value) {
        return value.equals(normalised(value));
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
