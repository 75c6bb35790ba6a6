package dev.tenure.okta;

import dev.tenure.http.Waiter;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.okta.internal.call.Answer;
import dev.tenure.okta.internal.call.UserCalls;
import dev.tenure.okta.internal.wire.OktaUser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Moves users from one status to another. Okta's lifecycle calls may not be repeated: what is already so is refused. So the
 * call is made, and only if it is refused the status is read, which decides.
 */
final class Transitions {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_LOOK = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final String target;
    private final UserCalls users;
    private final InstantSource clock;
    private final Waiter waiter;

    Transitions(String target, UserCalls users, InstantSource clock, Waiter waiter) {
        this.target = target;
        this.users = users;
        this.clock = clock;
        this.waiter = waiter;
    }

    void deactivate(String id) {
        Answer<Boolean> answer = users.lifecycle(id, "deactivate", true, Optional.of(false));
        if (answer.ok()) {
            return;
        }
        OktaUser user = stateAfter(answer, id);
        if (!user.isOrBecomes("DEPROVISIONED")) {
            throw contradicted(answer, user);
        }
    }

    /** What cannot be suspended is deactivated: a user that is not in use yet, or whose password is the matter. */
    void suspend(String id) {
        Answer<Boolean> answer = users.lifecycle(id, "suspend", true, Optional.empty());
        if (answer.ok()) {
            return;
        }
        OktaUser user = stateAfter(answer, id);
        if (user.isOrBecomes("SUSPENDED") || user.isOrBecomes("DEPROVISIONED")) {
            return;
        }
        if (user.isOrBecomes("ACTIVE")) {
            throw contradicted(answer, user);
        }
        deactivate(id);
    }

    void unsuspend(String id) {
        Answer<Boolean> answer = users.lifecycle(id, "unsuspend", false, Optional.empty());
        if (!answer.ok() && stateAfter(answer, id).isOrBecomes("SUSPENDED")) {
            throw answer.failure().orElseThrow();
        }
    }

    /** Who is not locked out stays as it is. */
    void unlock(String id) {
        Answer<Boolean> answer = users.lifecycle(id, "unlock", false, Optional.empty());
        if (!answer.ok() && stateAfter(answer, id).isOrBecomes("LOCKED_OUT")) {
            throw answer.failure().orElseThrow();
        }
    }

    /** Only who has not finished its activation can begin it again; anybody else stays as it is. */
    void restartActivation(String id, boolean sendEmail) {
        Answer<Boolean> answer = users.lifecycle(id, "reactivate", false, Optional.of(sendEmail));
        if (answer.ok()) {
            return;
        }
        OktaUser user = stateAfter(answer, id);
        if (user.isOrBecomes("PROVISIONED") || user.isOrBecomes("RECOVERY")) {
            throw answer.failure().orElseThrow();
        }
    }

    /** Okta deletes in two steps: the first call deactivates, which may take its time, and the second deletes. */
    void delete(String id) {
        Patience patience = new Patience(id, "Okta has not finished its deactivation");
        for (int done = 0; done < 2; ) {
            Answer<Boolean> answer = users.delete(id);
            if (answer.isNotFound()) {
                return;
            }
            if (answer.ok()) {
                done++;
            } else if (answer.mayBeForItsState()) {
                patience.pause(answer);
            } else {
                answer.orThrow();
            }
        }
    }

    /** Returns when the user can be updated. */
    void activate(String id, boolean sendEmail) {
        Answer<Boolean> answer = users.lifecycle(id, "activate", false, Optional.of(sendEmail));
        if (!answer.ok() && !answer.mayBeForItsState()) {
            answer.orThrow();
        }
        Patience patience = new Patience(id, "Okta has not finished its activation");
        while (!isOpen(users.read(id), answer)) {
            patience.pause(answer);
        }
    }

    private boolean isOpen(OktaUser user, Answer<Boolean> answer) {
        boolean closed = user.status().equals("STAGED") || user.status().equals("DEPROVISIONED");
        if (!closed && user.transitioningTo().isEmpty()) {
            return true;
        }
        boolean opening = answer.ok() || user.transitioningTo().isPresent();
        if (!opening || user.transitioningTo().equals(Optional.of("DEPROVISIONED"))) {
            throw later(user.id(), "it is still being deactivated, or was not activated", answer);
        }
        return false;
    }

    private OktaUser stateAfter(Answer<Boolean> refused, String id) {
        if (!refused.mayBeForItsState()) {
            refused.orThrow();
        }
        return users.readUrgently(id);
    }

    /** The call was refused for a status that the user does not have, so that it has moved on in between. */
    private ConnectorException contradicted(Answer<Boolean> answer, OktaUser user) {
        return later(user.id(), "its status changed in between", answer);
    }

    private RetryLater later(String id, String why, Answer<Boolean> answer) {
        return new RetryLater(
                target,
                clock.instant().plus(LONGEST_PAUSE),
                "Okta did not change the status of user " + id + ": " + why + "; it is tried again in a moment",
                answer.failure().orElse(null));
    }

    /** Looks again and again, each time after a longer pause, and not for ever. */
    private final class Patience {

        private final String id;
        private final String why;
        private final Instant latest = clock.instant().plus(PATIENCE);
        private Duration pause = FIRST_LOOK;

        Patience(String id, String why) {
            this.id = id;
            this.why = why;
        }

        void pause(Answer<Boolean> answer) {
            Instant next = clock.instant().plus(pause);
            if (next.isAfter(latest)) {
                throw later(id, why, answer);
            }
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
            try {
                waiter.awaitUntil(next);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw later(id, "waiting for it was interrupted", answer);
            }
        }
    }
}
