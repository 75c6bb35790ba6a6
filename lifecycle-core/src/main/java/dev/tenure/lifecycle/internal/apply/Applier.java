package dev.tenure.lifecycle.internal.apply;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.target.IdentityTarget;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Carries out one change of an account: intent, call, outcome and journal, so that a run that is cut off anywhere can be
 * taken up again (rules S3, S4, S6). Safe for use by several threads, for different workers.
 */
public final class Applier {

    private final IdentityTarget target;
    private final LifecycleStore store;
    private final InstantSource clock;
    private final Retries retries;
    private final String run;
    private final TargetCall calls;

    /**
     * Prepares the changes of a run at a target.
     *
     * @param target the target
     * @param store where intents and outcomes go
     * @param clock the host's clock
     * @param retries how calls are tried again
     * @param run the run
     */
    public Applier(IdentityTarget target, LifecycleStore store, InstantSource clock, Retries retries, String run) {
        this.target = target;
        this.store = store;
        this.clock = clock;
        this.retries = retries;
        this.run = run;
        this.calls = new TargetCall(target);
    }

    /**
     * How a change is carried out.
     *
     * @param groupNames the names of the worker's provisioning groups, for an account that is made
     * @param lastFailure what failed before for this worker, so that repeated failures are told from new ones
     * @param profileHash the keyed hash of the mapped profile, kept with a value that the target refuses
     * @param keys what is kept with the intent: for a create the keyed hashes of the keys that it is sent with, for any other
     *     change those of what it is about
     * @param success what the change makes of the link once it has succeeded
     * @param owed what is open once the change is made, or may be made, until something else is done: that HR is to be told
     * @param next what comes next for the worker: its intent is saved together with this outcome, so that a run that is
     *     cut off in between is taken up again
     * @param finish what else is saved together with the outcome, whatever it is
     */
    public record Manner(
            List<String> groupNames,
            Optional<Failure> lastFailure,
            Optional<Long> profileHash,
            Fingerprint keys,
            Fingerprint owed,
            BiFunction<Optional<Link>, Optional<Account>, Link> success,
            Optional<ChangeKind> next,
            UnaryOperator<WorkerState> finish) {}

    /**
     * Carries out a change.
     *
     * @param state the worker as stored
     * @param change what to do
     * @param manner how
     * @return what became of it
     * @throws CredentialsRejected if the target does not accept the credentials, so that nothing else will work
     * @throws dev.tenure.lifecycle.store.StaleStateException if another run saved the worker in the meantime
     */
    public Applied apply(WorkerState state, Change change, Manner manner) {
        Attempt attempt = new Attempt(state);
        // Another account has nothing of what is in doubt of the one before.
        Fingerprint doubt = change.kind() == ChangeKind.CREATE ? Fingerprint.none() : Doubt.of(state.at(target.name()));
        if (change.kind() != ChangeKind.LINK) {
            attempt.state = noteIntent(state, change, manner, doubt);
        }
        try {
            Optional<Account> account = retries.call(() -> calls.make(change, manner.groupNames()), later -> {
                attempt.mayHaveActed |= later.mayHaveActed();
                if (change.kind() == ChangeKind.CREATE) {
                    // For how long the account may be missing counts from the last try.
                    attempt.state = noteIntent(attempt.state, change, manner, doubt);
                }
                return attempt.mayHaveActed
                        ? calls.makeAgain(change, manner.groupNames(), there -> mayBeMade(there, state))
                        : calls.make(change, manner.groupNames());
            });
            return succeeded(attempt.state, change, manner, account, doubt);
        } catch (CredentialsRejected rejected) {
            failed(attempt, change, manner, rejected, doubt);
            throw rejected;
        } catch (ConnectorException problem) {
            attempt.mayHaveActed |= problem.mayHaveActed() || isOwnConflict(problem, state, change, manner);
            boolean looks = change.kind() == ChangeKind.CREATE && attempt.mayHaveActed;
            Optional<Account> there = looks ? madeAfterAll(change, state) : Optional.empty();
            return there.isPresent()
                    ? succeeded(attempt.state, change, manner, there, doubt)
                    : failed(attempt, change, manner, problem, doubt);
        }
    }

    /** A change on its way. */
    private static final class Attempt {

        private final WorkerState before;
        private WorkerState state;

        /** Whatever becomes of a call that is made again, the one before may have acted. */
        private boolean mayHaveActed;

        Attempt(WorkerState before) {
            this.before = before;
            this.state = before;
        }
    }

    private WorkerState noteIntent(WorkerState state, Change change, Manner manner, Fingerprint doubt) {
        // A create is found again by just these keys.
        Fingerprint open = change.kind() == ChangeKind.CREATE ? Fingerprint.none() : doubt.with(manner.owed());
        Intent intent =
                new Intent(change.kind(), run, clock.instant(), manner.keys().with(open));
        return save(state.with(target.name(), state.at(target.name()).withIntent(Optional.of(intent))), List.of());
    }

