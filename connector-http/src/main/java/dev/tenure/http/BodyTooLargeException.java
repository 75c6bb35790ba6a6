package dev.tenure.http;

import java.io.IOException;

/** An answer holds more bytes than the connector is ready to read. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
