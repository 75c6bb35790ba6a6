package dev.tenure.workday.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Reads custom reports, row by row: a row is what its columns hold, by their alias. A column within a group counts under
 * its own alias, and what comes several times is a list. Empty columns are missing. Safe for use by several threads.
 */
public final class ReportReader {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_VALUES = 10_000;

    private final Documents documents = new Documents();

    /** Makes a reader. */
    public ReportReader() {}

    /**
     * Reads JSON.
     *
     * @param in the bytes
     * @param rows takes each row; says no to end the reading before the end of the report
     * @throws IOException if the connection breaks
     * @throws UnreadableAnswerException if it is no report
     */
    public void json(InputStream in, Predicate<Map<String, List<String>>> rows) throws IOException {
        try {
            JsonReader reader = JsonReader.of(Okio.buffer(Okio.source(in)));
            boolean found = false;
            reader.beginObject();
            while (reader.hasNext()) {
                if (reader.nextName().equals("Report_Entry") && !found) {
                    found = true;
                    if (!entries(reader, rows)) {
                        return;
                    }
                } else {
                    reader.skipValue();
                }
            }
            reader.endObject();
            if (!found || reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new UnreadableAnswerException("it is no report");
            }
        } catch (JsonDataException | com.squareup.moshi.JsonEncodingException notJson) {
            throw new UnreadableAnswerException("it is no report in JSON");
        } catch (java.io.EOFException cut) {
            throw new UnreadableAnswerException("it ends within the report");
        }
    }

    /**
     * Reads XML, full or simple.
     *
     * @param in the bytes
     * @param rows takes each row; says no to end the reading before the end of the report
     * @throws IOException if the connection breaks
     * @throws UnreadableAnswerException if it is no report
     */
    public void xml(InputStream in, Predicate<Map<String, List<String>>> rows) throws IOException {
        documents.read(in, cursor -> {
            if (!cursor.nextChildOfAnyNamespace() || !cursor.name().equals("Report_Data")) {
                throw new UnreadableAnswerException("it is no report");
            }
            while (cursor.nextChildOfAnyNamespace()) {
                if (!cursor.name().equals("Report_Entry")) {
                    cursor.skip();
                    continue;
                }
                Row row = new Row();
                while (cursor.nextChildOfAnyNamespace()) {
                    column(cursor, row, 0);
                }
                if (!rows.test(row.columns)) {
                    return rows;
                }
            }
            cursor.finish();
            return rows;
        });
    }

    private static boolean entries(JsonReader reader, Predicate<Map<String, List<String>>> rows) throws IOException {
        reader.beginArray();
        while (reader.hasNext()) {
            Row row = new Row();
            group(reader, row, 0);
            if (!rows.test(row.columns)) {
                return false;
            }
        }
        reader.endArray();
        return true;
    }

    private static void group(JsonReader reader, Row row, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new UnreadableAnswerException("it is nested too deep");
        }
        reader.beginObject();
        while (reader.hasNext()) {
            value(reader, reader.nextName(), row, depth);
        }
        reader.endObject();
    }

    private static void value(JsonReader reader, String name, Row row, int depth) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> group(reader, row, depth + 1);
            case BEGIN_ARRAY -> {
                if (depth > MAX_DEPTH) {
                    throw new UnreadableAnswerException("it is nested too deep");
                }
                reader.beginArray();
                while (reader.hasNext()) {
                    value(reader, name, row, depth + 1);
                }
                reader.endArray();
            }
            case BOOLEAN -> row.add(name, Boolean.toString(reader.nextBoolean()));
            case NULL -> reader.skipValue();
            default -> row.add(name, reader.nextString());
        }
    }

    /** The column's text; of a reference the name that people see, else an id that is not Workday's own. */
    private static void column(Cursor cursor, Row row, int depth) throws XMLStreamException {
        String name = cursor.name();
        String descriptor = cursor.attributeOfAnyNamespace("Descriptor");
        StringBuilder text = new StringBuilder();
        String id = null;
        while (cursor.nextChildOrText(text)) {
            if (cursor.name().equals("ID")) {
                boolean own = Ids.WID.equals(cursor.attributeOfAnyNamespace("type"));
                String value = cursor.value();
                id = id == null || !own ? value : id;
            } else if (depth < MAX_DEPTH) {
                column(cursor, row, depth + 1);
            } else {
                throw new UnreadableAnswerException("it is nested too deep");
            }
        }
        row.add(name, first(text.toString(), descriptor, id));
    }

    private static @Nullable String first(String text, @Nullable String descriptor, @Nullable String id) {
        if (!text.isBlank()) {
            return text;
        }
        return descriptor != null && !descriptor.isBlank() ? descriptor : id;
    }

    /** What was found of a row so far. */
    private static final class Row {

        private final Map<String, List<String>> columns = new LinkedHashMap<>();
        private int values;

        void add(String name, @Nullable String text) {
            if (text == null || text.isBlank()) {
                return;
            }
            if (++values > MAX_VALUES) {
                throw new UnreadableAnswerException("a row holds more than " + MAX_VALUES + " values");
            }
            columns.computeIfAbsent(name, each -> new ArrayList<>(1)).add(text.strip());
        }
    }
}
