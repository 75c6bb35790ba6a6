package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.plan.Change;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of a page that shows what another policy would do otherwise. */
final class PolicySection {

    private final PolicyComparison comparison;
    private final Filters filters = new Filters();

    PolicySection(PolicyComparison comparison) {
        this.comparison = comparison;
    }

    /** Writes the part, and gives the number of its rows. */
    int write(Html nav, Html page) {
        int count = comparison.differences().size();
        Html lists = new Html(1 << 12);
        Html links = new Html(128);
        if (count > 0) {
            Markup markup = new Markup(lists);
            markup.openList(links, "policies", "Handled otherwise", count);
            comparison.differences().forEach(difference -> row(lists, markup, difference));
            markup.closeList();
        }
        Markup.part(nav, page, "policy", "Other policy", "Under another policy");
        summary(page, count);
        filters.write(page);
        page.add(lists).raw("</section>");
        nav.raw("<ul>").add(links).raw("</ul></li>");
        return filters.rows();
    }

    private void summary(Html html, int count) {
        Markup markup = new Markup(html);
        html.raw("<p class=meta>Decided for ");
        markup.time(comparison.at(), ZoneOffset.UTC);
        html.raw(". Nothing has been written.</p><div class=card><ul class=tiles>");
        markup.tile("", comparison.workers(), "Workers compared", "");
        markup.tile(count == 0 ? "good" : "warn", count, "Handled otherwise", count == 0 ? "" : "policies");
        html.raw("</ul><p class=switches>")
                .raw(comparison.switches().isEmpty() ? "The policies are equal." : "The policies differ in ");
        String separator = "";
        for (String name : comparison.switches()) {
            html.raw(separator).raw("<code>").text(name).raw("</code>");
            separator = ", ";
        }
        html.raw("</p></div>");
    }

    private void row(Html html, Markup markup, PolicyDifference difference) {
        String ref = difference.worker().toString();
        markup.openRow(
                filters.mark("POLICY", "Otherwise", "info"),
                "info",
                "Otherwise",
                who(difference, ref),
                ref,
                what(difference),
                difference.worker().source(),
                difference.theirs().because().rule());
        html.raw("<div class=two><div><h4>This policy</h4>");
        side(html, markup, difference.ours(), difference.onlyOurs());
        html.raw("</div><div><h4>Other policy</h4>");
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
        return Stream.concat(difference.onlyOurs().stream(), difference.onlyTheirs().stream())
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
        html.text(Words.title(decision.state()));
        decision.next()
                .ifPresent(next -> html.raw(" <small>until ")
                        .text(Words.moment(next.at(), decision.zone()))
                        .raw("</small>"));
    }

    private static void side(Html html, Markup markup, Decision decision, List<Change> changes) {
        markup.decision(decision);
        for (Change change : changes) {
            html.raw("<p class=acc><b>")
                    .text(Words.title(change.kind()))
                    .raw("</b> at ")
                    .text(change.system())
                    .raw(": ");
            What.of(change, Optional.of(decision)).write(html);
            html.raw(" <b class=rule>").text(change.rule()).raw("</b></p>");
        }
    }
}
