package dev.tenure.lifecycle.internal.map;

import java.io.Serial;

/** Ends an evaluation. The message says why, without any value; whoever runs the program knows where. */
final class Fault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    Fault(String message) {
        super(message, null, false, false);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
