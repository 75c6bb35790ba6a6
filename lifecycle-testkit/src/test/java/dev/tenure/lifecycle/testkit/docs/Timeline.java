package dev.tenure.lifecycle.testkit.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A story of a document: its title, the switches that its text names, and a table of what happens when and what is then so.
 *
 * @param title the heading
 * @param switches what the text sets, such as {@code `preStartDays` = 7}
 * @param columns the headings of what is then so
 * @param rows the rows, in order
 */
record Timeline(String title, Map<String, String> switches, List<String> columns, List<Row> rows) {

    private static final Path DOCUMENT = Path.of("..", "docs", "rules.md");
    private static final Pattern SWITCH = Pattern.compile("`(\\w+)` = `?([\\w/]+)");

    /**
     * One row.
     *
     * @param at when
     * @param events what happens
     * @param then what is then so, a cell for each column
     */
    record Row(Instant at, List<String> events, List<String> then) {}

    /** Reads the stories below the heading "Worked timelines". */
    static List<Timeline> read() throws IOException {
        String document = Files.readString(DOCUMENT);
        String chapter = document.substring(document.indexOf("## Worked timelines"));
        List<Timeline> timelines = new ArrayList<>();
        for (String story : chapter.split("\n### ", -1)) {
            if (!story.startsWith("## ")) {
                timelines.add(timeline(story.split("\n## ", -1)[0]));
            }
        }
        return timelines;
    }

    private static Timeline timeline(String story) {
        Map<String, String> switches = new LinkedHashMap<>();
        List<List<String>> table = new ArrayList<>();
        for (String line : story.lines().toList()) {
            if (line.startsWith("|")) {
                table.add(cells(line));
            } else {
                Matcher set = SWITCH.matcher(line);
                while (set.find()) {
                    switches.put(set.group(1), set.group(2));
                }
            }
        }
        List<String> heading = table.get(0);
        List<Row> rows = table.stream()
                .skip(2)
                .map(cells -> new Row(
                        Instant.parse(cells.get(0)),
                        Arrays.stream(cells.get(1).split("; ", -1)).toList(),
                        cells.subList(2, cells.size())))
                .toList();
        return new Timeline(
                story.lines().findFirst().orElseThrow(), switches, heading.subList(2, heading.size()), rows);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .map(cell -> cell.replace("`", ""))
                .toList();
    }

    @Override
    public String toString() {
        return title;
    }
}
