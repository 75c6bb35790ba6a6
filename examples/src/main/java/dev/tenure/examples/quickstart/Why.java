package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.WorkerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says of one person what was done, by which rule and mapping row, where the person stands now, and what comes next. */
final class Why {

    private static final int MOST_ATTRIBUTES = 4;

    /** Begins the second line of a reason that takes more than one. */
    static final String HANGING = " ".repeat(15);

    private Why() {}

    static String name(Person person) {
        String latin = person.given().latin() + " " + person.family().latin();
        String written = person.given().written() + " " + person.family().written();
        return (written.equals(latin) ? latin : Isolated.text(written) + " (" + latin + ")") + ", "
                + person.site().timeZone();
    }

    static List<String> lines(Person person, List<Chronicle.Event> events, WorkerState state) {
        List<String> lines = new ArrayList<>();
        for (Chronicle.Event event : events) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-10s %-3s %s",
                    event.entry().outcome() == OutcomeKind.APPLIED
                            ? event.entry().kind()
                            : event.entry().kind() + " " + event.entry().outcome(),
                    event.entry().rule(),
                    event.entry().reason()));
            lines.addAll(attributes(event));
        }
        lines.add("employment is " + state.state()
                + state.nextTransition()
                        .map(at -> " until " + at + ", "
                                + Moments.at(at, person.site().timeZone()))
                        .orElse(", and no change is known"));
        state.accounts().values().stream()
                .map(AccountState::failure)
                .flatMap(failure -> failure.stream())
                .forEach(failure -> lines.add("kept to be tried again: " + failure.kind() + ", tried "
                        + failure.attempts() + (failure.attempts() == 1 ? " time" : " times")));
        return lines;
    }

    private static List<String> attributes(Chronicle.Event event) {
        if (event.change().kind() == ChangeKind.CREATE) {
            return List.of();
        }
        List<AttributeChange> sent = event.change().attributes();
        List<String> lines = new ArrayList<>();
        for (AttributeChange change : sent.subList(0, Math.min(sent.size(), MOST_ATTRIBUTES))) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%14s %-14s %s",
                    "",
                    change.attribute(),
                    change.before().map(before -> value(before) + " → ").orElse("") + value(change.after()) + "  ["
                            + change.expression() + "]"));
        }
        if (sent.size() > MOST_ATTRIBUTES) {
            lines.add(String.format(Locale.ROOT, "%14s and %d more, and no other", "", sent.size() - MOST_ATTRIBUTES));
        }
        return lines;
    }

    private static String value(AttributeValue value) {
        return value.isNull() ? "nothing" : Isolated.text(value.asText());
    }
}
