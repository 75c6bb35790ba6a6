package dev.tenure.lifecycle.internal.run.perform;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.internal.plan.AccountPlan;
import dev.tenure.lifecycle.internal.run.assemble.SubjectPlan;
import dev.tenure.lifecycle.internal.run.session.Ledger;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.subject.Situations;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.report.Rules;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Optional;

/** Notes for a worker at a target what needs no call: what was seen, what is over, and what a person is asked. */
final class Observations {

    private final Session session;
    private final Ledger ledger;

    Observations(Session session, Ledger ledger) {
        this.session = session;
        this.ledger = ledger;
    }

    /**
     * Notes what is over because this run looks at it anew. What a run that was cut off meant to do, and what is so by now,
     * was made: it goes into the journal, which that run could not write any more (rules S4, S6).
     *
     * @param open what stays open after the look; it is saved together with the link
     */
    WorkerState note(
            SubjectPlan plan, String target, SubjectPlan.TargetPlan todo, WorkerState state, Optional<Intent> open) {
        WorkerRef worker = plan.subject().ref();
        Subject subject = plan.subject();
        AccountState known = state.at(target);
        WorkerState ready = cutOff(
                worker, target, known, todo, subject, state.with(target, prepared(subject, target, todo, known, open)));
        return held(worker, target, todo.plan().held(), asked(worker, target, known, todo, ready));
    }

    private WorkerState cutOff(
            WorkerRef worker,
            String target,
            AccountState known,
            SubjectPlan.TargetPlan todo,
            Subject subject,
            WorkerState ready) {
        boolean isMade = subject.isMade(target);
        boolean looked = isMade || isLookedAt(subject, target, todo, known);
        Optional<ChangeKind> made = known.intent()
                .map(Intent::change)
                .filter(kind ->
                        looked && (kind == ChangeKind.CREATE ? isMade : isDone(kind, known, ready.at(target), todo)));
        if (made.isEmpty()) {
            return ready;
        }
        Change change = Ledger.cutOff(made.get(), target, worker, known.link().map(Link::account));
        JournalEntry entry = ledger.entry(change, OutcomeKind.ALREADY_SO, change.reason());
        WorkerState saved = ledger.save(ready, List.of(entry));
        session.changed(change, entry);
        return saved;
    }

    /** S6: that a person is asked is in the journal once, however often it is seen again. */
    private WorkerState asked(
            WorkerRef worker, String target, AccountState known, SubjectPlan.TargetPlan todo, WorkerState ready) {
        Optional<Pending> asked = ready.at(target).pending();
        boolean heldInstead = !todo.plan().held().isEmpty();
        if (asked.isEmpty() || asked.equals(known.pending()) || heldInstead) {
            return ready;
        }
        PendingReason why = asked.get().why();
        ChangeKind kind = switch (why) {
            case NEW -> ChangeKind.CREATE;
            case EXACT_MATCH, PARTIAL_MATCH -> ChangeKind.LINK;
            case REACTIVATION -> ChangeKind.REACTIVATE;
            case CONFLICT -> known.link().isPresent() ? ChangeKind.UPDATE : ChangeKind.CREATE;
        };
        Change change = Change.builder(kind, target, Rules.of(why), Rules.inWords(why))
                .worker(worker)
                .account(asked.get().account())
                .build();
        return ledger.save(ready, List.of(ledger.entry(change, OutcomeKind.PENDING, change.reason())));
    }

    /** S6: so is a login or e-mail that is not sent, since another account has it; its name and not its value (rule E10). */
    private WorkerState held(WorkerRef worker, String target, List<AttributeChange> held, WorkerState ready) {
        if (held.isEmpty()) {
            return ready;
        }
        Change change = Change.builder(ChangeKind.UPDATE, target, "E10", "its new value belongs to another account")
                .worker(worker)
                .account(ready.at(target).link().map(Link::account))
                .attributes(held)
                .build();
        return ledger.save(ready, List.of(ledger.entry(change, OutcomeKind.HELD, change.reason())));
    }

