package dev.tenure.http;

/** Hears of every call that a connector makes. Called by the thread that made it, or by one of the HTTP client's for a call
 * that was made ahead; one that throws does not break the call. */
@FunctionalInterface
public interface CallListener {

    /**
     * A call is over.
     *
     * @param event what was called, how long it took and how it ended
     */
    void called(CallEvent event);
}
