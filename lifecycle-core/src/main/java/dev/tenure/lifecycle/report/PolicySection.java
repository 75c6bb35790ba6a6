package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.plan.Change;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The part of a page that shows what another policy would do otherwise. */
final class PolicySection {

    private final PolicyComparison comparison;
    private final Filters filters;

    PolicySection(PolicyComparison comparison, Filters filters) {
        this.comparison = comparison;
        this.filters = filters;
    }

    void write(Html nav, Html summaries, Html html) {
        int count = comparison.differences().size();
        Markup.link(nav, "policy", "Other policy", count);
        summary(summaries, count);
        if (count > 0) {
            Markup markup = new Markup(html);
            markup.openSection("policies", "Handled otherwise under the other policy", count);
            for (PolicyDifference difference : comparison.differences()) {
                row(html, markup, difference);
            }
            html.raw("</section>");
        }
    }

    private void summary(Html html, int count) {
        Markup markup = new Markup(html);
        html.raw("<section id=policy aria-labelledby=h-policy class=summary><h2 id=h-policy>Under another policy</h2>"
                + "<p class=meta>Decided for ");
        markup.time(comparison.at(), ZoneOffset.UTC);
        html.raw(". The policies differ in ")
                .text(comparison.switches().isEmpty() ? "nothing" : String.join(", ", comparison.switches()))
                .raw(". Nothing has been written.</p><ul class=tiles>");
        markup.tile("", comparison.workers(), "workers compared");
        markup.tile(count == 0 ? "good" : "warn", count, "handled otherwise");
        html.raw("</ul></section>");
    }

    private void row(Html html, Markup markup, PolicyDifference difference) {
        String ref = difference.worker().toString();
        markup.openRow(
                filters.mark("POLICY", "other policy", "info"),
                "info",
                "other policy",
                who(difference, ref),
                ref,
                what(difference),
                difference.worker().source(),
                difference.theirs().because().rule());
        html.raw("<div class=two><div><h3>This policy</h3>");
        side(html, markup, difference.ours(), difference.onlyOurs());
        html.raw("</div><div><h3>Other policy</h3>");
        side(html, markup, difference.theirs(), difference.onlyTheirs());
        html.raw("</div></div>");
        if (!difference.switches().isEmpty()) {
            html.raw("<p class=why>Makes the difference: <b>")
                    .text(String.join(", ", difference.switches()))
                    .raw("</b></p>");
        }
        markup.closeRow();
    }

    private static String who(PolicyDifference difference, String ref) {
        return java.util.stream.Stream.concat(difference.onlyOurs().stream(), difference.onlyTheirs().stream())
                .flatMap(change -> change.login().stream())
                .findFirst()
                .orElse(ref);
    }

    private static What what(PolicyDifference difference) {
        if (difference.decidesOtherwise()) {
            return html -> {
                decision(html, difference.ours());
                html.raw(" → ");
                decision(html, difference.theirs());
            };
        }
        return What.words(Words.count(
                        difference.onlyOurs().size() + difference.onlyTheirs().size(), "change") + " that differ");
    }

    private static void decision(Html html, Decision decision) {
        html.text(Words.lower(decision.state()));
        decision.next()
                .ifPresent(next -> html.raw(" <small>until ")
                        .text(Words.moment(next.at(), ZoneOffset.UTC))
                        .raw("</small>"));
    }

    private static void side(Html html, Markup markup, Decision decision, List<Change> changes) {
        markup.decision(decision);
        for (Change change : changes) {
            html.raw("<p class=acc><b>")
                    .text(Words.lower(change.kind()))
                    .raw("</b> at ")
                    .text(change.system())
                    .raw(": ");
            What.of(change, Optional.of(decision)).write(html);
            html.raw(" <b class=rule>").text(change.rule()).raw("</b></p>");
        }
    }
}
