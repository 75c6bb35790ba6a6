package dev.tenure.activedirectory;

import dev.tenure.lifecycle.target.AccountPages;

/**
 * The accounts that changed since a moment, by whatever hand. Deleted ones are not among them.
 *
 * @param pages the accounts, to be closed by the caller
 * @param next what to ask with the next time, once all pages are read
 * @param complete whether these are all accounts, since the moment was not one of the domain controller that answers
 */
public record ChangedAccounts(AccountPages pages, String next, boolean complete) {}
