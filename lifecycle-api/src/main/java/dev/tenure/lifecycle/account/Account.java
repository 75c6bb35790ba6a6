package dev.tenure.lifecycle.account;

import dev.tenure.lifecycle.attribute.Attributes;

/**
 * An account as a target has it at one moment. Never stored.
 *
 * @param ref names the account
 * @param login the login, as the target has it
 * @param status whether it can be used
 * @param attributes its profile; what the target did not return is missing
 */
public record Account(AccountRef ref, String login, AccountStatus status, Attributes attributes) {

    /** Names the account and says nothing of the person. */
    @Override
    public String toString() {
        return "Account[" + ref + ", " + status + "]";
    }
}
