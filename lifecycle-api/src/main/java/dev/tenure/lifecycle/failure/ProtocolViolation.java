package dev.tenure.lifecycle.failure;

import org.jspecify.annotations.Nullable;

/**
 * The system answered with something that cannot be understood. Not retried within a run. The operation may have been done,
 * unless {@link #nothingDone} says otherwise.
 */
public final class ProtocolViolation extends ConnectorException {

    private static final long serialVersionUID = 1L;

    private final boolean nothingDone;

    /**
     * Reports the failure.
     *
     * @param system the system's name
     * @param message what failed, why, and what to do; without secrets and personal data
     */
    public ProtocolViolation(String system, String message) {
        this(system, message, null);
    }

    /**
     * Reports the failure with its cause.
     *
     * @param system the system's name
     * @param message what failed, why, and what to do; without secrets and personal data
     * @param cause what led to it, or null; its message must not hold secrets or personal data either
     */
    public ProtocolViolation(String system, String message, @Nullable Throwable cause) {
        this(system, message, cause, false);
    }

    private ProtocolViolation(String system, @Nullable String message, @Nullable Throwable cause, boolean nothingDone) {
        super(system, message, cause);
        this.nothingDone = nothingDone;
    }

    @Override
    public FailureKind kind() {
        return FailureKind.PROTOCOL_VIOLATION;
    }

    @Override
    public boolean mayHaveActed() {
        return !nothingDone;
    }

    @Override
    public ProtocolViolation nothingDone() {
        return nothingDone ? this : as(new ProtocolViolation(system(), getMessage(), getCause(), true));
    }
}
