package dev.tenure.lifecycle.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The system refuses a value. Not retried until the value changes, or by a full import (rule S3). */
public final class InvalidValue extends ConnectorException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String attribute;

    /**
     * Reports the failure.
     *
     * @param system the system's name
     * @param attribute the attribute that the system names, or null where it names none
     * @param message what failed, why, and what to do; without secrets and personal data
     */
    public InvalidValue(String system, @Nullable String attribute, String message) {
        this(system, attribute, message, null);
    }

    /**
     * Reports the failure with its cause.
     *
     * @param system the system's name
     * @param attribute the attribute that the system names, or null where it names none
     * @param message what failed, why, and what to do; without secrets and personal data
     * @param cause what led to it, or null; its message must not hold secrets or personal data either
     */
    public InvalidValue(String system, @Nullable String attribute, String message, @Nullable Throwable cause) {
        super(system, message, cause);
        this.attribute = attribute;
    }

    /**
     * Names the attribute.
     *
     * @return the attribute's name at the target, empty where the system names none
     */
    public Optional<String> attribute() {
        return Optional.ofNullable(attribute);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.INVALID_VALUE;
    }
}
