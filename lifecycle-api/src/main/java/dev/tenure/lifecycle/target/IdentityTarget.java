package dev.tenure.lifecycle.target;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.source.ConnectionReport;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A system that holds accounts. A connector implements this and passes the testkit's contract test. Calls block; a
 * connector may wait for its turn under a limit that it knows, and never repeats a call by itself: it throws
 * {@link dev.tenure.lifecycle.failure.RetryLater} with the instant that the system named. Every method may throw any
 * {@link dev.tenure.lifecycle.failure.ConnectorException}; one that was turned away before it did anything says so by
 * {@link dev.tenure.lifecycle.failure.ConnectorException#nothingDone}, and one of several calls of which a later one was turned
 * away does not. Where a later one is refused, {@link dev.tenure.lifecycle.failure.ConnectorException#afterDoing} says that
 * something was done. Safe for use by several threads.
 */
public interface IdentityTarget {

    /**
     * Names the target. The name is part of every {@link AccountRef} and must stay the same for as long as a store is
     * used with it.
     *
     * @return the name, not blank
     */
    String name();

    /**
     * Describes the target. May ask the system, once.
     *
     * @return what the target takes, by which attributes accounts are found, and what only one account may have
     */
    TargetDescription describe();

    /**
     * Tries what the present settings need and says what is wrong (rule N3).
     *
     * @return what was found; never throws for a problem of the connection
     */
    ConnectionReport test();

    /**
     * Reads accounts by reference, deactivated ones too, as they are now.
     *
     * @param accounts the accounts
     * @return those that exist, in any order
     */
    List<Account> get(Collection<AccountRef> accounts);

    /**
     * Finds accounts by key, deactivated ones too. What this returns is as current as a read by reference, but for new
     * accounts, which may be missing for as long as {@link TargetDescription#lag()} says.
     *
     * @param keys an account is found if it fits any of these
     * @return the accounts, each once, in any order
     */
    List<Account> find(Collection<AccountKey> keys);

    /**
     * Lists all accounts, deactivated ones too.
     *
     * @return the listing, to be closed by the caller
     */
    AccountPages accounts();

    /**
     * Makes an account and activates it, unless it is to stay closed until its owner starts: then its status is
     * {@link dev.tenure.lifecycle.account.AccountStatus#STAGED}, or active where the target knows no such thing. The engine
     * has looked for the account by key before; a second call for the same person is a conflict, not a second account.
     *
     * @param account what to make
     * @return the account as the target now has it, with what the target made of it
     * @throws dev.tenure.lifecycle.failure.Conflict if the login, or another value that is unique here, is taken
     * @throws dev.tenure.lifecycle.failure.InvalidValue if the target refuses a value
     */
    Account create(NewAccount account);

    /**
     * Sends what {@code delta} names and nothing else. Called again with the same delta it succeeds and changes nothing.
     *
     * @param account the account
     * @param delta what to set and what to clear
     * @return the account as the target now has it
     * @throws dev.tenure.lifecycle.failure.NotFound if there is no such account
     * @throws dev.tenure.lifecycle.failure.Conflict if a value that is unique here belongs to another account
     * @throws dev.tenure.lifecycle.failure.InvalidValue if the target refuses a value
     */
    Account update(AccountRef account, AttributeDelta delta);

    /**
     * Closes an account. One that is closed already is success.
     *
     * @param account the account
     * @throws dev.tenure.lifecycle.failure.NotFound if there is no such account
     */
    void deactivate(AccountRef account);

    /**
     * Opens a closed or staged account and returns when it can be updated. One that is active already is success.
     *
     * @param account the account
     * @throws dev.tenure.lifecycle.failure.NotFound if there is no such account
     */
    void reactivate(AccountRef account);

    /**
     * Blocks an account for the time being. One that is blocked already is success. A target that cannot suspend, or not
     * in the account's status, deactivates it.
     *
     * @param account the account
     * @throws dev.tenure.lifecycle.failure.NotFound if there is no such account
     */
    void suspend(AccountRef account);

    /**
     * Ends a block. An account that is not blocked is success.
     *
     * @param account the account
     * @throws dev.tenure.lifecycle.failure.NotFound if there is no such account
     */
    void unsuspend(AccountRef account);

    /**
     * Removes an account for good. One that is gone already is success.
     *
     * @param account the account
     */
    void delete(AccountRef account);

    /**
     * Gives the group operations.
     *
     * @return the ability, empty if this target has no groups
     */
    default Optional<GroupTarget> groups() {
        return Optional.empty();
    }

    /**
     * Gives the operations on places of accounts.
     *
     * @return the ability, empty if accounts of this target have no place
     */
    default Optional<PlaceTarget> places() {
        return Optional.empty();
    }

    /**
     * Gives the attributes that name another account by one of its keys.
     *
     * @return the ability, empty if this target has no such attribute
     */
    default Optional<ReferenceTarget> references() {
        return Optional.empty();
    }
}
