package dev.tenure.scim.internal.call;

import dev.tenure.scim.internal.wire.ScimError;
import java.time.Instant;
import okhttp3.Headers;
import okio.Buffer;

/**
 * A whole answer in memory.
 *
 * @param operation what was asked
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body, which can be read once
 * @param error what is wrong; without parts if nothing is, or if it is not the service that speaks
 * @param at when it came
 */
record Reply(Operation operation, int status, Headers headers, Buffer body, ScimError error, Instant at) {

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Prints neither headers nor body. */
    @Override
    public String toString() {
        return "Reply[" + operation + ", " + status + "]";
    }
}
