package dev.tenure.workday.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Opens answers: finds what stands in the body of the envelope, be it a response or a fault. Safe for use by several threads. */
public final class Envelope {

    private final Documents documents = new Documents();

    /** Makes a reader of envelopes. */
    public Envelope() {}

    /** Reads the response on which the cursor stands. */
    @FunctionalInterface
    interface Body<T> {
        T read(Cursor cursor) throws XMLStreamException;
    }

    /**
     * What an answer holds.
     *
     * @param <T> what is made of the response
     */
    public sealed interface Content<T> {}

    /**
     * A response.
     *
     * @param <T> what was made of it
     * @param value what was made of it
     */
    public record Response<T>(T value) implements Content<T> {}

    /**
     * A fault.
     *
     * @param <T> what would have been made of the response
     * @param fault the fault
     */
    public record Fault<T>(FaultRecord fault) implements Content<T> {}

    /**
     * Reads an answer to Get_Workers.
     *
     * @param in the bytes
     * @param atMost how many workers were asked for
     * @return the response or the fault
     * @throws IOException if the connection breaks
     * @throws UnreadableAnswerException if it is neither
     */
    public Content<WorkersAnswer> workers(InputStream in, int atMost) throws IOException {
        return read(in, "Get_Workers_Response", cursor -> AnswerParser.workers(cursor, atMost));
    }

    /**
     * Reads an answer to Get_Locations.
     *
     * @param in the bytes
     * @return the response or the fault
     * @throws IOException if the connection breaks
     * @throws UnreadableAnswerException if it is neither
     */
    public Content<LocationsAnswer> locations(InputStream in) throws IOException {
        return read(in, "Get_Locations_Response", AnswerParser::locations);
    }

    /**
     * Reads an answer to Get_Provisioning_Groups.
     *
     * @param in the bytes
     * @return the response or the fault
     * @throws IOException if the connection breaks
     * @throws UnreadableAnswerException if it is neither
     */
    public Content<GroupsAnswer> groups(InputStream in) throws IOException {
        return read(in, "Provisioning_Groups_Response", AnswerParser::groups);
    }

    /**
     * Reads an answer to Get_Server_Timestamp.
     *
     * @param in the bytes
     * @return the moment as it is on the wire, or the fault
     * @throws IOException if the connection breaks
     * @throws UnreadableAnswerException if it is neither
     */
    public Content<String> timestamp(InputStream in) throws IOException {
        return read(in, "Server_Timestamp", AnswerParser::timestamp);
    }

    /**
     * Reads an answer of which only the name matters.
     *
     * @param in the bytes
     * @param response the name of the response's element
     * @return the name, or the fault
     * @throws IOException if the connection breaks
     * @throws UnreadableAnswerException if it is neither
     */
    public Content<String> acknowledgement(InputStream in, String response) throws IOException {
        return read(in, response, cursor -> {
            cursor.skip();
            return response;
        });
    }

    private <T> Content<T> read(InputStream in, String expected, Body<T> body) throws IOException {
        return documents.read(in, cursor -> {
            if (!cursor.nextChildOfAnyNamespace() || !isSoap(cursor, "Envelope")) {
                throw new UnreadableAnswerException("it is no SOAP envelope");
            }
            Content<T> content = null;
            while (cursor.nextChildOfAnyNamespace()) {
                if (isSoap(cursor, "Body") && content == null) {
                    content = body(cursor, expected, body);
                } else {
                    cursor.skip();
                }
            }
            cursor.finish();
            if (content == null) {
                throw new UnreadableAnswerException("its SOAP envelope has no body");
            }
            return content;
        });
    }

    private static <T> Content<T> body(Cursor cursor, String expected, Body<T> body) throws XMLStreamException {
        Content<T> content = null;
        while (cursor.nextChildOfAnyNamespace()) {
            if (content != null) {
                cursor.skip();
            } else if (isSoap(cursor, "Fault")) {
                content = new Fault<>(fault(cursor));
            } else if (cursor.isIn(Namespaces.WORKDAY) && cursor.name().equals(expected)) {
                content = new Response<>(body.read(cursor));
            } else {
                throw new UnreadableAnswerException("it holds no " + expected);
            }
        }
        if (content == null) {
            throw new UnreadableAnswerException("it holds no " + expected);
        }
        return content;
    }

    private static FaultRecord fault(Cursor cursor) throws XMLStreamException {
        String code = "";
        String text = "";
        List<String> details = new ArrayList<>();
        while (cursor.nextChildOfAnyNamespace()) {
            switch (cursor.name()) {
                case "faultcode" -> code = localPart(cursor.text().strip());
                case "faultstring" -> text = cursor.text().strip();
                case "detail" -> details(cursor, details);
                default -> cursor.skip();
            }
        }
        return new FaultRecord(code, text, List.copyOf(details));
    }

    private static void details(Cursor cursor, List<String> into) throws XMLStreamException {
        while (cursor.nextChildOfAnyNamespace()) {
            switch (cursor.name()) {
                case "Validation_Fault", "Processing_Fault", "Validation_Error" -> details(cursor, into);
                case "Message", "Detail_Message" -> into.add(cursor.text().strip());
                default -> cursor.skip();
            }
        }
    }

    private static String localPart(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }

    private static boolean isSoap(Cursor cursor, String name) {
        return cursor.isIn(Namespaces.SOAP) && cursor.name().equals(name);
    }
}
