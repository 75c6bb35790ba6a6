package dev.tenure.lifecycle.failure;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The system is busy, limited or out of reach. The same call may succeed later; who waits is the engine. The operation may have
 * been done, unless {@link #nothingDone} says otherwise.
 */
public final class RetryLater extends ConnectorException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Instant notBefore;
    private final boolean nothingDone;

    /**
     * Reports the failure.
     *
     * @param system the system's name
     * @param notBefore the instant that the system named, or null where it named none
     * @param message what failed, why, and what to do; without secrets and personal data
     */
    public RetryLater(String system, @Nullable Instant notBefore, String message) {
        this(system, notBefore, message, null);
    }

    /**
     * Reports the failure with its cause.
     *
     * @param system the system's name
     * @param notBefore the instant that the system named, or null where it named none
     * @param message what failed, why, and what to do; without secrets and personal data
     * @param cause what led to it, or null; its message must not hold secrets or personal data either
     */
    public RetryLater(String system, @Nullable Instant notBefore, String message, @Nullable Throwable cause) {
        this(system, notBefore, message, cause, false);
    }

    private RetryLater(
            String system,
            @Nullable Instant notBefore,
            @Nullable String message,
            @Nullable Throwable cause,
            boolean nothingDone) {
        super(system, message, cause);
        this.notBefore = notBefore;
        this.nothingDone = nothingDone;
    }

    /**
     * Says when the system wants to be asked again.
     *
     * @return the instant, empty where the system named none
     */
    public Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.RETRY_LATER;
    }

    @Override
    public boolean mayHaveActed() {
        return !nothingDone;
    }

    @Override
    public RetryLater nothingDone() {
        return nothingDone ? this : as(new RetryLater(system(), notBefore, getMessage(), getCause(), true));
    }

    @Override
    public RetryLater afterDoing(String done) {
        return nothingDone
                ? as(new RetryLater(system(), notBefore, done + ": " + getMessage(), getCause(), false))
                : this;
    }
}
