package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Plan;
import java.time.ZoneOffset;
import java.util.Map;

/** What an approver looks at first: the safeguard, and how much there is of each kind. */
final class PlanSummary {

    private static final int WIDTH = 1000;
    private static final int GAP = 3;

    private final Plan plan;
    private final Map<ChangeGroup, Integer> counts;
    private final int waiting;
    private final int problems;

    PlanSummary(Plan plan, Map<ChangeGroup, Integer> counts, int waiting, int problems) {
        this.plan = plan;
        this.counts = counts;
        this.waiting = waiting;
        this.problems = problems;
    }

    static String kind(ImportKind kind) {
        return switch (kind) {
            case FULL -> "a full import";
            case INCREMENTAL -> "an incremental import";
            case REAL_TIME -> "a real-time import";
            case ADVANCE -> "what is due";
            case BY_HAND -> "what was decided by hand";
        };
    }

    void write(Html html) {
        Markup markup = new Markup(html);
        int people = plan.people().size();
        html.raw("<p class=meta>Made for ");
        markup.time(plan.madeAt(), ZoneOffset.UTC);
        html.raw(". ")
                .raw(people == 0 ? "There is nothing to do" : Words.count(people, "worker") + " to look at")
                .raw(", ")
                .raw(plan.unchanged())
                .raw(" unchanged. Nothing has been written.</p>");
        safeguard(html);
        html.raw("<div class=card>");
        html.raw("<ul class=tiles>");
        tile(markup, "warn", waiting, "Waiting for a decision", "asked");
        tile(markup, "warn", problems, "Problems", "noted");
        counts.forEach((group, count) -> markup.tile(group.tone(), count, group.title(), group.id()));
        tile(markup, "", plan.notices().size(), "Notices", "notices");
        markup.tile("", plan.unchanged(), "Unchanged", "");
        html.raw("</ul>");
        proportions(html);
        html.raw("</div>");
    }

    private static void tile(Markup markup, String tone, int count, String label, String list) {
        if (count > 0) {
            markup.tile(tone, count, label, list);
        }
    }

    /** How much of each there is, at one look. The numbers are in the tiles, so a screen reader passes over it. */
    private void proportions(Html html) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return;
        }
        html.raw("<svg class=share viewBox=\"0 0 1000 10\" preserveAspectRatio=none aria-hidden=true>");
        int before = 0;
        int x = 0;
        for (Map.Entry<ChangeGroup, Integer> entry : counts.entrySet()) {
            before += entry.getValue();
            int to = (int) ((long) WIDTH * before / all);
            html.raw("<rect class=s-")
                    .raw(entry.getKey().id())
                    .raw(" x=")
                    .raw(x)
                    .raw(" y=0 height=10 width=")
                    .raw(Math.max(GAP, to - x - GAP))
                    .raw("></rect>");
            x = to;
        }
        html.raw("</svg>");
    }

    private void safeguard(Html html) {
        if (plan.held().isEmpty()) {
            html.raw("<div class=\"guard ok\"><h3>Safeguard: nothing is held</h3><p>")
                    .raw(
                            counts.containsKey(ChangeGroup.ENDS)
                                    ? "Every end of access is within the limits."
                                    : "No access ends.")
                    .raw("</p></div>");
            return;
        }
        int all = plan.held().stream().mapToInt(HeldChanges::count).sum();
        html.raw("<div class=\"guard hold\"><h3>Safeguard: ")
                .raw(Words.count(all, "change"))
                .raw(" would be held</h3><p>None of these is made until somebody approves it. Everything else goes on."
                        + "</p><ul>");
        for (HeldChanges holding : plan.held()) {
            html.raw("<li><b>")
                    .raw(holding.count())
                    .raw("</b> of ")
                    .raw(holding.of())
                    .raw(" open accounts at <b>")
                    .text(holding.target())
                    .raw("</b>")
                    .raw(holding.of() == 0 ? "" : ", " + Math.round(100.0 * holding.count() / holding.of()) + " %")
                    .raw(": ")
                    .text(Words.lower(holding.kind()))
                    .raw("</li>");
        }
        html.raw("</ul></div>");
    }
}
