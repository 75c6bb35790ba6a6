package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.PersonPlan;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part of a page that shows a plan: what waits for a person, then the changes by kind, then what is only reported. */
final class PlanSection {

    private final Plan plan;
    private final Filters filters = new Filters();
    private final Map<ChangeGroup, List<Row>> rows = new EnumMap<>(ChangeGroup.class);
    private final Map<WorkerRef, String> names = new HashMap<>();
    private final Set<String> held = new HashSet<>();

    private record Row(Change change, Optional<Decision> decision) {}

    PlanSection(Plan plan) {
        this.plan = plan;
        plan.groupChanges().forEach(change -> add(change, Optional.empty()));
        for (PersonPlan person : plan.people()) {
            names.put(person.worker(), name(person));
            person.changes().forEach(change -> add(change, Optional.of(person.decision())));
        }
        for (HeldChanges holding : plan.held()) {
            holding.workers().forEach(worker -> held.add(key(holding.target(), worker)));
        }
    }

    private void add(Change change, Optional<Decision> decision) {
        rows.computeIfAbsent(ChangeGroup.of(change.kind()), any -> new ArrayList<>())
                .add(new Row(change, decision));
    }

    private static String key(String target, WorkerRef worker) {
        return target + "\n" + worker;
    }

    /** What an approver knows the person by: the name or login where the plan has one, else the reference. */
    private static String name(PersonPlan person) {
        Optional<String> first = value(person, "firstName");
        Optional<String> last = value(person, "lastName");
        if (first.isPresent() && last.isPresent()) {
            return first.get() + " " + last.get();
        }
        return person.changes().stream()
                .flatMap(change -> change.login().stream())
                .findFirst()
                .or(() -> value(person, "login"))
                .orElse(person.worker().toString());
    }

    private static Optional<String> value(PersonPlan person, String attribute) {
        return person.changes().stream()
                .filter(change -> change.kind() == ChangeKind.CREATE)
                .flatMap(change -> change.attributes().stream())
                .filter(change -> change.attribute().equals(attribute))
                .map(AttributeChange::after)
                .map(AttributeValue::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** Writes the part, and gives the number of its rows. */
    int write(Html nav, Html page) {
        Html lists = new Html(1 << 16);
        Html links = new Html(512);
        Markup markup = new Markup(lists);
        AskedRows asked = new AskedRows(plan.people(), filters, names);
        asked.write(links, lists, markup);
        rows.forEach((group, ofGroup) -> changes(links, lists, markup, group, ofGroup));
        if (!plan.notices().isEmpty()) {
            new NoticeRows(filters, names).write(links, markup, plan.notices());
        }
        Markup.part(nav, page, "plan", "Plan", "Plan of " + PlanSummary.kind(plan.kind()));
        Map<ChangeGroup, Integer> counts = new EnumMap<>(ChangeGroup.class);
        rows.forEach((group, ofGroup) -> counts.put(group, ofGroup.size()));
        new PlanSummary(plan, counts, asked.waiting(), asked.problems()).write(page);
        filters.write(page);
        page.add(lists).raw("</section>");
        nav.raw("<ul>").add(links).raw("</ul></li>");
        return filters.rows();
    }

    private void changes(Html links, Html html, Markup markup, ChangeGroup group, List<Row> ofGroup) {
        markup.openList(links, group.id(), group.title(), ofGroup.size());
        for (Row row : ofGroup) {
            Change change = row.change();
            boolean isHeld = group == ChangeGroup.ENDS
                    && change.worker()
                            .filter(worker -> held.contains(key(change.system(), worker)))
                            .isPresent();
            String kind = ChangeGroup.word(change.kind());
            String ref = change.worker().map(WorkerRef::toString).orElse("");
            markup.openRow(
                    filters.mark(change.kind().name(), kind, group.tone()),
                    isHeld ? "held" : group.tone(),
                    isHeld ? "Held" : kind,
                    who(change, ref),
                    ref,
                    What.of(change, row.decision()),
                    change.system(),
                    change.rule());
            markup.reason(change.reason(), change.rule());
            if (isHeld) {
                html.raw("<p class=heldnote>")
                        .raw(kind)
                        .raw(": the safeguard would hold this until somebody approves it.</p>");
            }
            account(html, change);
            markup.attributes(change.attributes(), "Before", group == ChangeGroup.NEW ? "Value" : "After");
            row.decision().ifPresent(markup::decision);
            markup.closeRow();
        }
        markup.closeList();
    }

    private String who(Change change, String ref) {
        return change.worker()
                .map(worker -> names.getOrDefault(worker, ref))
                .or(change::group)
                .or(change::groupId)
                .orElse("Group");
    }

    private static void account(Html html, Change change) {
        if (change.account().isEmpty() && change.login().isEmpty()) {
            return;
        }
        html.raw("<p class=acc>Account ");
        change.login().ifPresent(login -> html.raw("<b>").value(login).raw("</b> "));
        change.account()
                .ifPresent(
                        account -> html.raw("<small>").value(account.toString()).raw("</small>"));
        html.raw("</p>");
    }
}
