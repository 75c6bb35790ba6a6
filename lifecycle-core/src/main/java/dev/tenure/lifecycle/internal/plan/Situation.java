package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.account.Match;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.target.TargetGroup;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * All that planning is given about one worker at one target.
 *
 * @param worker the worker
 * @param decision what the rules make of the employment
 * @param endedBefore whether the worker had ended already when last decided, so that no profile change is sent (E3)
 * @param link the account that belongs to the worker
 * @param observed that account as read in this run, where it was read
 * @param gone whether it was looked for and is not there any more
 * @param match what fits, for a worker who is not linked
 * @param formerly the link of the worker who had the account that fits, and has ended (E10)
 * @param profile the mapped profile; empty where HR was not read, and only what the store knows counts
 * @param whole the keyed hash of the profile, where it was made already
 * @param drifted attributes that were changed at the target (E14)
 * @param inDoubt attributes that a call whose answer was lost may have changed, {@link PlaceMark#NAME} among them (S4)
 * @param groups the groups at the target that the worker is to be in; empty where they were not read
 * @param groupNames the names of the groups that the engine knows at the target, by id
 * @param doomedGroups ids of groups that this run deletes, of which no member is removed singly (G3)
 * @param adopted who was in the groups that this run adopted, by the group's id (G1)
 * @param groupsInDoubt ids of groups into or out of which a call whose answer was lost may have put the account (S4)
 * @param resumed whether a run was cut off, or failed, while it made the account and put it into its groups (S3, S4)
 * @param made whether a run before this one made the account and was cut off, or lost the answer (S4)
 * @param confirmed whether a person said yes to what was pending
 * @param tried whether the account was to be made before, so that nobody is asked for it once more (S3); not where a person
 *     has just rejected it (E8)
 * @param inScope whether the worker is one whom the target has accounts for
 * @param heldKeys key attributes that belong to another worker's account and are not to be sent (E10)
 * @param makesWay whether the profile has stand-ins for keys that another worker waits for (E10)
 * @param place where the target is to have the account; empty where it chooses (G6)
 * @param closedUntilStart whether an account that is made before the hire date stays closed until then
 */
@Value.Builder
public record Situation(
        WorkerRef worker,
        Decision decision,
        boolean endedBefore,
        Optional<Link> link,
        Optional<Account> observed,
        boolean gone,
        Match match,
        Optional<Link> formerly,
        Optional<Profile> profile,
        Optional<Long> whole,
        Set<String> drifted,
        Set<String> inDoubt,
        Optional<List<TargetGroup>> groups,
        Map<String, String> groupNames,
        Set<String> doomedGroups,
        Map<String, Set<AccountRef>> adopted,
        Set<String> groupsInDoubt,
        boolean resumed,
        boolean made,
        boolean confirmed,
        boolean tried,
        boolean inScope,
        Set<String> heldKeys,
        boolean makesWay,
        Optional<String> place,
        boolean closedUntilStart) {

    /** Copies the collections. */
    public Situation {
        drifted = Set.copyOf(drifted);
        inDoubt = Set.copyOf(inDoubt);
        adopted = Map.copyOf(adopted);
        groupsInDoubt = Set.copyOf(groupsInDoubt);
        groups = groups.map(List::copyOf);
        groupNames = Map.copyOf(groupNames);
        doomedGroups = Set.copyOf(doomedGroups);
        heldKeys = Set.copyOf(heldKeys);
    }

    /**
     * Starts with a worker and a decision, of whom nothing else is known.
     *
     * @param worker the worker
     * @param decision the decision
     * @return a builder
     */
    public static SituationBuilder builder(WorkerRef worker, Decision decision) {
        return new SituationBuilder()
                .worker(worker)
                .decision(decision)
                .endedBefore(false)
                .gone(false)
                .match(Match.none())
                .resumed(false)
                .made(false)
                .confirmed(false)
                .tried(false)
                .inScope(true)
                .makesWay(false)
                .closedUntilStart(false);
    }

    /** Whether the account stays closed until its owner starts. */
    boolean waitsForStart() {
        return closedUntilStart && decision.state() == LifecycleState.PRE_START;
    }

    /** Names the worker and says nothing of the person. */
    @Override
    public String toString() {
        return "Situation[" + worker + "]";
    }
}
