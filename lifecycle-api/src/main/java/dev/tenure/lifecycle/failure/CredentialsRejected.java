package dev.tenure.lifecycle.failure;

import org.jspecify.annotations.Nullable;

/** The system does not accept the credentials. The engine stops the run, since nothing else will work. */
public final class CredentialsRejected extends ConnectorException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports the failure.
     *
     * @param system the system's name
     * @param message what failed, why, and what to do; without secrets and personal data
     */
    public CredentialsRejected(String system, String message) {
        this(system, message, null);
    }

    /**
     * Reports the failure with its cause.
     *
     * @param system the system's name
     * @param message what failed, why, and what to do; without secrets and personal data
     * @param cause what led to it, or null; its message must not hold secrets or personal data either
     */
    public CredentialsRejected(String system, String message, @Nullable Throwable cause) {
        super(system, message, cause);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.CREDENTIALS_REJECTED;
    }
}
