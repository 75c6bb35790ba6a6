package dev.tenure.successfactors.internal.wire;

/** An answer that is not what OData says it is. Its message quotes nothing of the answer. */
public final class UnreadableAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Reports what is wrong.
     *
     * @param message what is wrong, without values
     */
    public UnreadableAnswerException(String message) {
        super(message);
    }
}
