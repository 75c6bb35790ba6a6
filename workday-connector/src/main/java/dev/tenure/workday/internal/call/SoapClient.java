package dev.tenure.workday.internal.call;

import dev.tenure.http.HttpAnswer;
import dev.tenure.http.HttpCall;
import dev.tenure.http.HttpChannel;
import dev.tenure.http.PendingCall;
import dev.tenure.http.Urgency;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.workday.internal.wire.Envelope;
import dev.tenure.workday.internal.wire.RequestEnvelope;
import dev.tenure.workday.internal.wire.UnreadableAnswerException;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Posts SOAP requests to one service and reads what comes back. Safe for use by several threads. */
public final class SoapClient {

    private static final MediaType XML = MediaType.get("text/xml; charset=UTF-8");

    private final String system;
    private final HttpUrl service;
    private final Credentials credentials;
    private final HttpChannel channel;
    private final Faults faults;
    private final HttpFaults http;
    private final Urgency urgency;

    /**
     * Makes a client.
     *
     * @param system the source's name, for messages
     * @param service the address of the service
     * @param credentials how to show who asks
     * @param channel makes the calls
     */
    public SoapClient(String system, HttpUrl service, Credentials credentials, HttpChannel channel) {
        this(system, service, credentials, channel, Urgency.BULK);
    }

    private SoapClient(String system, HttpUrl service, Credentials credentials, HttpChannel channel, Urgency urgency) {
        this.system = system;
        this.service = service;
        this.credentials = credentials;
        this.channel = channel;
        this.faults = new Faults(system);
        this.http = new HttpFaults(system);
        this.urgency = urgency;
    }

    /** Gives a client whose calls go ahead of those that wait. */
    SoapClient urgently() {
        return new SoapClient(system, service, credentials, channel, Urgency.URGENT);
    }

    /**
     * Reads an answer.
     *
     * @param <T> what is made of it
     */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads the body.
         *
         * @param in its bytes
         * @return the response or the fault
         * @throws IOException if the connection breaks
         */
        Envelope.Content<T> read(InputStream in) throws IOException;
    }

    /**
     * Makes a call.
     *
     * @param operation what is asked
     * @param body the body of the request
     * @param reader reads the answer
     * @param <T> what is made of it
     * @return the response
     * @throws ConnectorException if there is a fault, or no answer that can be understood
     */
    public <T> T call(Operation operation, byte[] body, Reader<T> reader) {
        return channel.call(call(operation, body), answer -> read(operation, answer, reader));
    }

    /**
     * Begins a call whose answer is wanted later.
     *
     * @param operation what is asked
     * @param body the body of the request
     * @return the call under way
     * @throws ConnectorException if it does not get its turn
     */
    PendingCall begin(Operation operation, byte[] body) {
        return channel.begin(call(operation, body));
    }

    /** Waits for the answer of a call that was begun, and reads it. */
    <T> T finish(Operation operation, PendingCall pending, Reader<T> reader) {
        return pending.answer(answer -> read(operation, answer, reader));
    }

    private HttpCall call(Operation operation, byte[] body) {
        return new HttpCall(operation.label(), "workday", urgency, request(body));
    }

    private Request request(byte[] body) {
        Request.Builder request = new Request.Builder().url(service).header("SOAPAction", "\"\"");
        String header = null;
        if (credentials instanceof Credentials.User user) {
            header = RequestEnvelope.usernameToken(user.user(), user.password().reveal());
        } else if (credentials instanceof Credentials.Bearer bearer) {
            request.header("Authorization", bearer.header(system));
        }
        return request.post(RequestBody.create(RequestEnvelope.wrap(header, body), XML))
                .build();
    }

    private <T> T read(Operation operation, HttpAnswer answer, Reader<T> reader) throws IOException {
        if (HttpFaults.isBusy(answer)) {
            throw http.busy(operation.label(), answer);
        }
        Envelope.Content<T> content;
        try {
            content = reader.read(answer.body());
        } catch (UnreadableAnswerException unreadable) {
            throw answer.ok()
                    ? violation(operation, unreadable)
                    : http.without("a SOAP fault", operation.label(), answer);
        }
        if (content instanceof Envelope.Fault<T> fault) {
            throw faults.of(operation, fault.fault());
        }
        if (!answer.ok()) {
            throw http.without("a SOAP fault", operation.label(), answer);
        }
        return ((Envelope.Response<T>) content).value();
    }

    private ProtocolViolation violation(Operation operation, UnreadableAnswerException unreadable) {
        return new ProtocolViolation(
                system,
                failed(operation) + "the answer cannot be read: " + unreadable.getMessage()
                        + "; nothing of it was used; try again, and ask Workday if it stays");
    }

    private String failed(Operation operation) {
        return system + ": " + operation.label() + " failed: ";
    }
}
