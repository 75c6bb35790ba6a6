package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.plan.Hold;
import dev.tenure.lifecycle.plan.Pending;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the engine knows of a worker at one target.
 *
 * @param link the account that belongs to the worker
 * @param pending what waits for a person to decide
 * @param hold what the safeguard holds
 * @param failure what failed at the target and is to be tried again
 * @param untold why HR could not be told of contact data that the account has; it is told again (part F)
 * @param intent what was about to be done when a run was cut off
 * @param rejected the ids of accounts of which a person said that they are not this worker's
 */
public record AccountState(
        Optional<Link> link,
        Optional<Pending> pending,
        Optional<Hold> hold,
        Optional<Failure> failure,
        Optional<Failure> untold,
        Optional<Intent> intent,
        Set<String> rejected) {

    private static final AccountState NONE = new AccountState(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of());

    /** Copies the set. */
    public AccountState {
        rejected = Set.copyOf(rejected);
    }

    /**
     * Gives the state of a worker of whom nothing is known at the target.
     *
     * @return nothing known
     */
    public static AccountState none() {
        return NONE;
    }

    /**
     * Copies this state with another link.
     *
     * @param newLink the link, or empty for none
     * @return the changed state
     */
    public AccountState withLink(Optional<Link> newLink) {
        return new AccountState(newLink, pending, hold, failure, untold, intent, rejected);
    }

    /**
     * Copies this state with another question to a person.
     *
     * @param newPending what waits, or empty for nothing
     * @return the changed state
     */
    public AccountState withPending(Optional<Pending> newPending) {
        return new AccountState(link, newPending, hold, failure, untold, intent, rejected);
    }

    /**
     * Copies this state with another hold.
     *
     * @param newHold what is held, or empty for nothing
     * @return the changed state
     */
    public AccountState withHold(Optional<Hold> newHold) {
        return new AccountState(link, pending, newHold, failure, untold, intent, rejected);
    }

    /**
     * Copies this state with another failure.
     *
     * @param newFailure what failed, or empty for nothing
     * @return the changed state
     */
    public AccountState withFailure(Optional<Failure> newFailure) {
        return new AccountState(link, pending, hold, newFailure, untold, intent, rejected);
    }

    /**
     * Copies this state with another reason why HR could not be told.
     *
     * @param newUntold why it could not, or empty if nothing is left to tell
     * @return the changed state
     */
    public AccountState withUntold(Optional<Failure> newUntold) {
        return new AccountState(link, pending, hold, failure, newUntold, intent, rejected);
    }

    /**
     * Gives everything that failed for the worker at this target, each of which is tried again and listed by itself (rule S3).
     *
     * @return what failed, empty if nothing did
     */
    public List<Failure> failures() {
        return Stream.concat(failure.stream(), untold.stream()).toList();
    }

    /**
     * Copies this state with another intent.
     *
     * @param newIntent what is about to be done, or empty for nothing
     * @return the changed state
     */
    public AccountState withIntent(Optional<Intent> newIntent) {
        return new AccountState(link, pending, hold, failure, untold, newIntent, rejected);
    }

    /**
     * Copies this state with other rejections.
     *
     * @param newRejected the ids of accounts that are not this worker's
     * @return the changed state
     */
    public AccountState withRejected(Set<String> newRejected) {
        return new AccountState(link, pending, hold, failure, untold, intent, newRejected);
    }
}
