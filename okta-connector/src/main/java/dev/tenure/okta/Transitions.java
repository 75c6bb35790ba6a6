package dev.tenure.okta;

import dev.tenure.http.Waiter;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.okta.internal.call.Answer;
import dev.tenure.okta.internal.call.OktaApi;
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
    private final OktaApi api;
    private final InstantSource clock;
    private final Waiter waiter;

    Transitions(String target, OktaApi api, InstantSource clock, Waiter waiter) {
        this.target = target;
        this.api = api;
        this.clock = clock;
        this.waiter = waiter;
    }

    void deactivate(String id) {
        Answer<Boolean> answer = api.lifecycle(id, "deactivate", true, Optional.of(false));
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
        Answer<Boolean> answer = api.lifecycle(id, "suspend", true, Optional.empty());
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
        Answer<Boolean> answer = api.lifecycle(id, "unsuspend", false, Optional.empty());
        if (!answer.ok() && stateAfter(answer, id).isOrBecomes("SUSPENDED")) {
            throw answer.failure().orElseThrow();
        }
    }

    /** Returns when the user can be updated. */
    void activate(String id, boolean sendEmail) {
        Answer<Boolean> answer = api.lifecycle(id, "activate", false, Optional.of(sendEmail));
        if (!answer.ok() && !answer.mayBeForItsState()) {
            answer.orThrow();
        }
        Instant latest = clock.instant().plus(PATIENCE);
        for (Duration pause = FIRST_LOOK; ; pause = longer(pause)) {
            OktaUser user = api.user(id);
            boolean closed = user.status().equals("STAGED") || user.status().equals("DEPROVISIONED");
            if (!closed && user.transitioningTo().isEmpty()) {
                return;
            }
            boolean opening = answer.ok() || user.transitioningTo().isPresent();
            if (!opening || user.transitioningTo().equals(Optional.of("DEPROVISIONED"))) {
                throw later(id, "it is still being deactivated, or was not activated", answer);
            }
            Instant next = clock.instant().plus(pause);
            if (next.isAfter(latest)) {
                throw later(id, "Okta has not finished its activation", answer);
            }
            await(id, next);
        }
    }

    private OktaUser stateAfter(Answer<Boolean> refused, String id) {
        if (!refused.mayBeForItsState()) {
            refused.orThrow();
        }
        return api.userUrgently(id);
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

    private void await(String id, Instant until) {
        try {
            waiter.awaitUntil(until);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RetryLater(
                    target,
                    null,
                    "Waiting for the activation of Okta user " + id
                            + " was interrupted; run it again when that is wanted",
                    interrupted);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
