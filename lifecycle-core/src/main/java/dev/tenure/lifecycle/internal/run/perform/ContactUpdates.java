package dev.tenure.lifecycle.internal.run.perform;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.apply.Backoff;
import dev.tenure.lifecycle.internal.apply.Doubt;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.internal.writeback.ContactDifference;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.Worker;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells HR of contact data that a target owns, when the rules ask for it (part F). */
public final class ContactUpdates {

    private final LifecyclePolicy policy;
    private final Map<String, HrSource> sources;
    private final LifecycleStore store;
    private final InstantSource clock;
    private final Session session;
    private final Set<String> attributes;

    public ContactUpdates(
            LifecyclePolicy policy,
            Map<String, HrSource> sources,
            LifecycleStore store,
            InstantSource clock,
            Session session) {
        this.policy = policy;
        this.sources = sources;
        this.store = store;
        this.clock = clock;
        this.session = session;
        this.attributes = ContactDifference.attributes(policy.writeBack());
    }

    /** F2 says whether a change, once it is made, is one that HR is told of. */
    public boolean follow(Change change, Subject subject, TargetBinding binding) {
        if (policy.writeBack().isEmpty()) {
            return false;
        }
        boolean created = change.kind() == ChangeKind.CREATE
                ? policy.writeBackOnCreate()
                : change.kind() == ChangeKind.UPDATE && followMade(subject, binding);
        boolean updated = change.kind() == ChangeKind.UPDATE
                && change.attributes().stream().anyMatch(attribute -> attributes.contains(attribute.attribute()));
        return created || updated;
    }

    /**
     * F1: HR need not know for this worker what an account holds that was another's, or nobody's, before; it is told once the
     * account is as it is to be, before the memberships.
     */
    boolean followLink(List<Step> steps, int index) {
        return policy.writeBackOnCreate()
                && !policy.writeBack().isEmpty()
                && steps.stream().anyMatch(step -> step.change().kind() == ChangeKind.LINK)
                && steps.subList(index + 1, steps.size()).stream().allMatch(ContactUpdates::isMembership)
                && !isMembership(steps.get(index));
    }

    private static boolean isMembership(Step step) {
        return step.change().kind() == ChangeKind.MEMBER_ADD || step.change().kind() == ChangeKind.MEMBER_REMOVE;
    }

    /**
     * F2, S4: so is the create of a run that was cut off, once the account has what HR says. Of who is gone or has ended HR
     * is told nothing.
     */
    boolean followMade(Subject subject, TargetBinding binding) {
        return subject.isMade(binding.name())
                && subject.worker().isPresent()
                && subject.state().hasAccess()
                && policy.writeBackOnCreate()
                && !policy.writeBack().isEmpty();
    }

    /**
     * Writes what an earlier run could not write, or was cut off before it did: the latter only once the account has what
     * HR says, lest HR be told what it has just changed. What this look has told already is not told twice.
     *
     * @param next what comes next for the worker
     */
    WorkerState catchUp(
            Subject subject, TargetBinding binding, WorkerState state, boolean sent, Optional<ChangeKind> next) {
        AccountState known = state.at(binding.name());
        Optional<Failure> untold = subject.at(binding.name()).untold();
        boolean failedBefore = untold.isPresent() && known.untold().equals(untold);
        boolean owed = sent && binding.touched().tells(Doubt.of(known));
        return failedBefore || owed
                ? writeBack(subject, binding, state.with(binding.name(), known.withUntold(Optional.empty())), next)
                : state;
    }

    /** F1: tells HR of contact data that the target owns: somebody changed it there, and the engine did not change it back. */
    public WorkerState tell(Subject subject, TargetBinding binding, WorkerState state, Set<String> own) {
        boolean wanted = !own.isEmpty() && subject.state().hasAccess();
        return wanted
                ? write(subject, binding, state, own, state.at(binding.name()).intent())
                : state;
    }

    /** Writes whatever differs for a worker; the intent to do so is over then, and the next one counts. */
    WorkerState writeBack(Subject subject, TargetBinding binding, WorkerState state, Optional<ChangeKind> next) {
        Optional<Intent> then = after(state.at(binding.name()), binding, next);
        WorkerState told = write(subject, binding, state, attributes, then);
        return told.with(binding.name(), told.at(binding.name()).withIntent(then));
    }

    /** S4: what is in doubt beside the telling stays so. */
    private Optional<Intent> after(AccountState known, TargetBinding binding, Optional<ChangeKind> next) {
        Fingerprint open = Doubt.of(known);
        return binding.touched().tells(open)
                ? Doubt.open(next, open.without(binding.touched().telling()), session.id(), session.now())
                : known.intent();
    }

    /** Writes whatever differs for a worker, and leaves an open intent to do so as it is. */
    public WorkerState force(Subject subject, TargetBinding binding, WorkerState state) {
        return write(
                subject, binding, state, attributes, state.at(binding.name()).intent());
    }

