package dev.tenure.scim.internal.wire;

/** An answer is not the JSON that it should be. The message says what is missing, and holds nothing of the answer. */
public final class MalformedAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedAnswer(String what) {
        super(what, null, false, false);
    }
}
