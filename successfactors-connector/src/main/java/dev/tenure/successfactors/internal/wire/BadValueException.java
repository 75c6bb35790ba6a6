package dev.tenure.successfactors.internal.wire;

/** A value of a record that does not make sense. Its message names the property and quotes no value. */
public final class BadValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports what is wrong.
     *
     * @param message what is wrong and what to do, without values
     */
    public BadValueException(String message) {
        super(message);
    }
}
