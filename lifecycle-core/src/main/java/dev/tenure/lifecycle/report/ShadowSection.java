package dev.tenure.lifecycle.report;

import java.time.ZoneOffset;
import java.util.List;

/** The part of a page that shows where targets differ from what the engine would make of them. */
final class ShadowSection {

    private final ShadowReport report;
    private final Filters filters;

    ShadowSection(ShadowReport report, Filters filters) {
        this.report = report;
        this.filters = filters;
    }

    void write(Html nav, Html summaries, Html html) {
        Markup.link(nav, "shadow", "Shadow", report.differences().size());
        summary(summaries);
        Markup markup = new Markup(html);
        for (DifferenceKind kind : DifferenceKind.values()) {
            List<ShadowDifference> ofKind = report.of(kind);
            if (!ofKind.isEmpty()) {
                differences(html, markup, kind, ofKind);
            }
        }
        strangers(html, markup);
    }

    private void summary(Html html) {
        Markup markup = new Markup(html);
        html.raw("<section id=shadow aria-labelledby=h-shadow class=summary><h2 id=h-shadow>Beside the system in"
                + " charge</h2><p class=meta>What the targets held at ");
        markup.time(report.at(), ZoneOffset.UTC);
        html.raw(", against what this engine would make of them. Nothing has been written.</p><ul class=tiles>");
        markup.tile("", report.workers(), "workers in HR");
        markup.tile("good", report.inStep(), "in step");
        for (DifferenceKind kind : DifferenceKind.values()) {
            int count = report.of(kind).size();
            if (count > 0) {
                markup.tile(tone(kind), count, kind.title());
            }
        }
        if (!report.strangers().isEmpty()) {
            markup.tile("warn", report.strangers().size(), "Accounts without a worker");
        }
        html.raw("</ul></section>");
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

    private void differences(Html html, Markup markup, DifferenceKind kind, List<ShadowDifference> ofKind) {
        markup.openSection("d-" + kind.name(), kind.title(), ofKind.size());
        for (ShadowDifference difference : ofKind) {
            String mark = filters.mark("D_" + kind.name(), kind.title(), tone(kind));
            String ref = difference.worker().toString();
            markup.openRow(
                    mark,
                    tone(kind),
                    Words.lower(kind),
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
        html.raw("</section>");
    }

    private static What what(ShadowDifference difference) {
        if (!difference.attributes().isEmpty()) {
            return What.values(difference.attributes());
        }
        if (difference.missingGroups().isEmpty() && difference.extraGroups().isEmpty()) {
            return What.words(difference.reason());
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

    private void strangers(Html html, Markup markup) {
        if (report.strangers().isEmpty()) {
            return;
        }
        markup.openSection(
                "strangers", "Accounts without a worker", report.strangers().size());
        for (ShadowReport.Stranger stranger : report.strangers()) {
            markup.openRow(
                    filters.mark("STRANGER", "no worker", "warn"),
                    "warn",
                    "no worker",
                    stranger.login(),
                    stranger.account().id(),
                    What.words(Words.lower(stranger.status())),
                    stranger.account().target(),
                    "E7");
            html.raw("<p class=why>This open account agrees with no worker of HR in any key. The engine would leave it"
                    + " alone.</p>");
            markup.closeRow();
        }
        html.raw("</section>");
    }
}
