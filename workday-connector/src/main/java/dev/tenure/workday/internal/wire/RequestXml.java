package dev.tenure.workday.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes the body of a request, element by element. Every element is closed before it is done. For one thread. */
final class RequestXml {

    private final StringBuilder xml = new StringBuilder(2048);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element of Workday's namespace; attributes are names and values in turn. */
    RequestXml open(String name, String... attributes) {
        start(name, attributes).append('>');
        open.push(name);
        return this;
    }

    RequestXml close() {
        xml.append("</wd:").append(open.pop()).append('>');
        return this;
    }

    RequestXml leaf(String name, Object text, String... attributes) {
        start(name, attributes).append('>');
        escape(text.toString());
        xml.append("</wd:").append(name).append('>');
        return this;
    }

    RequestXml id(String type, String value) {
        return leaf("ID", value, "type", type);
    }

    /** Writes a reference that holds one id. */
    RequestXml reference(String name, String type, String value) {
        return open(name).id(type, value).close();
    }

    RequestXml flag(String name) {
        return leaf(name, "true");
    }

    byte[] toBytes() {
        while (!open.isEmpty()) {
            close();
        }
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder start(String name, String... attributes) {
        xml.append("<wd:").append(name);
        if (open.isEmpty()) {
            xml.append(" xmlns:wd=\"").append(Namespaces.WORKDAY).append('"');
        }
        for (int i = 0; i < attributes.length; i += 2) {
            xml.append(" wd:").append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            xml.append('"');
        }
        return xml;
    }

    private void escape(String text) {
        escape(text, xml);
    }

    /** Writes text so that it stands for itself; what XML cannot hold at all is refused. */
    static void escape(String text, StringBuilder xml) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\t', '\n', '\r' -> xml.append("&#").append((int) c).append(';');
                default -> {
                    if (c < ' ' || c == '\uFFFE' || c == '\uFFFF') {
                        throw new IllegalArgumentException(
                                "A value for Workday holds a control character at position " + i + "; take it out");
                    }
                    xml.append(c);
                }
            }
        }
    }
}
