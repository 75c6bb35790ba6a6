/**
 * Okta as a target of accounts: users, their lifecycle, groups and memberships over Okta's REST API. Takes what the engine
 * applies and gives {@link dev.tenure.lifecycle.account.Account}s.
 */
@NullMarked
package dev.tenure.okta;

import org.jspecify.annotations.NullMarked;
