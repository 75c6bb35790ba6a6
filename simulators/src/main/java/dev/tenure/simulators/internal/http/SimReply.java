package dev.tenure.simulators.internal.http;

import java.util.ArrayList;
import java.util.List;
import okio.ByteString;

/**
 * An answer, and how much of it is to arrive.
 *
 * @param status the HTTP status
 * @param headers names and values, in order; a name may come more than once
 * @param body the body
 * @param arrives how much of it is sent
 */
public record SimReply(int status, List<Header> headers, ByteString body, Arrives arrives) {

    /**
     * A header line.
     *
     * @param name its name
     * @param value its value
     */
    public record Header(String name, String value) {}

    /** How much of an answer is sent. */
    public enum Arrives {
        /** All of it. */
        WHOLE,
        /** The head and half of the body; then the connection is cut. */
        HALF,
        /** Nothing: the connection is cut. */
        NOTHING,
        /** Nothing: the connection stays open until the other side gives up. */
        NEVER
    }

    /**
     * Makes an answer that arrives whole.
     *
     * @param status the HTTP status
     * @param contentType what the body is
     * @param body the body
     * @return the answer
     */
    public static SimReply of(int status, String contentType, ByteString body) {
        return new SimReply(status, List.of(new Header("Content-Type", contentType)), body, Arrives.WHOLE);
    }

    /**
     * Makes an answer without a body.
     *
     * @param status the HTTP status
     * @return the answer
     */
    public static SimReply empty(int status) {
        return new SimReply(status, List.of(), ByteString.EMPTY, Arrives.WHOLE);
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value
     * @return the changed answer
     */
    public SimReply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new SimReply(status, List.copyOf(more), body, arrives);
    }

    /**
     * Changes how much is sent.
     *
     * @param much how much
     * @return the changed answer
     */
    public SimReply arriving(Arrives much) {
        return new SimReply(status, headers, body, much);
    }
}
