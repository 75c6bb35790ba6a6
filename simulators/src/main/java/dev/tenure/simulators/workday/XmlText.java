package dev.tenure.simulators.workday;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Writes elements of Workday's namespace. For one thread. */
final class XmlText {

    static final String NAMESPACE = "urn:com.workday/bsvc";

    private final StringBuilder xml = new StringBuilder(16 * 1024);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn. */
    XmlText open(String name, String... attributes) {
        start(name, attributes).append('>');
        open.push(name);
        return this;
    }

    XmlText close() {
        xml.append("</wd:").append(open.pop()).append('>');
        return this;
    }

    XmlText leaf(String name, Object text, String... attributes) {
        start(name, attributes).append('>');
        escape(text.toString());
        xml.append("</wd:").append(name).append('>');
        return this;
    }

    XmlText flag(String name, boolean value) {
        return leaf(name, value ? "1" : "0");
    }

    XmlText optional(String name, Optional<?> text) {
        return text.isEmpty() ? this : leaf(name, text.get());
    }

    /** Writes a reference with Workday's own id and another. */
    XmlText reference(String name, String descriptor, String type, String id) {
        return open(name, "Descriptor", descriptor)
                .leaf("ID", Wids.of(type + ":" + id), "type", "WID")
                .leaf("ID", id, "type", type)
                .close();
    }

    XmlText raw(String text) {
        xml.append(text);
        return this;
    }

    @Override
    public String toString() {
        return xml.toString();
    }

    private StringBuilder start(String name, String... attributes) {
        xml.append("<wd:").append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.append(" wd:").append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            xml.append('"');
        }
        return xml;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\n' -> xml.append("&#10;");
                default -> xml.append(c);
            }
        }
    }
}
