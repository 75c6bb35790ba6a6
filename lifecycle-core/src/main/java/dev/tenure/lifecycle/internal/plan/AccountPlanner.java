package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.util.Optional;
import java.util.Set;

/**
 * Plans what is to be done for one worker at one target (parts E and G): who has an account is planned differently from who
 * has none. Pure; safe for use by several threads.
 */
public final class AccountPlanner {

    private final ProfileDiff diff;
    private final AtTheEnd atTheEnd;
    private final ProfileChanges changes;
    private final LinkedPlanner linked;
    private final UnlinkedPlanner unlinked;

    /**
     * Prepares the plans of a target.
     *
     * @param target the target's name
     * @param policy the policy
     * @param mapping the rows whose values the target gets
     * @param hashes makes the hashes
     * @param leaving what becomes of the account of a worker who ends: deactivate, suspend, delete, or empty for nothing
     * @param keyAttributes the attributes that identify an account
     */
    public AccountPlanner(
            String target,
            LifecyclePolicy policy,
            AttributeMapping mapping,
            Fingerprinter hashes,
            Optional<ChangeKind> leaving,
            Set<String> keyAttributes) {
        PlaceMark places = new PlaceMark(hashes);
        StepMaker steps = new StepMaker(target, policy, places);
        Memberships memberships = new Memberships(steps);
        this.diff = new ProfileDiff(mapping, policy.clearRemovedAttributes(), hashes);
        this.atTheEnd = new AtTheEnd(leaving, places);
        this.changes = new ProfileChanges(policy, diff, keyAttributes);
        this.linked = new LinkedPlanner(policy, places, atTheEnd, changes, steps, memberships);
        this.unlinked = new UnlinkedPlanner(policy, diff, places, atTheEnd, steps, memberships);
    }

    /**
     * Gives the comparison of profiles that this planner uses.
     *
     * @return the comparison
     */
    public ProfileDiff diff() {
        return diff;
    }

    /**
     * Says what becomes of accounts whose owners leave.
     *
     * @return how they are closed
     */
    public AtTheEnd atTheEnd() {
        return atTheEnd;
    }

    /**
     * Plans.
     *
     * @param situation what is known
     * @return what to do, to ask and to note
     */
    public AccountPlan plan(Situation situation) {
        if (situation.link().isPresent()) {
            return linked.plan(situation, situation.link().get());
        }
        if (!situation.decision().state().hasAccess() || situation.profile().isEmpty() || !situation.inScope()) {
            return AccountPlan.nothing();
        }
        return unlinked.plan(situation, situation.profile().get());
    }

    /**
     * Says whether an account is closed and is not opened now, so that it keeps what it has, whatever its worker's profile
     * says (rules E3, E4).
     *
     * @param link the link as stored
     * @param seen the status of the account
     * @param state where its worker stands
     * @return true if nothing is sent to it
     */
    public boolean staysClosed(Link link, AccountStatus seen, LifecycleState state) {
        return linked.staysClosed(link, seen, state);
    }

    /**
     * Says whether a linked worker's new values of key attributes have to be looked up at the target before they are sent.
     *
     * @param situation what is known
     * @return true if a key would change
     */
    public boolean changesKey(Situation situation) {
        return changes.changesKey(situation);
    }
}
