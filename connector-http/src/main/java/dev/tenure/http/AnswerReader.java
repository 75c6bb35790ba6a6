package dev.tenure.http;

import java.io.IOException;

/**
 * Makes something of an answer.
 *
 * @param <T> what is made of it
 */
@FunctionalInterface
public interface AnswerReader<T> {

    /**
     * Reads the answer, whatever its status.
     *
     * @param answer the answer, whose body is gone after this returns
     * @return what was read
     * @throws IOException if the connection breaks, which the channel reports as
     *     {@link dev.tenure.lifecycle.failure.RetryLater}
     */
    T read(HttpAnswer answer) throws IOException;
}
