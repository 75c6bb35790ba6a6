package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One thing in which a target differs from what the engine would make of it for a worker (rule H4). Holds values of the
 * person: shown, never logged.
 *
 * @param worker the worker
 * @param target the target's name
 * @param account the account that was compared, where there is one
 * @param login its login
 * @param kind how it differs
 * @param decision where the worker stands by the rules
 * @param rule the rule that makes the difference
 * @param reason why, in words
 * @param attributes for {@link DifferenceKind#VALUES}: what the target has before, what the mapping row gives after, and
 *     the row's expression
 * @param missingGroups the groups that the account should be in and is not
 * @param extraGroups the groups that the account is in and should not be
 */
@Value.Builder
public record ShadowDifference(
        WorkerRef worker,
        String target,
        Optional<AccountRef> account,
        Optional<String> login,
        DifferenceKind kind,
        Decision decision,
        String rule,
        String reason,
        List<AttributeChange> attributes,
        List<String> missingGroups,
        List<String> extraGroups) {

    /** Copies the lists. */
    public ShadowDifference {
        attributes = List.copyOf(attributes);
        missingGroups = List.copyOf(missingGroups);
        extraGroups = List.copyOf(extraGroups);
    }

    /**
     * Starts with what every difference has.
     *
     * @param worker the worker
     * @param target the target's name
     * @param kind how it differs
     * @param decision where the worker stands
     * @return a builder
     */
    public static ShadowDifferenceBuilder builder(
            WorkerRef worker, String target, DifferenceKind kind, Decision decision) {
        return new ShadowDifferenceBuilder()
                .worker(worker)
                .target(target)
                .kind(kind)
                .decision(decision);
    }

    /** Names the worker and the kind, and prints no value. */
    @Override
    public String toString() {
        return "ShadowDifference[" + kind + " of " + worker + " at " + target + ", " + rule + "]";
    }
}
