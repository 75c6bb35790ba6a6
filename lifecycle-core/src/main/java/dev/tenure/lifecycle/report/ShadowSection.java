package dev.tenure.lifecycle.report;

import java.time.ZoneOffset;
import java.util.List;

/** The part of a page that shows where targets differ from what the engine would make of them. */
final class ShadowSection {

    private final ShadowReport report;
    private final Filters filters = new Filters();

    ShadowSection(ShadowReport report) {
        this.report = report;
    }

    /** Writes the part, and gives the number of its rows. */
    int write(Html nav, Html page) {
        Html lists = new Html(1 << 16);
        Html links = new Html(512);
        Markup markup = new Markup(lists);
        for (DifferenceKind kind : DifferenceKind.values()) {
            List<ShadowDifference> ofKind = report.of(kind);
            if (!ofKind.isEmpty()) {
                differences(links, lists, markup, kind, ofKind);
            }
        }
        strangers(links, markup);
        Markup.part(nav, page, "shadow", "Shadow", "Beside the system in charge");
        summary(page);
        filters.write(page);
        page.add(lists).raw("</section>");
        nav.raw("<ul>").add(links).raw("</ul></li>");
        return filters.rows();
    }

    private void summary(Html html) {
        Markup markup = new Markup(html);
        html.raw("<p class=meta>What the targets held at ");
        markup.time(report.at(), ZoneOffset.UTC);
        html.raw(", against what this engine would make of them. Nothing has been written.</p>"
                + "<div class=card><ul class=tiles>");
        markup.tile("", report.workers(), "Workers in HR", "");
        markup.tile("good", report.inStep(), "In step", "");
        for (DifferenceKind kind : DifferenceKind.values()) {
            int count = report.of(kind).size();
            if (count > 0) {
                markup.tile(tone(kind), count, kind.title(), id(kind));
            }
        }
        if (!report.strangers().isEmpty()) {
            markup.tile("warn", report.strangers().size(), "Accounts without a worker", "strangers");
        }
        html.raw("</ul></div>");
    }

    private static String id(DifferenceKind kind) {
        return "d-" + kind.name();
    }

    private static String tone(DifferenceKind kind) {
        return switch (kind) {
            case STILL_OPEN, OPEN_TOO_EARLY -> "bad";
            case NO_ACCOUNT, CLOSED -> "good";
            case VALUES -> "info";
            case GROUPS, SUSPENDED -> "calm";
            case UNCLEAR, UNMAPPED -> "warn";
        };
    }

    private void differences(Html links, Html html, Markup markup, DifferenceKind kind, List<ShadowDifference> ofKind) {
        markup.openList(links, id(kind), kind.title(), ofKind.size());
        for (ShadowDifference difference : ofKind) {
            String mark = filters.mark("D_" + kind.name(), kind.title(), tone(kind));
            String ref = difference.worker().toString();
            markup.openRow(
                    mark,
                    tone(kind),
                    kind.badge(),
                    difference.login().orElse(ref),
                    ref,
                    what(difference),
                    difference.target(),
                    difference.rule());
            markup.reason(difference.reason(), difference.rule());
            markup.attributes(difference.attributes(), "Target has", "Mapping gives");
            groups(html, "Should be in", difference.missingGroups());
            groups(html, "Should not be in", difference.extraGroups());
            markup.decision(difference.decision());
            markup.closeRow();
        }
        markup.closeList();
    }

    private static What what(ShadowDifference difference) {
        if (!difference.attributes().isEmpty()) {
            return What.values(difference.attributes());
        }
        if (difference.missingGroups().isEmpty() && difference.extraGroups().isEmpty()) {
            return switch (difference.kind()) {
                case STILL_OPEN, OPEN_TOO_EARLY, NO_ACCOUNT, CLOSED -> What.standing(difference.decision());
                default -> What.words(difference.reason());
            };
        }
        return html -> {
            difference
                    .missingGroups()
                    .forEach(group -> html.raw("+ ").value(group).raw(" "));
            difference
                    .extraGroups()
                    .forEach(group -> html.raw("− ").value(group).raw(" "));
        };
    }

    private static void groups(Html html, String label, List<String> groups) {
        if (!groups.isEmpty()) {
            html.raw("<p class=acc>")
                    .raw(label)
                    .raw(": <b>")
                    .value(String.join(", ", groups))
                    .raw("</b></p>");
        }
    }

    private void strangers(Html links, Markup markup) {
        if (report.strangers().isEmpty()) {
            return;
        }
        markup.openList(
                links,
                "strangers",
                "Accounts without a worker",
                report.strangers().size());
        for (ShadowReport.Stranger stranger : report.strangers()) {
            markup.openRow(
                    filters.mark("STRANGER", "No worker", "warn"),
                    "warn",
                    "No worker",
                    stranger.login(),
                    stranger.account().id(),
                    What.words(Words.title(stranger.status())),
                    stranger.account().target(),
                    "E7");
            markup.say("this open account agrees with no worker of HR in any key; the engine would leave it alone");
            markup.closeRow();
        }
        markup.closeList();
    }
}
