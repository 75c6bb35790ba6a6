package dev.tenure.lifecycle.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of a page that shows what is to come. */
final class ForecastSection {

    private final Forecast forecast;
    private final Filters filters = new Filters();

    ForecastSection(Forecast forecast) {
        this.forecast = forecast;
    }

    /** Writes the part, and gives the number of its rows. */
    int write(Html nav, Html page) {
        Html lists = new Html(1 << 12);
        Html links = new Html(512);
        days(links, lists);
        Markup.part(nav, page, "forecast", "Forecast", "Forecast");
        summary(page);
        filters.write(page);
        page.add(lists).raw("</section>");
        nav.raw("<ul>").add(links).raw("</ul></li>");
        return filters.rows();
    }

    private void summary(Html html) {
        Markup markup = new Markup(html);
        html.raw("<p class=meta>From ");
        markup.time(forecast.from(), ZoneOffset.UTC);
        html.raw(" until ");
        markup.time(forecast.until(), ZoneOffset.UTC);
        html.raw(", from what HR has said so far. Days are those of UTC.</p>");
        if (forecast.events().isEmpty()) {
            html.raw("<p class=none>Nothing is known to happen.</p>");
            return;
        }
        html.raw("<div class=card><ul class=tiles>");
        for (ForecastKind kind : ForecastKind.values()) {
            int ofKind = forecast.of(kind).size();
            if (ofKind > 0) {
                markup.tile(tone(kind), ofKind, kind.title(), "");
            }
        }
        html.raw("</ul></div>");
    }

    private void days(Html links, Html html) {
        Markup markup = new Markup(html);
        Map<LocalDate, List<ForecastEvent>> days = new TreeMap<>();
        forecast.events()
                .forEach(event -> days.computeIfAbsent(
                                event.at().atOffset(ZoneOffset.UTC).toLocalDate(), any -> new ArrayList<>())
                        .add(event));
        days.forEach((day, events) -> {
            markup.openList(links, "day-" + day, Words.day(day), events.size());
            events.forEach(event -> row(html, markup, event));
            markup.closeList();
        });
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
                filters.mark("F_" + event.kind(), event.kind().title(), tone(event.kind())),
                tone(event.kind()),
                event.kind().title(),
                ref,
                ref,
                What.words((forecast.isDue(event) ? "Due since " : "") + Words.moment(event.at(), event.zone())),
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
