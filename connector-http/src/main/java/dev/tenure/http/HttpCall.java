package dev.tenure.http;

import okhttp3.Request;

/**
 * A request, and what the channel must know of it.
 *
 * @param operation what is asked, such as {@code update user}; stands in messages and events, so without personal data
 * @param bucket the name of the rate limit that it counts against
 * @param urgency whether it goes first
 * @param request the request itself
 */
public record HttpCall(String operation, String bucket, Urgency urgency, Request request) {

    /** Prints no address, since its query may hold personal data. */
    @Override
    public String toString() {
        return "HttpCall[" + operation + "]";
    }
}
