package dev.tenure.lifecycle.target;

import dev.tenure.lifecycle.account.AccountRef;

/** Places of accounts, such as the organizational units of a directory (rule G6): an ability that not every target has. */
public interface PlaceTarget {

    /**
     * Moves an account to a place. One that is there already is success. Its reference, profile, status and groups stay as
     * they are.
     *
     * @param account the account
     * @param place the place, in the target's own terms
     * @throws dev.tenure.lifecycle.failure.NotFound if there is no such account
     * @throws dev.tenure.lifecycle.failure.InvalidValue if there is no such place
     */
    void move(AccountRef account, String place);
}
