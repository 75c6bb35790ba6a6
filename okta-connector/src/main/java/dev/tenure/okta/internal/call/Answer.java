package dev.tenure.okta.internal.call;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.NotFound;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What came of a call whose failure its caller may know how to take.
 *
 * @param <T> what is answered
 * @param value what was answered; empty if the call failed
 * @param mayBeForItsState whether the state of the user may be why it failed
 * @param failure why it failed; empty if it did not
 */
public record Answer<T>(Optional<T> value, boolean mayBeForItsState, Optional<ConnectorException> failure) {

    /**
     * Says whether the call succeeded.
     *
     * @return true if so
     */
    public boolean ok() {
        return failure.isEmpty();
    }

    /**
     * Says whether what the call names is not there.
     *
     * @return true if so
     */
    public boolean isNotFound() {
        return failure.isPresent() && failure.get() instanceof NotFound;
    }

    /**
     * Gives the answer, or throws the failure.
     *
     * @return what was answered
     */
    public T orThrow() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        return value.orElseThrow(() -> new NoSuchElementException("an answer has a value or a failure"));
    }
}
