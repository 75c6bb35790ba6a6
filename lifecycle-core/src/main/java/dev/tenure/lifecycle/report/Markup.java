package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.plan.AttributeChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Pieces of a page that several sections share. */
final class Markup {

    private final Html html;

    Markup(Html html) {
        this.html = html;
    }

    /** Begins a part of the page, with its name in the navigation. */
    static void part(Html nav, Html html, String id, String link, String title) {
        nav.raw("<li><a href=#").raw(id).raw(">").raw(link).raw("</a>");
        html.raw("<section class=part id=")
                .raw(id)
                .raw(" aria-labelledby=h-")
                .raw(id)
                .raw("><h2 id=h-")
                .raw(id)
                .raw(">")
                .raw(title)
                .raw("</h2>");
    }

    /** A number at one look. It leads to the list that it counts, if there is one. */
    void tile(String tone, int number, String label, String list) {
        html.raw("<li class=\"tile ").raw(tone).raw("\">");
        if (!list.isEmpty()) {
            html.raw("<a href=#").raw(list).raw(">");
        }
        html.raw("<b>").raw(number).raw("</b> <span>").raw(label).raw("</span>");
        html.raw(list.isEmpty() ? "</li>" : "</a></li>");
    }

    /** Begins a list, with its name in the navigation. */
    void openList(Html nav, String id, String title, int count) {
        nav.raw("<li><a href=#")
                .raw(id)
                .raw(">")
                .raw(title)
                .raw(" <b>")
                .raw(count)
                .raw("</b></a></li>");
        html.raw("<section class=list aria-labelledby=h-")
                .raw(id)
                .raw(" id=")
                .raw(id)
                .raw("><h3 id=h-")
                .raw(id)
                .raw(">")
                .raw(title)
                .raw(" <span class=n>")
                .raw(count)
                .raw("</span></h3>");
    }

    void closeList() {
        html.raw("</section>");
    }

    /** Begins a row that opens: badge, who, what; the details follow. */
    void openRow(
            String mark, String tone, String badge, String who, String ref, What what, String system, String rule) {
        html.raw("<details class=row")
                .raw(mark)
                .raw("><summary><span class=\"badge ")
                .raw(tone)
                .raw("\">")
                .text(badge);
        html.raw("</span><span class=who>").value(who);
        if (!who.equals(ref) && !ref.isEmpty()) {
            html.raw("<small>").value(ref).raw("</small>");
        }
        html.raw("</span><span class=what>");
        what.write(html);
        html.raw("</span><span class=sys>").text(system);
        html.raw("</span><span class=rule>").text(rule).raw("</span></summary><div class=body>");
    }

    void closeRow() {
        html.raw("</div></details>");
    }

    /** What there is to say in words, without values. */
    void say(String text) {
        html.raw("<p class=why>").text(Words.sentence(text)).raw("</p>");
    }

    void reason(String reason, String rule) {
        html.raw("<p class=why>")
                .text(Words.sentence(reason))
                .raw(" <b class=rule>")
                .text(rule)
                .raw("</b>");
        Rules.inWords(rule)
                .ifPresent(words -> html.raw(" <span class=rw>").text(words).raw("</span>"));
        html.raw("</p>");
    }

    void attributes(List<AttributeChange> changes, String beforeTitle, String afterTitle) {
        if (changes.isEmpty()) {
            return;
        }
        boolean hasBefore = changes.stream().anyMatch(change -> change.before().isPresent());
        html.raw("<div class=scroll><table><thead><tr><th scope=col>Attribute</th>");
        if (hasBefore) {
            html.raw("<th scope=col>").raw(beforeTitle).raw("</th>");
        }
        html.raw("<th scope=col>").raw(afterTitle).raw("</th><th scope=col>Mapping row</th></tr></thead><tbody>");
        for (AttributeChange change : changes) {
            html.raw("<tr><th scope=row>").value(change.attribute()).raw("</th>");
            if (hasBefore) {
                html.raw("<td class=del>");
                value(change.before(), "not read");
                html.raw("</td>");
            }
            html.raw("<td class=ins>");
            value(Optional.of(change.after()), "");
            html.raw("</td><td><code>").value(change.expression()).raw("</code></td></tr>");
        }
        html.raw("</tbody></table></div>");
    }

    private void value(Optional<AttributeValue> value, String otherwise) {
        if (value.isEmpty()) {
            html.raw("<i>").raw(otherwise).raw("</i>");
        } else if (value.get().isNull()) {
            html.raw("<i>empty</i>");
        } else {
            html.value(value.get().asText());
        }
    }

    void decision(Decision decision) {
        html.raw("<dl><div><dt>State</dt><dd>")
                .text(Words.title(decision.state()))
                .raw("</dd></div>");
        html.raw("<div><dt>Because</dt><dd>").text(Rules.inWords(decision.because()));
        html.raw(" <b class=rule>").text(decision.because().rule()).raw("</b></dd></div>");
        decision.effectiveAt().ifPresent(at -> instant("Since", at, decision.zone()));
        decision.next().ifPresent(next -> instant("Next, " + Words.lower(next.state()), next.at(), decision.zone()));
        if (!decision.unknownZones().isEmpty()) {
            html.raw("<div><dt>Zones passed over</dt><dd>")
                    .value(String.join(", ", decision.unknownZones()))
                    .raw("</dd></div>");
        }
        html.raw("</dl>");
    }

    private void instant(String label, Instant at, ZoneId zone) {
        html.raw("<div><dt>").text(label).raw("</dt><dd>");
        time(at, zone);
        html.raw("</dd></div>");
    }

    void time(Instant at, ZoneId zone) {
        html.raw("<time datetime=\"")
                .text(at.toString())
                .raw("\">")
                .text(Words.moment(at, zone))
                .raw("</time>");
    }
}
