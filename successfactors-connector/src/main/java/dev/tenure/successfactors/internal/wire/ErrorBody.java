package dev.tenure.successfactors.internal.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error: JSON, Atom XML or text, whatever was asked for (rule E4). Only its code is kept, since the message
 * may quote a person's record.
 */
public final class ErrorBody {

    private static final Pattern AT_HEAD = Pattern.compile("\\s*\\[([A-Z]{3}\\d{4})\\]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    private ErrorBody() {}

    /**
     * Finds the code of an error.
     *
     * @param body the body
     * @return the code at the head of the message, else the one that the error has; empty if there is none
     */
    public static Optional<String> code(ByteString body) {
        @Nullable String[] found = new String[2];
        if (!json(body, found) && !xml(body, found)) {
            found[1] = body.string(StandardCharsets.UTF_8);
        }
        return code(found);
    }

    private static Optional<String> code(@Nullable String[] found) {
        String message = found[1] == null ? "" : found[1];
        Matcher head = AT_HEAD.matcher(message);
        if (head.lookingAt()) {
            return Optional.of(head.group(1));
        }
        return Optional.ofNullable(found[0])
                .map(code -> AT_HEAD.matcher(code).lookingAt() ? code.replaceAll("[\\s\\[\\]]", "") : code.strip())
                .filter(code -> NAME.matcher(code).matches());
    }

    /**
     * Finds the code of an error in a document that is no answer.
     *
     * @param document the document
     * @return the code; empty if there is none
     */
    static Optional<String> code(Map<?, ?> document) {
        @Nullable String[] found = new String[2];
        read(document, found);
        return code(found);
    }

    private static boolean read(Map<?, ?> document, @Nullable String[] found) {
        Row error = new Row(Row.asObject(document.containsKey("error") ? document.get("error") : document));
        Row message = error.one("message");
        String text = message == null ? error.text("message") : message.text("value");
        return set(found, error.text("code"), text);
    }

    private static boolean json(ByteString body, @Nullable String[] found) {
        try {
            Object json = Json.read(new Buffer().write(body));
            if (!(json instanceof Map<?, ?> document)) {
                return json instanceof String text && set(found, null, text);
            }
            return read(document, found);
        } catch (UnreadableAnswerException | IOException notJson) {
            return false;
        }
    }

    private static boolean xml(ByteString body, @Nullable String[] found) {
        try {
            Xml.read(body, reader -> {
                while (reader.hasNext()) {
                    if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                        String name = reader.getLocalName();
                        if (name.equals("code") && found[0] == null) {
                            found[0] = reader.getElementText();
                        } else if (name.equals("message") && found[1] == null) {
                            found[1] = reader.getElementText();
                        }
                    }
                }
            });
            return found[0] != null || found[1] != null;
        } catch (UnreadableAnswerException notXml) {
            return false;
        }
    }

    private static boolean set(@Nullable String[] found, @Nullable String code, @Nullable String message) {
        found[0] = code;
        found[1] = message;
        return true;
    }
}
