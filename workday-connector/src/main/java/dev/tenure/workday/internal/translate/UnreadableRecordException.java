package dev.tenure.workday.internal.translate;

/** One worker's record does not make sense. Its message names the element and quotes no value. */
public final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports what is wrong.
     *
     * @param message what is wrong and what to do, without values
     */
    public UnreadableRecordException(String message) {
        super(message);
    }
}
