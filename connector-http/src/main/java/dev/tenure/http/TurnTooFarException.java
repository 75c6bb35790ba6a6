package dev.tenure.http;

import java.time.Instant;

/** A call's turn would come later than it is ready to wait. */
public final class TurnTooFarException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Instant opensAt;

    TurnTooFarException(Instant opensAt) {
        super("the rate limit opens again at " + opensAt);
        this.opensAt = opensAt;
    }

    /**
     * Says when the turn would come.
     *
     * @return the instant, by our clock
     */
    public Instant opensAt() {
        return opensAt;
    }
}
