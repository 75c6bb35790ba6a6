package dev.tenure.lifecycle.internal.run.assemble;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.plan.AccountPlan;
import dev.tenure.lifecycle.internal.plan.Step;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done for one worker at all targets.
 *
 * @param subject the worker
 * @param targets what is to be done, by the target's name
 */
public record SubjectPlan(Subject subject, Map<String, TargetPlan> targets) {

    public TargetPlan at(String target) {
        TargetPlan plan = targets.get(target);
        if (plan == null) {
            throw new IllegalArgumentException("Nothing is planned at a target named " + target);
        }
        return plan;
    }

    /** Whether a person is asked this about the worker, at any target. */
    public boolean asks(PendingReason reason) {
        for (TargetPlan todo : targets.values()) {
            if (todo.plan().pending().isPresent() && todo.plan().pending().get().why() == reason) {
                return true;
            }
        }
        return false;
    }

    /** Whether a system is called for the worker, or one that was cut off is looked into: of most not, so that it is quick. */
    public boolean callsSystems() {
        for (TargetPlan todo : targets.values()) {
            if (!todo.plan().steps().isEmpty()) {
                return true;
            }
        }
        if (subject.stored().isPresent()) {
            for (AccountState account : subject.stored().get().accounts().values()) {
                if (account.intent().isPresent() || !account.failures().isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is done at which target: what plans have in common that wait for the same limits. */
    public Set<Call> calls() {
        Set<Call> calls = new HashSet<>();
        targets.forEach((target, todo) -> todo.plan()
                .steps()
                .forEach(step -> calls.add(new Call(target, step.change().kind()))));
        return calls;
    }

    /**
     * A kind of call.
     *
     * @param target the target's name
     * @param kind what is done there
     */
    record Call(String target, ChangeKind kind) {}

    /** Whether something refers to a worker who has no account yet. */
    public boolean waitsForAnother() {
        for (TargetPlan todo : targets.values()) {
            if (todo.fault().isPresent() && todo.fault().get().kind() == FailureKind.REFERENCE_MISSING) {
                return true;
            }
        }
        return false;
    }

    /**
     * What is to be done for one worker at one target.
     *
     * @param plan the plan
     * @param transfer that the account comes over from another worker first
     * @param ungated whether the closing is made at once and does not count in the safeguard (D2)
     * @param fault what keeps the worker from being handled at this target; recorded as its failure
     * @param keepFailure whether the failure that is stored stays as it is, because nothing is tried (S3)
     * @param lastFailure what failed before
     * @param profileHash the keyed hash of the mapped profile
     * @param groupNames the names of the worker's provisioning groups
     */
    public record TargetPlan(
            AccountPlan plan,
            Optional<Transfer> transfer,
            boolean ungated,
            Optional<Failure> fault,
            boolean keepFailure,
            Optional<Failure> lastFailure,
            Optional<Long> profileHash,
            List<String> groupNames) {

        /** What another record of the person decides: nothing is mapped or failed for this one. */
        static TargetPlan of(AccountPlan plan, boolean ungated) {
            return new TargetPlan(
                    plan,
                    Optional.empty(),
                    ungated,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        /** The same, with the status in which the account that the worker had was seen. */
        TargetPlan seeing(AccountStatus status) {
            return new TargetPlan(
                    plan.seeing(status), transfer, ungated, fault, keepFailure, lastFailure, profileHash, groupNames);
        }

        public List<Step> closings() {
            return plan.steps().isEmpty()
                    ? List.of()
                    : plan.steps().stream()
                            .filter(step -> step.change().kind().takesAccess())
                            .toList();
        }

        /** Whether any of these attributes is sent to an account that is there. */
        public boolean sendsAnyOf(Set<String> attributes) {
            return plan.steps().stream()
                    .map(Step::change)
                    .filter(change -> change.kind() == ChangeKind.UPDATE)
                    .flatMap(change -> change.attributes().stream())
                    .anyMatch(change -> attributes.contains(change.attribute()));
        }

        public List<Step> others() {
            return plan.steps().isEmpty()
                    ? List.of()
                    : plan.steps().stream()
                            .filter(step -> !step.change().kind().takesAccess())
                            .toList();
        }
    }

    /**
     * That an account changes hands (rules D2, E10).
     *
     * @param from the worker whose account it was
     * @param link the link as it comes over
     * @param ofLeaver whether it is to be had because that worker has ended (E10), and is not once the worker is back
     */
    public record Transfer(WorkerRef from, Link link, boolean ofLeaver) {}
}
