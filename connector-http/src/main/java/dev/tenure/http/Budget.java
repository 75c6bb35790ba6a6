package dev.tenure.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left of one rate limit, of which the library takes a share (rule S8). Guarded by the limiter's lock.
 *
 * <p>A window is known from what the server announces. Between the end of one and the first answer of the next its length
 * is guessed, and the limit taken to be the same.
 */
final class Budget {

    /** How many calls may be under way while nothing is known of the limit. */
    private static final int PROBES = 4;

    private static final Duration GUESSED_WINDOW = Duration.ofSeconds(60);

    /** Two resets that are closer than this are one: they are computed with a clock skew that is exact to a second. */
    private static final Duration SAME_WINDOW = Duration.ofSeconds(5);

    /** The part of the share, in percent, that bulk calls leave to urgent ones. */
    private static final int RESERVE_PERCENT = 3;

    private static final int LEAST_WITH_RESERVE = 20;

    private enum Knowledge {
        NOTHING,
        UNLIMITED,
        GUESSED,
        ANNOUNCED
    }

    private final double share;
    private Knowledge knowledge = Knowledge.NOTHING;
    private long limit;
    private long remaining;
    private long used;
    private int inFlight;
    private int urgentWaiting;
    private Instant resetsAt = Instant.MIN;
    private @Nullable Instant closedUntil;

    Budget(double share) {
        this.share = share;
    }

    /** Says whether a call may go now; if not, {@link #opensAt} says when, or nothing does but another call's end. */
    boolean isOpen(Urgency urgency, Instant now) {
        if (closedUntil != null) {
            if (now.isBefore(closedUntil)) {
                return false;
            }
            closedUntil = null;
        }
        if (knowledge == Knowledge.NOTHING) {
            return inFlight < PROBES;
        }
        if (knowledge == Knowledge.UNLIMITED) {
            return true;
        }
        if (!now.isBefore(resetsAt)) {
            openGuessedWindow(now);
        }
        long kept = kept(urgency);
        return own() - used > kept && remaining - inFlight > kept;
    }

    /** Gives the instant at which it is worth to look again; null if only the end of a call that is under way helps. */
    @Nullable
    Instant opensAt(Urgency urgency, Instant now) {
        if (closedUntil != null) {
            return closedUntil;
        }
        if (knowledge == Knowledge.NOTHING || knowledge == Knowledge.UNLIMITED) {
            return null;
        }
        boolean shareIsLeft = own() - used > kept(urgency);
        return shareIsLeft && inFlight > 0 ? null : resetsAt;
    }

    void waiting(Urgency urgency, int change) {
        if (urgency == Urgency.URGENT) {
            urgentWaiting += change;
        }
    }

    void begun() {
        used++;
        inFlight++;
    }

    void ended() {
        inFlight--;
    }

    void announced(AnnouncedLimit said, Instant now) {
        if (knowledge == Knowledge.GUESSED && !said.resetsAt().isAfter(now)) {
            // An answer that took its time speaks of the window before, and must not make this one begin again.
            return;
        }
        if (knowledge == Knowledge.UNLIMITED) {
            // What was spent while nothing was announced belongs to windows of which nobody knows.
            used = inFlight;
            open(said);
        } else if (knowledge == Knowledge.NOTHING || knowledge == Knowledge.GUESSED) {
            open(said);
        } else if (said.resetsAt().isAfter(resetsAt.plus(SAME_WINDOW))) {
            used = inFlight;
            open(said);
        } else if (!said.resetsAt().isBefore(resetsAt.minus(SAME_WINDOW))) {
            limit = said.limit();
            remaining = Math.min(remaining, said.remaining());
            resetsAt = said.resetsAt().isAfter(resetsAt) ? said.resetsAt() : resetsAt;
        }
    }

    void nothingAnnounced() {
        if (knowledge == Knowledge.NOTHING) {
            knowledge = Knowledge.UNLIMITED;
        }
    }

    void closed(Instant until) {
        if (closedUntil == null || until.isAfter(closedUntil)) {
            closedUntil = until;
        }
    }

    private void open(AnnouncedLimit said) {
        knowledge = Knowledge.ANNOUNCED;
        limit = said.limit();
        remaining = said.remaining();
        resetsAt = said.resetsAt();
    }

    private void openGuessedWindow(Instant now) {
        knowledge = Knowledge.GUESSED;
        remaining = limit;
        used = 0;
        resetsAt = now.plus(GUESSED_WINDOW);
    }

    /** What this call must leave to others. */
    private long kept(Urgency urgency) {
        return urgency == Urgency.URGENT ? 0 : Math.max(reserve(), urgentWaiting);
    }

    private long own() {
        return Math.max(1, (long) (limit * share));
    }

    private long reserve() {
        return own() < LEAST_WITH_RESERVE ? 0 : Math.max(1, own() * RESERVE_PERCENT / 100);
    }
}
