package dev.tenure.simulators.workday;

import dev.tenure.simulators.internal.http.SimReply;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import okio.ByteString;

/** What goes wrong with a call, on purpose. */
public final class WorkdayFault {

    private final boolean answersFirst;
    private final UnaryOperator<SimReply> change;

    private WorkdayFault(boolean answersFirst, UnaryOperator<SimReply> change) {
        this.answersFirst = answersFirst;
        this.change = change;
    }

    boolean answersFirst() {
        return answersFirst;
    }

    SimReply apply(SimReply reply) {
        return change.apply(reply);
    }

    /**
     * Workday is not available and says when to come back.
     *
     * @param retryAfter what {@code Retry-After} says
     * @return the fault
     */
    public static WorkdayFault unavailable(Duration retryAfter) {
        return instead(page(503, "<html><body>maintenance</body></html>")
                .with("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    /**
     * Too many calls.
     *
     * @param retryAfter what {@code Retry-After} says
     * @return the fault
     */
    public static WorkdayFault tooManyCalls(Duration retryAfter) {
        return instead(SimReply.empty(429).with("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    /**
     * An answer that is no SOAP, as from something in between.
     *
     * @param status the HTTP status
     * @return the fault
     */
    public static WorkdayFault noSoap(int status) {
        return instead(page(status, "<html><body>sorry</body></html>"));
    }

    /**
     * Workday could not process the request.
     *
     * @return the fault
     */
    public static WorkdayFault processingFailed() {
        return instead(Soap.fault(SoapFault.processing("A concurrency issue has occurred.")));
    }

    /**
     * The integration user may not do this.
     *
     * @return the fault
     */
    public static WorkdayFault notAuthorized() {
        return instead(Soap.fault(SoapFault.notAuthorized()));
    }

    /**
     * A validation fault with a message of choice.
     *
     * @param message the message
     * @return the fault
     */
    public static WorkdayFault validation(String message) {
        return instead(Soap.fault(SoapFault.validation(message)));
    }

    /**
     * The connection is cut within the answer.
     *
     * @return the fault
     */
    public static WorkdayFault cutWithinAnswer() {
        return new WorkdayFault(true, reply -> reply.arriving(SimReply.Arrives.HALF));
    }

    /**
     * Nothing of the answer arrives.
     *
     * @return the fault
     */
    public static WorkdayFault loseAnswer() {
        return new WorkdayFault(true, reply -> reply.arriving(SimReply.Arrives.NOTHING));
    }

    /**
     * The answer does not come until the caller gives up.
     *
     * @return the fault
     */
    public static WorkdayFault noAnswer() {
        return new WorkdayFault(true, reply -> reply.arriving(SimReply.Arrives.NEVER));
    }

    /**
     * The answer ends within, although HTTP takes it for whole.
     *
     * @return the fault
     */
    public static WorkdayFault truncated() {
        return body(text -> text.substring(0, text.length() / 2));
    }

    /**
     * Changes the text of the answer, to bring about what no sane server sends.
     *
     * @param edit makes the new text of the old
     * @return the fault
     */
    public static WorkdayFault body(UnaryOperator<String> edit) {
        return new WorkdayFault(
                true,
                reply -> new SimReply(
                        reply.status(),
                        reply.headers(),
                        ByteString.encodeUtf8(edit.apply(reply.body().utf8())),
                        reply.arrives()));
    }

    private static WorkdayFault instead(SimReply reply) {
        return new WorkdayFault(false, ignored -> reply);
    }

    private static SimReply page(int status, String html) {
        return new SimReply(
                status,
                List.of(new SimReply.Header("Content-Type", "text/html")),
                ByteString.encodeUtf8(html),
                SimReply.Arrives.WHOLE);
    }
}
