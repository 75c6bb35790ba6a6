package dev.tenure.lifecycle.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the rows of a part of a page can be filtered by: a code, a label, and how many rows have it. */
final class Filters {

    private record Filter(String label, String tone, int count) {}

    private final Map<String, Filter> filters = new LinkedHashMap<>();

    /** Counts a row and gives the attribute that marks it. */
    String mark(String code, String label, String tone) {
        filters.merge(
                code,
                new Filter(label, tone, 1),
                (before, one) -> new Filter(before.label(), before.tone(), before.count() + 1));
        return " data-k=\"" + code + "\"";
    }

    int rows() {
        return filters.values().stream().mapToInt(Filter::count).sum();
    }

    /** Writes the kinds to choose from; a single kind is no choice. Without script nothing of it is seen. */
    void write(Html html) {
        if (filters.size() < 2) {
            return;
        }
        html.raw("<fieldset class=chips hidden><legend class=vh>Show these kinds</legend>");
        filters.forEach((code, filter) -> html.raw("<label class=\"chip ")
                .raw(filter.tone())
                .raw("\"><input type=checkbox checked value=\"")
                .raw(code)
                .raw("\"><span>")
                .raw(filter.label())
                .raw(" <b>")
                .raw(filter.count())
                .raw("</b></span></label>"));
        html.raw("</fieldset>");
    }
}
