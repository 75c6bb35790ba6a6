package dev.tenure.lifecycle.plan;

import dev.tenure.lifecycle.account.AccountRef;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that waits for a person to decide.
 *
 * @param why what is asked
 * @param account the account in question, if there is one
 * @param since when it was first asked
 */
public record Pending(PendingReason why, Optional<AccountRef> account, Instant since) {}
