package dev.tenure.lifecycle.journal;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One line of what was done, held or refused: when, in which run, for which worker, on which account, what and why
 * (rule S6). Names attributes and holds no value.
 *
 * @param run the run
 * @param at when
 * @param kind what it was about
 * @param outcome what became of it
 * @param system the target; the source for a write-back
 * @param worker the worker; empty for a change of a group itself
 * @param account the account, where there is one
 * @param attributes the names of the attributes that were sent, or are held
 * @param group the name of the group
 * @param rule the rule that asked for it
 * @param reason why, in words; the message of the failure for one that failed
 */
@Value.Builder
public record JournalEntry(
        String run,
        Instant at,
        ChangeKind kind,
        OutcomeKind outcome,
        String system,
        Optional<WorkerRef> worker,
        Optional<AccountRef> account,
        List<String> attributes,
        Optional<String> group,
        String rule,
        String reason) {

    /** Copies the list. */
    public JournalEntry {
        attributes = List.copyOf(attributes);
    }

    /**
     * Says what became of a change. The names of its attributes are kept, and no value.
     *
     * @param change the change
     * @param run the run
     * @param at when
     * @param outcome what became of it
     * @param reason why, in words
     * @return the line
     */
    public static JournalEntry of(Change change, String run, Instant at, OutcomeKind outcome, String reason) {
        return new JournalEntry(
                run,
                at,
                change.kind(),
                outcome,
                change.system(),
                change.worker(),
                change.account(),
                change.attributes().stream().map(AttributeChange::attribute).toList(),
                change.group(),
                change.rule(),
                reason);
    }

    /**
     * Starts with nothing.
     *
     * @return a builder
     */
    public static JournalEntryBuilder builder() {
        return new JournalEntryBuilder();
    }
}
