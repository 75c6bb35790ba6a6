package dev.tenure.lifecycle.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of a page that shows what is to come. */
final class ForecastSection {

    private final Forecast forecast;
    private final Filters filters;

    ForecastSection(Forecast forecast, Filters filters) {
        this.forecast = forecast;
        this.filters = filters;
    }

    void write(Html nav, Html summaries, Html html) {
        int count = forecast.events().size();
        Markup.link(nav, "forecast", "Forecast", count);
        summary(summaries, count);
        if (count > 0) {
            days(html, count);
        }
    }

    private void summary(Html html, int count) {
        Markup markup = new Markup(html);
        html.raw("<section id=forecast aria-labelledby=h-forecast class=summary><h2 id=h-forecast>Forecast</h2>"
                + "<p class=meta>From ");
        markup.time(forecast.from(), ZoneOffset.UTC);
        html.raw(" until ");
        markup.time(forecast.until(), ZoneOffset.UTC);
        html.raw(", from what HR has said so far.</p>");
        if (count == 0) {
            html.raw("<p class=none>Nothing is known to happen.</p></section>");
            return;
        }
        html.raw("<ul class=tiles>");
        for (ForecastKind kind : ForecastKind.values()) {
            int ofKind = forecast.of(kind).size();
            if (ofKind > 0) {
                markup.tile(tone(kind), ofKind, kind.verb());
            }
        }
        html.raw("</ul></section>");
    }

    private void days(Html html, int count) {
        Markup markup = new Markup(html);
        markup.openSection("ahead", "What is to come", count);
        Map<LocalDate, List<ForecastEvent>> days = new TreeMap<>();
        forecast.events()
                .forEach(event -> days.computeIfAbsent(
                                event.at().atOffset(ZoneOffset.UTC).toLocalDate(), any -> new java.util.ArrayList<>())
                        .add(event));
        days.forEach((day, events) -> {
            html.raw("<div class=day><h3>").text(day.toString()).raw("</h3>");
            events.forEach(event -> row(html, markup, event));
            html.raw("</div>");
        });
        html.raw("</section>");
    }

    private static String tone(ForecastKind kind) {
        return switch (kind) {
            case START, FIRST_DAY -> "good";
            case END -> "bad";
            case CHANGE -> "info";
            case CONVERSION -> "calm";
        };
    }

    private void row(Html html, Markup markup, ForecastEvent event) {
        String ref = event.worker().toString();
        markup.openRow(
                filters.mark("F_" + event.kind(), event.kind().verb(), tone(event.kind())),
                tone(event.kind()),
                event.kind().verb() + (forecast.isDue(event) ? " (due)" : ""),
                ref,
                ref,
                What.words(Words.moment(event.at(), event.zone()) + ", " + event.reason()),
                String.join(", ", event.targets()),
                event.rule());
        markup.reason(event.reason(), event.rule());
        html.raw("<p class=acc>");
        markup.time(event.at(), ZoneOffset.UTC);
        html.raw(" is ");
        markup.time(event.at(), event.zone());
        html.raw("</p>");
        markup.closeRow();
    }
}
