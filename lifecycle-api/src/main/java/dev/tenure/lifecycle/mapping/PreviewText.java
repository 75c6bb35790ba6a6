package dev.tenure.lifecycle.mapping;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Writes a preview for somebody to read. The text holds data of the person: show it, do not log it. */
public final class PreviewText {

    private static final int LONGEST = 200;

    private PreviewText() {}

    /**
     * Writes the rows one below the other.
     *
     * @param rows the rows of one worker
     * @return lines, each ended by a line feed
     */
    public static String of(List<RowPreview> rows) {
        StringBuilder text = new StringBuilder();
        for (RowPreview row : rows) {
            write(row, text);
        }
        return text.toString();
    }

    private static void write(RowPreview preview, StringBuilder text) {
        MappingRow row = preview.row();
        text.append(row.attribute()).append(" = ").append(row.expression().text());
        text.append(row.apply() == Apply.ON_CREATE ? "   (on create)\n" : "\n");
        for (RowPreview.Input input : preview.inputs()) {
            line(text, "read", input.name() + " is " + shown(input.value(), "not read"));
        }
        line(text, "value", preview.problem().orElseGet(() -> shown(preview.value(), "none")));
        if (preview.current().isPresent()) {
            line(text, "target", shown(preview.current(), "") + (preview.differs() ? ", which differs" : ""));
        }
        for (String note : preview.notes()) {
            line(text, "note", note);
        }
    }

    private static void line(StringBuilder text, String label, String what) {
        text.append("    ")
                .append(label)
                .append(" ".repeat(8 - label.length()))
                .append(what)
                .append('\n');
    }

    private static String shown(Optional<AttributeValue> value, String otherwise) {
        String text = value.map(PreviewText::shown).orElse(otherwise);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static String shown(AttributeValue value) {
        if (value.isNull()) {
            return "null";
        }
        if (value instanceof AttributeValue.Array array) {
            StringJoiner elements = new StringJoiner(", ", "{", "}");
            array.elements().forEach(element -> elements.add(shown(element)));
            return elements.toString();
        }
        boolean quoted = value instanceof AttributeValue.Text;
        return quoted ? '"' + value.asText().replace("\"", "\"\"") + '"' : value.asText();
    }
}
