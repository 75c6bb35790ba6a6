package dev.tenure.http;

import okhttp3.Request;

/**
 * A request, and what the channel must know of it.
 *
 * @param operation what is asked, such as {@code update user}; stands in messages and events, so without personal data
 * @param bucket the name of the rate limit that it counts against
 * @param urgency whether it goes first
 * @param request the request itself
 * @param nothingBefore whether what it is part of has changed nothing before it
 */
public record HttpCall(String operation, String bucket, Urgency urgency, Request request, boolean nothingBefore) {

    /**
     * Makes a call of which is not known whether something was changed before it.
     *
     * @param operation what is asked, such as {@code update user}
     * @param bucket the name of the rate limit that it counts against
     * @param urgency whether it goes first
     * @param request the request itself
     */
    public HttpCall(String operation, String bucket, Urgency urgency, Request request) {
        this(operation, bucket, urgency, request, false);
    }

    /**
     * Copies this call as one before which nothing was changed by what it is part of, such as the making of an account. If it
     * does not get its turn, or {@link HttpChannel#call} gets no connection to send it by, the failure says so
     * ({@link dev.tenure.lifecycle.failure.ConnectorException#nothingDone}).
     *
     * @return the changed call
     */
    public HttpCall withNothingBefore() {
        return new HttpCall(operation, bucket, urgency, request, true);
    }

    /** Prints no address, since its query may hold personal data. */
    @Override
    public String toString() {
        return "HttpCall[" + operation + "]";
    }
}
