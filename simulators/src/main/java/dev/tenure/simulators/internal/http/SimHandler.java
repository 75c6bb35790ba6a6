package dev.tenure.simulators.internal.http;

/** Answers requests. Called by several threads. */
@FunctionalInterface
public interface SimHandler {

    /**
     * Answers one request.
     *
     * @param request the request
     * @return the answer
     */
    SimReply answer(SimRequest request);
}
