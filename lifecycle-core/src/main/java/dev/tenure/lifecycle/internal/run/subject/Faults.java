package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.apply.Backoff;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.store.Failure;
import java.time.Instant;
import java.util.Optional;

/** Tells before anything is sent what keeps one worker from being handled, and whether trying is worthwhile (rule S3). */
public final class Faults {

    private final Session session;
    private final int quarantineAfter;
    private final Sourcing sourcing;

    public Faults(Session session, int quarantineAfter, Sourcing sourcing) {
        this.session = session;
        this.quarantineAfter = quarantineAfter;
        this.sourcing = sourcing;
    }

    /**
     * Whether a try would fail as the last one did.
     *
     * @param draft the worker at a target
     * @param last what failed last
     * @param hash the keyed hash of the mapped profile
     */
    public boolean isPointless(Draft draft, Optional<Failure> last, Optional<Long> hash) {
        return draft.subject().state().hasAccess()
                && session.kind() != ImportKind.BY_HAND
                && last.filter(failure -> failure.value().equals(hash) && isOver(failure) && !isClosing(failure))
                        .isPresent();
    }

    /** What could not be closed is not to be closed any longer where the worker has access. */
    private static boolean isClosing(Failure failure) {
        return failure.change() == ChangeKind.DEACTIVATE
                || failure.change() == ChangeKind.SUSPEND
                || failure.change() == ChangeKind.DELETE;
    }

    /** A refused value is tried again by a full import; who failed too often waits for other data or a person. */
    private boolean isOver(Failure failure) {
        return failure.attempts() >= quarantineAfter
                || (failure.kind() == FailureKind.INVALID_VALUE && session.kind() != ImportKind.FULL);
    }

    /**
     * A row of the mapping that fails for a worker, a reference that leads nowhere yet, or a create of which nobody can say
     * what came of it, fails this worker alone.
     */
    public Optional<Failure> of(Draft draft, TargetBinding binding, Optional<Failure> last) {
        Optional<Answer.Unknown> unknown = draft.subject().unknown(binding.name());
        if (unknown.isPresent()) {
            return waits(last, session) ? last : unknown.map(answer -> unanswered(answer, last));
        }
        if (draft.profile().isEmpty() || !draft.inScope()) {
            return Optional.empty();
        }
        boolean broken = !draft.profile().get().faults().isEmpty();
        // To whom somebody who has ended refers matters to nobody any more.
        boolean waits = !draft.unresolved().isEmpty() && draft.subject().state().hasAccess();
        if (!broken && !waits) {
            return missingGroup(draft, last);
        }
        String message = broken
                ? draft.profile().get().faults().get(0).message()
                : "refers to a worker who has no account yet: " + String.join(", ", draft.unresolved())
                        + "; it is completed when that worker arrives";
        return Optional.of(fault(
                draft.link().isPresent() ? ChangeKind.UPDATE : ChangeKind.CREATE,
                broken ? FailureKind.MAPPING : FailureKind.REFERENCE_MISSING,
                message,
                last,
                attempts(last),
                Optional.empty()));
    }

    /** S3: who is to be in a group that could not be made is looked at again, and is in it then. */
    private Optional<Failure> missingGroup(Draft draft, Optional<Failure> last) {
        if (draft.missingGroups().isEmpty() || isLeftAlone(draft, last)) {
            return Optional.empty();
        }
        int attempts = attempts(last);
        return Optional.of(fault(
                ChangeKind.MEMBER_ADD,
                FailureKind.RETRY_LATER,
                "is to be in a group that could not be made: " + String.join(", ", draft.missingGroups())
                        + "; it is put there when the group can be made",
                last,
                attempts,
                Backoff.retryAt(attempts, session.now())));
    }

    /** Whether somebody is to be in a group that could not be made: unlike one that is refused, without a profile's hash. */
    public static boolean isOfMissingGroup(Failure failure) {
        return failure.change() == ChangeKind.MEMBER_ADD
                && failure.kind() == FailureKind.RETRY_LATER
                && failure.value().isEmpty();
    }

    /** A6: an account that has its groups is not put into others. */
    private boolean isLeftAlone(Draft draft, Optional<Failure> last) {
        return sourcing == Sourcing.IMPORT_ONLY
                && draft.link().isPresent()
                && last.filter(failure -> failure.change() == ChangeKind.MEMBER_ADD)
                        .isEmpty();
    }

    /**
     * Whether it is too early to list a target once more for a create of which nobody could say what came of it: a listing
     * costs as much as a census, which a full import takes anyway, and a person who asks gets an answer.
     *
     * @param last what failed last
     * @param session the run
     */
    public static boolean waits(Optional<Failure> last, Session session) {
        return session.kind() != ImportKind.FULL
                && session.kind() != ImportKind.BY_HAND
                && last.filter(failure -> failure.change() == ChangeKind.CREATE)
                        .flatMap(Failure::retryAt)
                        .filter(at -> at.isAfter(session.now()))
                        .isPresent();
    }

    /** A look that comes too early is no further try, and puts nothing off for longer. */
    private Failure unanswered(Answer.Unknown answer, Optional<Failure> last) {
        int attempts = answer.until().isPresent() ? last.map(Failure::attempts).orElse(1) : attempts(last);
        Optional<Instant> retryAt = answer.until().or(() -> Backoff.retryAt(attempts, session.now()));
        return fault(ChangeKind.CREATE, answer.why(), answer.message(), last, attempts, retryAt);
    }

    private static int attempts(Optional<Failure> last) {
        return last.map(Failure::attempts).orElse(0) + 1;
    }

    private Failure fault(
            ChangeKind change,
            FailureKind kind,
            String message,
            Optional<Failure> last,
            int attempts,
            Optional<Instant> retryAt) {
        return new Failure(
                change,
                kind,
                message,
                attempts,
                last.map(Failure::firstAt).orElse(session.now()),
                session.now(),
                retryAt,
                Optional.empty());
    }
}
