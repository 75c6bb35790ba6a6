package dev.tenure.lifecycle.failure;

import org.jspecify.annotations.Nullable;

/** What the call names is not there. The engine looks for it by key before it makes another. */
public final class NotFound extends ConnectorException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports the failure.
     *
     * @param system the system's name
     * @param message what failed, why, and what to do; without secrets and personal data
     */
    public NotFound(String system, String message) {
        this(system, message, null);
    }

    /**
     * Reports the failure with its cause.
     *
     * @param system the system's name
     * @param message what failed, why, and what to do; without secrets and personal data
     * @param cause what led to it, or null; its message must not hold secrets or personal data either
     */
    public NotFound(String system, String message, @Nullable Throwable cause) {
        super(system, message, cause);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.NOT_FOUND;
    }
}