    /** What refuses a create may be the account that the same one made in a run before, of which nobody has heard yet (S4). */
    private boolean isOwnConflict(ConnectorException problem, WorkerState before, Change change, Manner manner) {
        return problem instanceof Conflict
                && change.kind() == ChangeKind.CREATE
                && before.at(target.name())
                        .intent()
                        .filter(open -> open.change() == ChangeKind.CREATE
                                && open.keys().equals(manner.keys()))
                        .isPresent();
    }

    /** Not one that somebody else has, or of which a person said that it is not the worker's (rules E8, E10). */
    private boolean mayBeMade(Account account, WorkerState state) {
        return !state.at(target.name()).rejected().contains(account.ref().id())
                && store.owners(List.of(account.ref())).isEmpty();
    }

    /** Looks at once, as long as the worker has the login that was sent: by the next run it may be another one (S4). */
    private Optional<Account> madeAfterAll(Change change, WorkerState state) {
        try {
            return calls.madeAfterAll(change, account -> mayBeMade(account, state));
        } catch (ConnectorException stillDown) {
            return Optional.empty();
        }
    }

    private Applied succeeded(
            WorkerState state, Change change, Manner manner, Optional<Account> account, Fingerprint doubt) {
        AccountState before = state.at(target.name());
        Link link = manner.success().apply(before.link(), account);
        // Of an account that is gone nothing is in doubt.
        Fingerprint rest = change.kind() == ChangeKind.DELETE
                ? Fingerprint.none()
                : doubt.without(manner.keys()).with(manner.owed());
        AccountState after =
                before.withLink(Optional.of(link)).withIntent(Doubt.open(manner.next(), rest, run, clock.instant()));
        if (change.kind().takesAccess()) {
            after = after.withHold(Optional.empty())
                    .withFailure(
                            after.failure().filter(failure -> !failure.change().takesAccess()));
        }
        // S6: an account that was made has its id only now.
        JournalEntry entry = JournalEntry.builder()
                .from(entry(change, OutcomeKind.APPLIED, change.reason()))
                .account(change.account().orElse(link.account()))
                .build();
        WorkerState saved = save(manner.finish().apply(state.with(target.name(), after)), List.of(entry));
        return new Applied(saved, entry, Optional.empty());
    }

    private Applied failed(
            Attempt attempt, Change change, Manner manner, ConnectorException problem, Fingerprint doubt) {
        AccountState known = attempt.state.at(target.name());
        Failure failure = failure(manner.lastFailure(), change, manner, problem);
        AccountState after = known.withFailure(Optional.of(failure));
        if (change.kind().takesAccess()) {
            // It was let through (S1): from now on it is something that failed, and not something that is held.
            after = after.withHold(Optional.empty());
        }
        // Whether a call whose answer was lost has acted is found out by looking, so its intent stays (S4).
        if (!attempt.mayHaveActed) {
            after = after.withIntent(asBefore(attempt, change, problem, doubt));
        } else if (change.kind() == ChangeKind.CREATE) {
            after = after.withIntent(after.intent().map(this::asOfNow));
        }
        JournalEntry entry = entry(change, OutcomeKind.FAILED, failure.message());
        WorkerState saved = save(manner.finish().apply(attempt.state.with(target.name(), after)), List.of(entry));
        return new Applied(saved, entry, Optional.of(problem));
    }

    /**
     * What is open after a call that did nothing: what was before it. A refusal ends an older create, too, since the look before
     * it found none; after one that was turned away the next run looks again.
     */
    private Optional<Intent> asBefore(Attempt attempt, Change change, ConnectorException problem, Fingerprint doubt) {
        boolean isRefusal =
                problem.kind() != FailureKind.RETRY_LATER && problem.kind() != FailureKind.PROTOCOL_VIOLATION;
        return change.kind() == ChangeKind.CREATE && !isRefusal
                ? attempt.before.at(target.name()).intent().filter(open -> open.change() == ChangeKind.CREATE)
                : Doubt.open(Optional.empty(), doubt, run, clock.instant());
    }

    /** For how long the account may be missing counts from the end of a call that may have waited long before it was sent. */
    private Intent asOfNow(Intent create) {
        return new Intent(create.change(), create.run(), clock.instant(), create.keys());
    }

    private Failure failure(Optional<Failure> last, Change change, Manner manner, ConnectorException problem) {
        Instant now = clock.instant();
        int attempts = last.map(Failure::attempts).orElse(0) + 1;
        Instant first = last.map(Failure::firstAt).orElse(now);
        Optional<Instant> retryAt = Backoff.retryAt(attempts, now);
        String message = problem.getMessage() == null ? problem.kind().name() : problem.getMessage();
        return new Failure(change.kind(), problem.kind(), message, attempts, first, now, retryAt, manner.profileHash());
    }

    private JournalEntry entry(Change change, OutcomeKind outcome, String reason) {
        return JournalEntry.of(change, run, clock.instant(), outcome, reason);
    }

    private WorkerState save(WorkerState state, List<JournalEntry> entries) {
        store.save(StoreUpdate.of(state, entries));
        return state.withVersion(state.version() + 1);
    }
}