    private WorkerState write(
            Subject subject, TargetBinding binding, WorkerState state, Set<String> only, Optional<Intent> then) {
        Optional<ContactWriteBack> ability =
                Optional.ofNullable(sources.get(subject.ref().source())).flatMap(HrSource::writeBack);
        AccountState known = state.at(binding.name());
        boolean open = known.link()
                .filter(link -> link.status() != AccountStatus.DEACTIVATED)
                .isPresent();
        if (policy.writeBack().isEmpty()
                || ability.isEmpty()
                || subject.worker().isEmpty()
                || !open) {
            return state;
        }
        Worker worker = subject.worker().get();
        Map<ContactField, String> values;
        try {
            values = ContactDifference.between(
                    attributesOf(binding, known.link().orElseThrow()),
                    worker.attributes(),
                    only,
                    ability.get().fields());
        } catch (CredentialsRejected rejected) {
            throw rejected;
        } catch (ConnectorException problem) {
            // One account that cannot be read is one failure, and stops nobody else (S3).
            return failed(change(worker, Map.of()), subject, binding, state, problem, Optional.empty(), then);
        }
        if (values.isEmpty()) {
            return state;
        }
        Optional<Long> hash = Optional.of(binding.diff().hash(AttributeValue.of(new TreeMap<>(values).toString())));
        Optional<Failure> last = subject.at(binding.name()).untold();
        if (isPointless(last, hash)) {
            if (session.tries().failedInThisRun(subject.ref(), telling(binding))) {
                // An earlier look of this run was refused it.
                session.tries().failed(subject.ref(), subject.ref().source());
            }
            return state.with(
                    binding.name(), state.at(binding.name()).withIntent(then).withUntold(last));
        }
        return write(worker, subject, binding, ability.get(), values, hash, state, then);
    }

    /**
     * S3: what HR refuses as invalid, or refused so often that it waits, is tried again when it is something else, by a full
     * import, or when a person asks.
     */
    private boolean isPointless(Optional<Failure> last, Optional<Long> hash) {
        return session.kind() != ImportKind.FULL
                && session.kind() != ImportKind.BY_HAND
                && last.filter(failure -> failure.value().equals(hash))
                        .filter(failure -> failure.kind() == FailureKind.INVALID_VALUE || isBackedOff(failure))
                        .isPresent();
    }

    private boolean isBackedOff(Failure failure) {
        return failure.retryAt().filter(at -> at.isAfter(session.now())).isPresent();
    }

    private static Attributes attributesOf(TargetBinding binding, Link link) {
        return binding.target().get(List.of(link.account())).stream()
                .findFirst()
                .map(Account::attributes)
                .orElse(Attributes.empty());
    }

    private WorkerState write(
            Worker worker,
            Subject subject,
            TargetBinding binding,
            ContactWriteBack ability,
            Map<ContactField, String> values,
            Optional<Long> hash,
            WorkerState state,
            Optional<Intent> then) {
        Change change = change(worker, values);
        try {
            ability.write(worker, values);
        } catch (ConnectorException problem) {
            return failed(change, subject, binding, state, problem, hash, then);
        }
        AccountState known = state.at(binding.name());
        AccountState after = known.withIntent(then).withUntold(Optional.empty());
        return save(change, entry(change, OutcomeKind.APPLIED, change.reason()), binding, state, after);
    }

    private WorkerState failed(
            Change change,
            Subject subject,
            TargetBinding binding,
            WorkerState state,
            ConnectorException problem,
            Optional<Long> hash,
            Optional<Intent> then) {
        String message = String.valueOf(problem.getMessage());
        Optional<Failure> last = session.tries()
                .before(
                        subject.ref(),
                        telling(binding),
                        subject.at(binding.name()).untold());
        session.tries().replaced(subject.ref(), telling(binding), last);
        int attempts = last.map(Failure::attempts).orElse(0) + 1;
        AccountState after = state.at(binding.name())
                .withIntent(then)
                .withUntold(Optional.of(new Failure(
                        ChangeKind.WRITE_BACK,
                        problem.kind(),
                        message,
                        attempts,
                        last.map(Failure::firstAt).orElse(session.now()),
                        session.now(),
                        Backoff.retryAt(attempts, session.now()),
                        hash)));
        return save(change, entry(change, OutcomeKind.FAILED, message), binding, state, after);
    }

    /** What fails at the target itself is another try. */
    private static String telling(TargetBinding binding) {
        return binding.name() + " to HR";
    }

    private WorkerState save(
            Change change, JournalEntry entry, TargetBinding binding, WorkerState state, AccountState after) {
        store.save(StoreUpdate.of(state.with(binding.name(), after), List.of(entry)));
        session.changed(change, entry);
        return state.with(binding.name(), after).withVersion(state.version() + 1);
    }

    private static Change change(Worker worker, Map<ContactField, String> values) {
        List<AttributeChange> changes = new ArrayList<>();
        values.forEach((field, value) ->
                changes.add(new AttributeChange(name(field), Optional.empty(), AttributeValue.of(value), "")));
        return Change.builder(
                        ChangeKind.WRITE_BACK,
                        worker.ref().source(),
                        "F1",
                        "the target owns this contact data and HR has another")
                .worker(worker.ref())
                .attributes(changes)
                .build();
    }

    private static String name(ContactField field) {
        return switch (field) {
            case WORK_EMAIL -> "workEmail";
            case HOME_EMAIL -> "homeEmail";
            case WORK_PHONE -> "workPhone";
            case HOME_PHONE -> "homePhone";
            case MOBILE_PHONE -> "mobilePhone";
        };
    }

    private JournalEntry entry(Change change, OutcomeKind outcome, String reason) {
        return JournalEntry.of(change, session.id(), clock.instant(), outcome, reason);
    }
}
