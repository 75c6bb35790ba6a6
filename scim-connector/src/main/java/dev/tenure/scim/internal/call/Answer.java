package dev.tenure.scim.internal.call;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.NotFound;
import java.util.Optional;

/**
 * What came of a call whose failure its caller may know how to take.
 *
 * @param value what was answered; empty if the call failed, or was answered without a body
 * @param status the HTTP status
 * @param type the {@code scimType} of the failure; empty if there is none
 * @param failure why it failed; empty if it did not
 * @param <T> what is answered
 */
public record Answer<T>(Optional<T> value, int status, String type, Optional<ConnectorException> failure) {

    /**
     * Says whether what the call names is not there.
     *
     * @return true if so
     */
    public boolean isNotFound() {
        return failure.isPresent() && failure.get() instanceof NotFound;
    }

    /**
     * Says whether a path of the patch leads nowhere in the resource as it is.
     *
     * @return true if so
     */
    public boolean hasNoTarget() {
        return type.equals("noTarget");
    }

    /**
     * Says whether the service does not know the method, or the endpoint.
     *
     * @return true if so
     */
    public boolean isNotOffered() {
        return status == 501 || status == 405;
    }

    /**
     * Gives the answer, or throws the failure.
     *
     * @return what was answered; empty if there was no body
     */
    public Optional<T> orThrow() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        return value;
    }
}
