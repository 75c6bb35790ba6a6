package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.plan.PersonPlan;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of a plan that a person has to look at: what waits for a decision, and what does not work. */
final class AskedRows {

    private final List<PersonPlan> asked;
    private final List<PersonPlan> noted;
    private final Filters filters;
    private final Map<WorkerRef, String> names;

    AskedRows(List<PersonPlan> people, Filters filters, Map<WorkerRef, String> names) {
        this.asked =
                people.stream().filter(person -> !person.pending().isEmpty()).toList();
        this.noted = people.stream().filter(person -> !person.notes().isEmpty()).toList();
        this.filters = filters;
        this.names = names;
    }

    int waiting() {
        return asked.stream().mapToInt(person -> person.pending().size()).sum();
    }

    int problems() {
        return noted.size();
    }

    void write(Html links, Html html, Markup markup) {
        if (!asked.isEmpty()) {
            markup.openList(links, "asked", "Waiting for a decision", waiting());
            asked.forEach(person ->
                    new TreeMap<>(person.pending()).forEach((target, why) -> pending(markup, person, target, why)));
            markup.closeList();
        }
        if (!noted.isEmpty()) {
            markup.openList(links, "noted", "Problems", problems());
            noted.forEach(person -> problem(html, markup, person));
            markup.closeList();
        }
    }

    private String name(PersonPlan person) {
        return names.getOrDefault(person.worker(), person.worker().toString());
    }

    private void pending(Markup markup, PersonPlan person, String target, PendingReason why) {
        markup.openRow(
                filters.mark("PENDING", "Waiting", "warn"),
                "warn",
                "Waiting",
                name(person),
                person.worker().toString(),
                What.words(question(why)),
                target,
                Rules.of(why));
        markup.reason(Rules.inWords(why), Rules.of(why));
        markup.decision(person.decision());
        markup.closeRow();
    }

    private static String question(PendingReason why) {
        return switch (why) {
            case NEW -> "Make an account?";
            case EXACT_MATCH -> "Link the account that fits?";
            case PARTIAL_MATCH -> "Same name: the same person?";
            case REACTIVATION -> "Open the account again?";
            case CONFLICT -> "Login or e-mail is taken: who is right?";
        };
    }

    private void problem(Html html, Markup markup, PersonPlan person) {
        markup.openRow(
                filters.mark("NOTE", "Problem", "warn"),
                "warn",
                "Problem",
                name(person),
                person.worker().toString(),
                What.words(person.notes().get(0)),
                person.worker().source(),
                "S3");
        person.notes()
                .forEach(note ->
                        html.raw("<p class=why>").value(Words.sentence(note)).raw("</p>"));
        markup.decision(person.decision());
        markup.closeRow();
    }
}
