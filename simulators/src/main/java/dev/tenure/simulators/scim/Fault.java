package dev.tenure.simulators.scim;

import java.time.Duration;
import java.util.Optional;

/** What goes wrong with a call, on purpose. */
public final class Fault {

    enum Kind {
        ERROR,
        CUT,
        LOSE_ANSWER,
        GARBAGE
    }

    private final Kind kind;
    private final int status;
    private final String type;
    private final String detail;
    private final Optional<Duration> retryAfter;

    private Fault(Kind kind, int status, String type, String detail, Optional<Duration> retryAfter) {
        this.kind = kind;
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /**
     * The call does nothing and is answered with an error.
     *
     * @param status the HTTP status
     * @param scimType what is wrong, such as {@code invalidValue}; empty for none
     * @param detail the same in words
     * @return the fault
     */
    public static Fault error(int status, String scimType, String detail) {
        return new Fault(Kind.ERROR, status, scimType, detail, Optional.empty());
    }

    /**
     * The call does nothing: the service is unavailable and says for how long.
     *
     * @param retryAfter what {@code Retry-After} says
     * @return the fault
     */
    public static Fault unavailable(Duration retryAfter) {
        return new Fault(Kind.ERROR, 503, "", "unavailable", Optional.of(retryAfter));
    }

    /**
     * The call does nothing: there were too many.
     *
     * @param retryAfter what {@code Retry-After} says
     * @return the fault
     */
    public static Fault tooManyRequests(Duration retryAfter) {
        return new Fault(Kind.ERROR, 429, "", "too many requests", Optional.of(retryAfter));
    }

    /**
     * The call does its work, and the connection is cut within the answer.
     *
     * @return the fault
     */
    public static Fault cutWithinAnswer() {
        return new Fault(Kind.CUT, 0, "", "", Optional.empty());
    }

    /**
     * The call does its work, and nothing of the answer arrives.
     *
     * @return the fault
     */
    public static Fault loseAnswer() {
        return new Fault(Kind.LOSE_ANSWER, 0, "", "", Optional.empty());
    }

    /**
     * The call does nothing and is answered 200 with a page that is not JSON, as a proxy might.
     *
     * @return the fault
     */
    public static Fault garbage() {
        return new Fault(Kind.GARBAGE, 200, "", "", Optional.empty());
    }

    Kind kind() {
        return kind;
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String detail() {
        return detail;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
