package dev.tenure.benchmarks.report;

import dev.tenure.benchmarks.measure.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a report as a page of its own, with a chart of each ratio: its rounds, its goal, and the runs before. */
public final class PageReport {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 34;
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Benchmarks</title><style>
            body { font: 15px/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 84em; padding: 0 1em; color: #1a1a1a; }
            table { border-collapse: collapse; width: 100%; } th, td { padding: .1em .6em; border-bottom: 1px solid #ddd; }
            th { text-align: left; vertical-align: bottom; } td { white-space: nowrap; } svg { display: block; }
            td.unit { white-space: normal; color: #555; }
            .n { text-align: right; font-variant-numeric: tabular-nums; }
            .met { color: #1b6e2c; } .missed { color: #a11; font-weight: 600; } caption { text-align: left; color: #555; }
            </style></head><body><h1>Benchmarks</h1>
            """;

    private PageReport() {}

    /**
     * Writes it.
     *
     * @param report the report
     * @param history the runs before
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, History history, Path file) throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        Machine machine = report.machine();
        page.append(String.format(
                Locale.ROOT,
                "<p>%s%s, %d s, on %s, %d cores, %s, %s.</p>%n",
                report.at(),
                report.quick() ? " (quick)" : "",
                report.took().toSeconds(),
                escaped(machine.cpu()),
                machine.cores(),
                escaped(machine.java()),
                escaped(machine.system())));
        long goals = report.measurements().stream()
                .filter(each -> each.goal().isBound())
                .count();
        long missed = report.measurements().stream()
                .filter(each -> each.goal().isMissed(each.result().ratio()))
                .count();
        page.append(String.format(Locale.ROOT, "<p>%d of %d goals are met.</p>%n", goals - missed, goals));
        page.append(
                "<table><caption>Ours divided by the other, on a scale of powers of two. The bar is the ratio, the thin"
                        + " line its middle half of rounds, the red mark the goal, the dots earlier runs, the oldest on top."
                        + "</caption>\n<tr><th>name<th>unit<th class=n>ours<th class=n>other<th class=n>ratio<th>goal<th>"
                        + axis() + "</tr>\n");
        for (Measurement each : report.measurements()) {
            row(page, each, history.of(each.name()));
        }
        page.append("</table>\n<h2>Worse than in the run before</h2>\n");
        list(page, report.worse(history));
        page.append("<h2>Notes</h2>\n");
        list(page, report.notes());
        Files.writeString(file, page.append("</body></html>\n"), StandardCharsets.UTF_8);
    }

    private static void row(StringBuilder page, Measurement each, List<History.Entry> earlier) {
        boolean missed = each.goal().isMissed(each.result().ratio());
        page.append(String.format(
                Locale.ROOT,
                "<tr><td>%s<td class=unit>%s<td class=n>%s<td class=n>%s<td class=\"n %s\">%.3f<td>%s<td>%s</tr>%n",
                escaped(each.name()),
                escaped(each.unit()),
                number(each.result().ours()),
                number(each.result().other()),
                missed ? "missed" : each.goal().isBound() ? "met" : "",
                each.result().ratio(),
                each.goal(),
                chart(each, earlier)));
    }

    private static String axis() {
        StringBuilder axis = new StringBuilder("<svg width='" + WIDTH + "' height='16' font-size='11' fill='#555'>");
        for (int power = -4; power <= 4; power += 2) {
            axis.append(String.format(
                    Locale.ROOT,
                    "<text x='%.1f' y='12' text-anchor='middle'>%s%d</text>",
                    x(Math.pow(2, power)),
                    power < 0 ? "1/" : "",
                    1 << Math.abs(power)));
        }
        return axis.append("</svg>").toString();
    }

    private static String chart(Measurement each, List<History.Entry> earlier) {
        List<String> marks = new ArrayList<>();
        marks.add(line(x(1), 0, HEIGHT, "#999"));
        double from = Math.min(x(1), x(each.result().ratio()));
        double width = Math.abs(x(each.result().ratio()) - x(1));
        marks.add(String.format(
                Locale.ROOT, "<rect x='%.1f' y='12' width='%.1f' height='12' fill='#4a7fb5'/>", from, width));
        marks.add(String.format(
                Locale.ROOT,
                "<path d='M%.1f 18H%.1f' stroke='#123'/>",
                x(each.result().low()),
                x(each.result().high())));
        if (each.goal().isBound()) {
            marks.add(line(x(each.goal().bound()), 8, 28, "#c22"));
        }
        for (int i = 0; i < earlier.size(); i++) {
            double y = 2 + (HEIGHT - 4.0) * i / Math.max(1, earlier.size());
            marks.add(String.format(
                    Locale.ROOT,
                    "<circle cx='%.1f' cy='%.1f' r='1.5' fill='#555'><title>%s %.3f</title></circle>",
                    x(earlier.get(i).ratio()),
                    y,
                    escaped(earlier.get(i).label()),
                    earlier.get(i).ratio()));
        }
        return "<svg width='" + WIDTH + "' height='" + HEIGHT + "' role='img'>" + String.join("", marks) + "</svg>";
    }

    /** From a 64th at the left to the 64-fold at the right. */
    private static double x(double ratio) {
        double power = Math.log(Math.max(ratio, 1e-9)) / Math.log(2);
        return Math.max(2, Math.min(WIDTH - 2.0, WIDTH / 2.0 + power * WIDTH / 12));
    }

    private static String line(double x, int top, int bottom, String colour) {
        return String.format(
                Locale.ROOT, "<path d='M%.1f %dV%d' stroke='%s' stroke-width='2'/>", x, top, bottom, colour);
    }

    private static void list(StringBuilder page, List<String> lines) {
        page.append("<ul>\n");
        lines.forEach(line -> page.append("<li>").append(escaped(line)).append("</li>\n"));
        page.append(lines.isEmpty() ? "<li>nothing</li></ul>\n" : "</ul>\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.3g", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;");
    }
}
