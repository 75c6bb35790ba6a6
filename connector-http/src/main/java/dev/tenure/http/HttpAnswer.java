package dev.tenure.http;

import java.io.InputStream;
import java.time.Instant;
import okhttp3.Headers;

/**
 * An answer while it is read.
 *
 * @param status the HTTP status
 * @param headers the headers; a name may come more than once
 * @param body the body, bounded; only to be read within the reader to which it is given
 * @param at when the head of the answer came, by our clock
 * @param correlationId the id that went with the request
 */
public record HttpAnswer(int status, Headers headers, InputStream body, Instant at, String correlationId) {

    /**
     * Says whether the call succeeded.
     *
     * @return true for a status from 200 to 299
     */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Prints neither headers nor body. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + "]";
    }
}
