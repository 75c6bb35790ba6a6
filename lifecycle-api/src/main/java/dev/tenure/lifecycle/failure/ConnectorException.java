package dev.tenure.lifecycle.failure;

import org.jspecify.annotations.Nullable;

/**
 * A call to a connected system failed. The subtype tells the engine what to do about it. Messages name the system, the
 * operation, the reason and the remedy; they never hold a secret or a value of a person.
 */
public abstract sealed class ConnectorException extends RuntimeException
        permits Conflict,
                CredentialsRejected,
                InvalidValue,
                NotFound,
                PermissionMissing,
                ProtocolViolation,
                RetryLater {

    private static final long serialVersionUID = 1L;

    private final String system;

    ConnectorException(String system, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.system = system;
    }

    /**
     * Names the system that was called.
     *
     * @return the name under which the engine knows the source or target, such as {@code Workday}
     */
    public final String system() {
        return system;
    }

    /**
     * Says what can be done about it.
     *
     * @return the kind that belongs to the subtype
     */
    public abstract FailureKind kind();
}
