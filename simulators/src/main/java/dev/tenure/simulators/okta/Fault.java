package dev.tenure.simulators.okta;

import java.time.Duration;
import java.util.Optional;

/** What goes wrong with a call, on purpose. */
public final class Fault {

    enum Kind {
        ERROR,
        QUOTA,
        CROWDED,
        CUT,
        LOSE_ANSWER,
        NO_ANSWER,
        GARBAGE
    }

    private final Kind kind;
    private final int status;
    private final String code;
    private final Optional<Duration> retryAfter;

    private Fault(Kind kind, int status, String code, Optional<Duration> retryAfter) {
        this.kind = kind;
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /**
     * The call does nothing and is answered with an error.
     *
     * @param status the HTTP status
     * @param code Okta's error code, such as {@code E0000009}
     * @return the fault
     */
    public static Fault error(int status, String code) {
        return new Fault(Kind.ERROR, status, code, Optional.empty());
    }

    /**
     * The call does nothing: the service is unavailable and says for how long.
     *
     * @param retryAfter what {@code Retry-After} says
     * @return the fault
     */
    public static Fault unavailable(Duration retryAfter) {
        return new Fault(Kind.ERROR, 503, "E0000010", Optional.of(retryAfter));
    }

    /**
     * The call does nothing: somebody else used up the limit of the window.
     *
     * @return the fault
     */
    public static Fault quotaUsedUp() {
        return new Fault(Kind.QUOTA, 429, "E0000047", Optional.empty());
    }

    /**
     * The call does nothing: too many are under way at once.
     *
     * @return the fault
     */
    public static Fault crowded() {
        return new Fault(Kind.CROWDED, 429, "E0000047", Optional.empty());
    }

    /**
     * The call does its work, and the connection is cut within the answer.
     *
     * @return the fault
     */
    public static Fault cutWithinAnswer() {
        return new Fault(Kind.CUT, 0, "", Optional.empty());
    }

    /**
     * The call does its work, and nothing of the answer arrives.
     *
     * @return the fault
     */
    public static Fault loseAnswer() {
        return new Fault(Kind.LOSE_ANSWER, 0, "", Optional.empty());
    }

    /**
     * The call does its work, and the answer does not come until the caller gives up.
     *
     * @return the fault
     */
    public static Fault noAnswer() {
        return new Fault(Kind.NO_ANSWER, 0, "", Optional.empty());
    }

    /**
     * The call does nothing and is answered 200 with a page that is not JSON, as a proxy might.
     *
     * @return the fault
     */
    public static Fault garbage() {
        return new Fault(Kind.GARBAGE, 200, "", Optional.empty());
    }

    Kind kind() {
        return kind;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
