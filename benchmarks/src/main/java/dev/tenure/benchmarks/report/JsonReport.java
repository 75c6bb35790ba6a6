package dev.tenure.benchmarks.report;

import com.squareup.moshi.JsonWriter;
import dev.tenure.benchmarks.measure.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import okio.Buffer;

/** Writes a report for programs. */
public final class JsonReport {

    private JsonReport() {}

    /**
     * Writes it.
     *
     * @param report the report
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, Path file) throws IOException {
        Buffer text = new Buffer();
        try (JsonWriter json = JsonWriter.of(text)) {
            json.setIndent("  ");
            json.beginObject();
            json.name("at").value(report.at().toString());
            json.name("quick").value(report.quick());
            json.name("seconds").value(report.took().toSeconds());
            json.name("machine").beginObject();
            json.name("cpu").value(report.machine().cpu());
            json.name("cores").value(report.machine().cores());
            json.name("java").value(report.machine().java());
            json.name("system").value(report.machine().system());
            json.endObject();
            json.name("measurements").beginArray();
            for (Measurement each : report.measurements()) {
                write(json, each);
            }
            json.endArray();
            json.name("notes").beginArray();
            for (String note : report.notes()) {
                json.value(note);
            }
            json.endArray();
            json.endObject();
        }
        Files.writeString(file, text.readUtf8() + "\n", StandardCharsets.UTF_8);
    }

    private static void write(JsonWriter json, Measurement each) throws IOException {
        json.beginObject();
        json.name("name").value(each.name());
        json.name("unit").value(each.unit());
        json.name("ours").value(each.result().ours());
        json.name("other").value(each.result().other());
        json.name("ratio").value(each.result().ratio());
        json.name("low").value(each.result().low());
        json.name("high").value(each.result().high());
        json.name("better").value(each.goal().better().name());
        if (!Double.isNaN(each.goal().bound())) {
            json.name("goal").value(each.goal().bound());
            json.name("met").value(!each.goal().isMissed(each.result().ratio()));
        }
        json.endObject();
    }
}
