package dev.tenure.lifecycle.account;

import java.util.Set;

/**
 * That an account belongs to a worker, and what the engine knows to be so of it.
 *
 * @param account the account
 * @param status its status, as last seen or made
 * @param sent what was last sent to it
 * @param groups the ids, at the target, of the groups that the engine put it in
 */
public record Link(AccountRef account, AccountStatus status, Fingerprint sent, Set<String> groups) {

    /** Copies the set. */
    public Link {
        groups = Set.copyOf(groups);
    }

    /**
     * Copies this link with another status.
     *
     * @param newStatus the status that the account has now
     * @return the changed link
     */
    public Link withStatus(AccountStatus newStatus) {
        return new Link(account, newStatus, sent, groups);
    }

    /**
     * Copies this link after something was sent.
     *
     * @param newSent what the account was last sent
     * @return the changed link
     */
    public Link withSent(Fingerprint newSent) {
        return new Link(account, status, newSent, groups);
    }

    /**
     * Copies this link after memberships changed.
     *
     * @param newGroups the ids of the groups that the engine put the account in
     * @return the changed link
     */
    public Link withGroups(Set<String> newGroups) {
        return new Link(account, status, sent, newGroups);
    }
}