    /**
     * Whether the target is seen to be as it was meant to become. That nobody wants it any more does not make it so; and what
     * cannot be seen, such as a membership, is called for again and said then.
     */
    private static boolean isDone(
            ChangeKind intended, AccountState known, AccountState seen, SubjectPlan.TargetPlan todo) {
        return switch (intended) {
            case UPDATE -> !isSent(known, todo) && isSent(seen, todo);
            // What is deleted counts as deactivated (see Assembler).
            case DEACTIVATE, DELETE -> hasStatus(seen, AccountStatus.DEACTIVATED);
            // Of an account that was never open nothing can be suspended but all of it.
            case SUSPEND -> hasStatus(seen, AccountStatus.SUSPENDED) || hasStatus(seen, AccountStatus.DEACTIVATED);
            case REACTIVATE, UNSUSPEND -> hasStatus(seen, AccountStatus.ACTIVE);
            default -> false;
        };
    }

    private static boolean hasStatus(AccountState account, AccountStatus status) {
        return account.link().map(Link::status).filter(status::equals).isPresent();
    }

    /** What is noted without a call, and what is over because this run looks at it anew. */
    private AccountState prepared(
            Subject subject, String target, SubjectPlan.TargetPlan todo, AccountState known, Optional<Intent> open) {
        if (todo.keepFailure()) {
            return known;
        }
        AccountPlan plan = todo.plan();
        AccountState state = known.withLink(known.link().map(plan::note))
                .withFailure(todo.fault().or(() -> unclosed(known, todo)))
                .withPending(plan.pending()
                        .map(question -> pending(known, question))
                        .or(() -> links(plan) ? known.pending() : Optional.empty()));
        if (todo.closings().isEmpty()) {
            state = state.withHold(Optional.empty());
        }
        if (subject.isMade(target)) {
            return state.withIntent(open);
        }
        if (subject.state().hasAccess()
                && Situations.isStillToOpen(known)
                && Situations.isStillToOpen(known.withLink(state.link()))) {
            Fingerprint doubt = open.map(Intent::keys).orElse(Fingerprint.none());
            return state.withIntent(Optional.of(new Intent(ChangeKind.REACTIVATE, session.id(), session.now(), doubt)));
        }
        return isLookedAt(subject, target, todo, known) ? state.withIntent(open) : state;
    }

    /** A create that is not to be made any more, or was found not to be made, is over; one that is made again is not. */
    private static boolean isLookedAt(Subject subject, String target, SubjectPlan.TargetPlan todo, AccountState known) {
        boolean creates =
                todo.plan().steps().stream().anyMatch(step -> step.change().kind() == ChangeKind.CREATE);
        boolean wasCreate = known.intent()
                .filter(intent -> intent.change() == ChangeKind.CREATE)
                .isPresent();
        return !todo.keepFailure() && subject.unknown(target).isEmpty() && !(creates && wasCreate);
    }

    /** S1, S4: that a closing was let through and failed is known until it is made, since it may wait long for its turn. */
    private static Optional<Failure> unclosed(AccountState known, SubjectPlan.TargetPlan todo) {
        return todo.closings().isEmpty()
                ? Optional.empty()
                : known.failure().filter(failure -> failure.change().takesAccess());
    }

    private static boolean links(AccountPlan plan) {
        return plan.steps().stream().anyMatch(step -> step.change().kind() == ChangeKind.LINK);
    }

    private Pending pending(AccountState known, AccountPlan.Question question) {
        boolean same = known.pending()
                .filter(before ->
                        before.why() == question.why() && before.account().equals(question.account()))
                .isPresent();
        return same ? known.pending().get() : new Pending(question.why(), question.account(), session.now());
    }

    /** Whether the account is known to have what HR says now. */
    static boolean isSent(AccountState known, SubjectPlan.TargetPlan todo) {
        return known.link()
                .map(link -> link.sent().whole())
                .filter(sent -> todo.profileHash().filter(sent::equals).isPresent())
                .isPresent();
    }
}
