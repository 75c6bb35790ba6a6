package dev.tenure.okta.internal.call;

import dev.tenure.http.HttpAnswer;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.okta.internal.wire.OktaError;
import java.io.IOException;
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
 * @param error what is wrong; without a code if nothing is, or if it is not Okta that speaks
 * @param at when it came
 */
record Reply(Operation operation, int status, Headers headers, Buffer body, OktaError error, Instant at) {

    /** Reads an answer to its end. */
    static Reply of(Operation operation, HttpAnswer answer) throws IOException {
        Buffer body = new Buffer().readFrom(answer.body());
        OktaError error = answer.ok() ? OktaError.NONE : OktaError.read(body);
        return new Reply(operation, answer.status(), answer.headers(), body, error, answer.at());
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /**
     * Says whether the state of the user may be why the call was refused, so that reading it tells more. A deactivated user
     * is sometimes said not to be found.
     */
    boolean mayBeForItsState() {
        return switch (error.code()) {
            case "E0000016", "E0000032", "E0000038", "E0000107", "E0000112", "E0000117" -> true;
            default -> status == 404;
        };
    }

    ConnectorException failure(Faults faults) {
        return faults.of(this);
    }

    /** Prints neither headers nor body. */
    @Override
    public String toString() {
        return "Reply[" + operation + ", " + status + "]";
    }
}
