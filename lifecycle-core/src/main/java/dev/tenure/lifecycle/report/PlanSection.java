package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.PersonPlan;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The part of a page that shows a plan. */
final class PlanSection {

    private final Plan plan;
    private final Filters filters;
    private final List<PersonPlan> people;
    private final Map<ChangeGroup, List<Row>> rows = new EnumMap<>(ChangeGroup.class);
    private final Map<WorkerRef, String> names = new HashMap<>();
    private final Set<String> held = new HashSet<>();

    private record Row(Change change, Optional<Decision> decision) {}

    PlanSection(Plan plan, Filters filters) {
        this.plan = plan;
        this.filters = filters;
        this.people = plan.people();
        plan.groupChanges().forEach(change -> add(change, Optional.empty()));
        for (PersonPlan person : people) {
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

    void write(Html nav, Html summaries, Html html) {
        Markup markup = new Markup(html);
        nav.raw("<a href=#plan>Summary</a>");
        summary(summaries, new Markup(summaries));
        List<PersonPlan> asked =
                people.stream().filter(person -> !person.pending().isEmpty()).toList();
        List<PersonPlan> noted =
                people.stream().filter(person -> !person.notes().isEmpty()).toList();
        if (!asked.isEmpty()) {
            Markup.link(nav, "asked", "Waiting", asked.size());
            pending(html, markup, asked);
        }
        if (!noted.isEmpty()) {
            Markup.link(nav, "noted", "Problems", noted.size());
            notes(html, markup, noted);
        }
        if (!plan.notices().isEmpty()) {
            Markup.link(nav, "notices", "Notices", plan.notices().size());
            new NoticeRows(filters, names).write(html, markup, plan.notices());
        }
        for (ChangeGroup group : ChangeGroup.values()) {
            List<Row> ofGroup = rows.getOrDefault(group, List.of());
            if (!ofGroup.isEmpty()) {
                Markup.link(nav, group.id(), group.title(), ofGroup.size());
                changes(html, markup, group, ofGroup);
            }
        }
    }

    private void summary(Html html, Markup markup) {
        html.raw("<section id=plan aria-labelledby=h-plan class=summary><h2 id=h-plan>Plan of ")
                .raw(kind(plan.kind()))
                .raw("</h2><p class=meta>Made for ");
        markup.time(plan.madeAt(), ZoneOffset.UTC);
        html.raw(". Nothing has been written.</p><ul class=tiles>");
        markup.tile(
                "", people.size(), people.size() == 1 ? "worker with something to do" : "workers with something to do");
        markup.tile("", plan.unchanged(), "unchanged");
        rows.forEach((group, ofGroup) ->
                markup.tile(group.tone(), ofGroup.size(), group.title().toLowerCase(Locale.ROOT)));
        html.raw("</ul>");
        proportions(html);
        safeguard(html);
        html.raw("</section>");
    }

    private static String kind(ImportKind kind) {
        return switch (kind) {
            case FULL -> "a full import";
            case INCREMENTAL -> "an incremental import";
            case REAL_TIME -> "a real-time import";
            case ADVANCE -> "what is due";
            case BY_HAND -> "what was decided by hand";
        };
    }

    /** How much of each there is, at one look. The numbers are in the tiles, so a screen reader passes over it. */
    private void proportions(Html html) {
        int all = rows.values().stream().mapToInt(List::size).sum();
        if (all == 0) {
            html.raw("<p class=none>There is nothing to do.</p>");
            return;
        }
        html.raw("<svg class=share viewBox=\"0 0 1000 10\" preserveAspectRatio=none aria-hidden=true>");
        int before = 0;
        int x = 0;
        for (Map.Entry<ChangeGroup, List<Row>> entry : rows.entrySet()) {
            before += entry.getValue().size();
            int to = (int) (1000L * before / all);
            html.raw("<rect class=s-")
                    .raw(entry.getKey().id())
                    .raw(" x=")
                    .raw(x)
                    .raw(" y=0 height=10 width=")
                    .raw(Math.max(2, to - x - 2))
                    .raw("></rect>");
            x = to;
        }
        html.raw("</svg>");
    }

    private void safeguard(Html html) {
        if (plan.held().isEmpty()) {
            boolean ends = rows.containsKey(ChangeGroup.ENDS);
            html.raw("<div class=\"guard ok\"><h3>Safeguard</h3><p>")
                    .raw(ends ? "All endings are within the limits and would pass." : "No access ends.")
                    .raw("</p></div>");
            return;
        }
        html.raw("<div class=\"guard hold\"><h3>The safeguard would hold changes</h3>");
        for (HeldChanges holding : plan.held()) {
            html.raw("<p><b>")
                    .raw(holding.count())
                    .raw("</b> × ")
                    .text(Words.lower(holding.kind()))
                    .raw(" at <b>")
                    .text(holding.target())
                    .raw("</b>, of ")
                    .raw(holding.of())
                    .raw(" linked accounts with access")
                    .raw(holding.of() == 0 ? "" : " (" + Math.round(100.0 * holding.count() / holding.of()) + " %)")
                    .raw(". None of these is made until somebody approves them; everything else goes on.</p>");
        }
        html.raw("</div>");
    }

    private void changes(Html html, Markup markup, ChangeGroup group, List<Row> ofGroup) {
        markup.openSection(group.id(), group.title(), ofGroup.size());
        for (Row row : ofGroup) {
            Change change = row.change();
            boolean isHeld = group == ChangeGroup.ENDS
                    && change.worker()
                            .filter(worker -> held.contains(key(change.system(), worker)))
                            .isPresent();
            String label = Words.lower(change.kind());
            String tone = group.tone();
            String mark = filters.mark(change.kind().name(), label, tone);
            String ref = change.worker().map(WorkerRef::toString).orElse("group");
            String who = change.worker()
                    .map(worker -> names.getOrDefault(worker, ref))
                    .orElse(ref);
            markup.openRow(
                    mark,
                    isHeld ? "held" : tone,
                    isHeld ? "held" : label,
                    who,
                    ref,
                    What.of(change, row.decision()),
                    change.system(),
                    change.rule());
            markup.reason(change.reason(), change.rule());
            if (isHeld) {
                html.raw("<p class=heldnote>The safeguard would hold this change until somebody approves it.</p>");
            }
            account(html, change);
            markup.attributes(change.attributes(), "Before", group == ChangeGroup.NEW ? "Value" : "After");
            row.decision().ifPresent(markup::decision);
            markup.closeRow();
        }
        html.raw("</section>");
    }

    private static void account(Html html, Change change) {
        if (change.account().isEmpty() && change.login().isEmpty()) {
            return;
        }
        html.raw("<p class=acc>Account ");
        change.login().ifPresent(login -> html.raw("<b>").value(login).raw("</b> "));
        change.account()
                .ifPresent(
                        account -> html.raw("<small>").text(account.toString()).raw("</small>"));
        html.raw("</p>");
    }

    private void pending(Html html, Markup markup, List<PersonPlan> asked) {
        markup.openSection("asked", "Waiting for a decision", asked.size());
        for (PersonPlan person : asked) {
            new TreeMap<>(person.pending()).forEach((target, why) -> {
                String mark = filters.mark("PENDING", "waiting", "warn");
                markup.openRow(
                        mark,
                        "warn",
                        "waiting",
                        names.getOrDefault(person.worker(), ""),
                        person.worker().toString(),
                        What.words(question(why.name())),
                        target,
                        "E");
                html.raw("<p class=why>").text(question(why.name())).raw("</p>");
                markup.decision(person.decision());
                markup.closeRow();
            });
        }
        html.raw("</section>");
    }

    private static String question(String why) {
        return switch (why) {
            case "NEW" -> "No account fits: should one be made?";
            case "EXACT_MATCH" -> "An account fits exactly: should it be linked?";
            case "PARTIAL_MATCH" -> "An account agrees in first and last name alone: is it this worker's?";
            case "REACTIVATION" -> "The worker is back and the account is deactivated: should it be opened?";
            case "CONFLICT" -> "The login or e-mail belongs to another account: who is right?";
            default -> why;
        };
    }

    private void notes(Html html, Markup markup, List<PersonPlan> noted) {
        markup.openSection("noted", "Problems", noted.size());
        for (PersonPlan person : noted) {
            String mark = filters.mark("NOTE", "problem", "warn");
            markup.openRow(
                    mark,
                    "warn",
                    "problem",
                    names.getOrDefault(person.worker(), ""),
                    person.worker().toString(),
                    What.words(person.notes().get(0)),
                    person.worker().source(),
                    "S3");
            person.notes().forEach(note -> html.raw("<p class=why>").text(note).raw("</p>"));
            markup.decision(person.decision());
            markup.closeRow();
        }
        html.raw("</section>");
    }
}
