package dev.tenure.simulators.workday;

import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okio.ByteString;

/** Answers custom reports as a service: as JSON, CSV, simple or full XML. Safe for use by several threads. */
final class Reports {

    private static final String FORMAT = "format";

    private final Map<String, List<Map<String, String>>> reports = new ConcurrentHashMap<>();

    void put(String owner, String name, List<Map<String, String>> rows) {
        reports.put(key(owner, name), List.copyOf(rows));
    }

    /** A prompt such as {@code Worker!WID} leaves the rows whose column of that name has the value. */
    SimReply answer(String owner, String name, SimRequest request) {
        List<Map<String, String>> rows = reports.get(key(owner, name));
        if (rows == null) {
            return SimReply.of(404, "text/html", ByteString.encodeUtf8("<html><body>not found</body></html>"));
        }
        Map<String, String> parameters = request.query();
        for (Map.Entry<String, String> prompt : parameters.entrySet()) {
            if (!prompt.getKey().equals(FORMAT)) {
                String column = prompt.getKey().replaceFirst("!.*", "");
                rows = rows.stream()
                        .filter(row -> prompt.getValue().equals(row.get(column)))
                        .toList();
            }
        }
        return switch (parameters.getOrDefault(FORMAT, "")) {
            case "json" -> reply("application/json", json(rows));
            case "csv" -> reply("text/csv", csv(rows));
            default -> reply("text/xml", xml(name, rows));
        };
    }

    private static SimReply reply(String type, String body) {
        return SimReply.of(200, type + "; charset=UTF-8", ByteString.encodeUtf8(body));
    }

    private static String key(String owner, String name) {
        return owner + "/" + name;
    }

    /** All values are strings, and empty columns are left out. */
    private static String json(List<Map<String, String>> rows) {
        List<String> entries = new ArrayList<>();
        for (Map<String, String> row : rows) {
            List<String> members = new ArrayList<>();
            row.forEach((column, value) -> {
                if (!value.isEmpty()) {
                    members.add(quoted(column) + ":" + quoted(value));
                }
            });
            entries.add("{" + String.join(",", members) + "}");
        }
        return "{\"Report_Entry\":[" + String.join(",", entries) + "]}";
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static String csv(List<Map<String, String>> rows) {
        List<String> columns =
                rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        StringBuilder csv = new StringBuilder();
        line(csv, columns);
        rows.forEach(row -> line(
                csv,
                columns.stream().map(column -> row.getOrDefault(column, "")).toList()));
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(String.join(
                        ",",
                        cells.stream()
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .toList()))
                .append("\r\n");
    }

    /** The namespace carries the report's name. */
    private static String xml(String name, List<Map<String, String>> rows) {
        XmlText xml = new XmlText();
        for (Map<String, String> row : rows) {
            xml.open("Report_Entry");
            row.forEach(
                    (column, value) -> xml.optional(column, Optional.of(value).filter(text -> !text.isEmpty())));
            xml.close();
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<wd:Report_Data xmlns:wd=\"urn:com.workday.report/" + name
                + "\">" + xml + "</wd:Report_Data>";
    }
}
