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

    ConnectorException(String system, @Nullable String message, @Nullable Throwable cause) {
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

    /**
     * Says whether the operation may have done something at the system although it failed. Where it may, the engine looks
     * there before it tries again, and waits for as long as a new account may be missing (rule S4).
     *
     * @return true for a {@link RetryLater} or {@link ProtocolViolation}, unless it says by {@link #nothingDone} that nothing
     *     was done; false for the others, by which a system refuses
     */
    public boolean mayHaveActed() {
        return false;
    }

    /**
     * Makes the same failure of an operation that surely has done nothing: it was turned away by a limit, or nothing was sent.
     * That is for the first call of an operation that changes anything; once one has, or may have, a failure does not say so.
     *
     * @return the failure, which says that nothing was done
     */
    public ConnectorException nothingDone() {
        return this;
    }

    /**
     * Makes the same failure of an operation of which a part was done before it: that the rest is refused does not say that
     * nothing was done.
     *
     * @param done what was done and what was not, as the message is to begin; without secrets and personal data
     * @return this failure if it says by itself that something may have been done, else one that does
     */
    public ConnectorException afterDoing(String done) {
        return mayHaveActed() ? this : new ProtocolViolation(system, done + ": " + getMessage(), this);
    }

    /** Where it was thrown first is what helps who reads it. */
    final <T extends ConnectorException> T as(T copy) {
        copy.setStackTrace(getStackTrace());
        return copy;
    }
}
