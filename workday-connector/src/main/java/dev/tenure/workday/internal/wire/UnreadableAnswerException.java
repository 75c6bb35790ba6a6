package dev.tenure.workday.internal.wire;

/** An answer is not what was asked for, or no well-formed XML within the bounds. Its message quotes nothing of the answer. */
public final class UnreadableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports what is wrong.
     *
     * @param message what is wrong and where, without content
     */
    public UnreadableAnswerException(String message) {
        super(message);
    }
}
