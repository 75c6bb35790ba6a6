package dev.tenure.simulators.successfactors;

import dev.tenure.simulators.internal.http.SimReply;
import java.time.Duration;
import java.util.function.UnaryOperator;
import okio.ByteString;

/** What goes wrong with a call, on purpose. */
public final class SuccessFactorsFault {

    private final boolean answersFirst;
    private final UnaryOperator<SimReply> change;

    private SuccessFactorsFault(boolean answersFirst, UnaryOperator<SimReply> change) {
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
     * Too many calls.
     *
     * @param retryAfter what {@code Retry-After} says
     * @return the fault
     */
    public static SuccessFactorsFault tooManyCalls(Duration retryAfter) {
        return instead(text(429, "Too Many Requests").with("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    /**
     * Maintenance, with a time to come back.
     *
     * @param retryAfter what {@code Retry-After} says
     * @return the fault
     */
    public static SuccessFactorsFault unavailable(Duration retryAfter) {
        return instead(text(503, "<html><body>maintenance</body></html>")
                .with("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    /**
     * An answer of choice, as text.
     *
     * @param status the HTTP status
     * @param body the body
     * @return the fault
     */
    public static SuccessFactorsFault answer(int status, String body) {
        return instead(text(status, body));
    }

    /**
     * Nothing of the answer arrives.
     *
     * @return the fault
     */
    public static SuccessFactorsFault loseAnswer() {
        return new SuccessFactorsFault(true, reply -> reply.arriving(SimReply.Arrives.NOTHING));
    }

    /**
     * The connection is cut within the answer.
     *
     * @return the fault
     */
    public static SuccessFactorsFault cutWithinAnswer() {
        return new SuccessFactorsFault(true, reply -> reply.arriving(SimReply.Arrives.HALF));
    }

    /**
     * The answer ends within, although HTTP takes it for whole.
     *
     * @return the fault
     */
    public static SuccessFactorsFault truncated() {
        return body(text -> text.substring(0, text.length() / 2));
    }

    /**
     * Changes the text of the answer, to bring about what no sane server sends.
     *
     * @param edit makes the new text of the old
     * @return the fault
     */
    public static SuccessFactorsFault body(UnaryOperator<String> edit) {
        return new SuccessFactorsFault(
                true,
                reply -> new SimReply(
                        reply.status(),
                        reply.headers(),
                        ByteString.encodeUtf8(edit.apply(reply.body().utf8())),
                        reply.arrives()));
    }

    private static SuccessFactorsFault instead(SimReply reply) {
        return new SuccessFactorsFault(false, ignored -> reply);
    }

    private static SimReply text(int status, String body) {
        return SimReply.of(status, "text/plain;charset=utf-8", ByteString.encodeUtf8(body));
    }
}
