package dev.tenure.lifecycle.report;

import java.util.Locale;

/**
 * Writes HTML. What comes from outside goes through {@link #text} or {@link #value} alone, and only ever between tags:
 * no attribute, script or style of the page is made of it.
 */
final class Html {

    private final StringBuilder html;

    Html(int size) {
        html = new StringBuilder(size);
    }

    /** Writes markup of our own. */
    Html raw(String markup) {
        html.append(markup);
        return this;
    }

    Html raw(int number) {
        html.append(number);
        return this;
    }

    /** Puts what was written there here. */
    Html add(Html other) {
        html.append(other.html);
        return this;
    }

    /** Writes text from wherever, escaped. */
    Html text(String text) {
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> {
                    if (Unseen.isUnseen(c, before)) {
                        html.append("<i class=cc>")
                                .append(String.format(Locale.ROOT, "U+%04X", c))
                                .append("</i>");
                    } else {
                        html.appendCodePoint(c);
                    }
                }
            }
            before = c;
        }
        return this;
    }

    /** Writes a value of a person: isolated, so that its direction of writing does not turn the rest of the line. */
    Html value(String text) {
        return raw("<bdi>").text(text).raw("</bdi>");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
