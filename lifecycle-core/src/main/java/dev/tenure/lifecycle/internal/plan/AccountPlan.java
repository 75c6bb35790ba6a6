package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Pending;
import dev.tenure.lifecycle.plan.PendingReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done for one worker at one target.
 *
 * @param steps what to do, in order; closings last
 * @param pending what a person is asked, with the account in question
 * @param status the status in which the linked account was seen, where it differs from what is stored
 * @param quietly the fingerprint to remember although nothing is sent, where what is to be sent is there already
 * @param groups ids of the groups in which the account is known to be before the steps, where they differ from what is stored
 * @param held changes of keys that the last run did not hold already: they are not sent, since another account has the new
 *     value (rule E10)
 * @param compares whether the account is compared with all that HR says, so that nothing is in doubt of it any more but what
 *     the steps are about (rule S4)
 */
public record AccountPlan(
        List<Step> steps,
        Optional<Question> pending,
        Optional<AccountStatus> status,
        Optional<Fingerprint> quietly,
        Optional<Set<String>> groups,
        List<AttributeChange> held,
        boolean compares) {

    private static final AccountPlan NOTHING = of(List.of());

    /** Copies the lists. */
    public AccountPlan {
        steps = List.copyOf(steps);
        groups = groups.map(Set::copyOf);
        held = List.copyOf(held);
    }

    /**
     * Makes a plan that does not compare the account with all that HR says.
     *
     * @param steps what to do, in order; closings last
     * @param pending what a person is asked, with the account in question
     * @param status the status in which the linked account was seen, where it differs from what is stored
     * @param quietly the fingerprint to remember although nothing is sent
     * @param groups ids of the groups in which the account is known to be before the steps
     * @param held changes of keys that the last run did not hold already
     */
    public AccountPlan(
            List<Step> steps,
            Optional<Question> pending,
            Optional<AccountStatus> status,
            Optional<Fingerprint> quietly,
            Optional<Set<String>> groups,
            List<AttributeChange> held) {
        this(steps, pending, status, quietly, groups, held, false);
    }

    /**
     * What a person is asked.
     *
     * @param why what
     * @param account the account in question
     */
    public record Question(PendingReason why, Optional<AccountRef> account) {}

    /**
     * Says that there is nothing to do.
     *
     * @return the empty plan
     */
    public static AccountPlan nothing() {
        return NOTHING;
    }

    /**
     * Says what to do, with nothing to ask and nothing to note.
     *
     * @param steps what to do, in order; closings last
     * @return the plan
     */
    public static AccountPlan of(List<Step> steps) {
        return new AccountPlan(
                steps, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * Says that there is nothing to do but to note a status.
     *
     * @param status the status
     * @return the plan
     */
    public static AccountPlan seen(AccountStatus status) {
        return new AccountPlan(
                List.of(), Optional.empty(), Optional.of(status), Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * Says that there is nothing to do but to ask a person.
     *
     * @param why what is asked
     * @param account the account in question
     * @return the plan
     */
    public static AccountPlan ask(PendingReason why, Optional<AccountRef> account) {
        return new AccountPlan(
                List.of(),
                Optional.of(new Question(why, account)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /**
     * Does the same, and leaves open what a person was asked before.
     *
     * @param before what was asked
     * @return the plan
     */
    public AccountPlan stillAsking(Pending before) {
        Question same = new Question(before.why(), before.account());
        return new AccountPlan(steps, Optional.of(same), status, quietly, groups, held, compares);
    }

    /**
     * Does the same, and notes what the account is known to have.
     *
     * @param fingerprint the fingerprint to remember although nothing is sent, or empty to leave it as it is
     * @return the plan
     */
    public AccountPlan noting(Optional<Fingerprint> fingerprint) {
        return new AccountPlan(steps, pending, status, fingerprint, groups, held, compares);
    }

    /**
     * Does the same, and leaves nothing in doubt of the account but what the steps are about.
     *
     * @return the plan
     */
    public AccountPlan comparing() {
        return new AccountPlan(steps, pending, status, quietly, groups, held, true);
    }

    /**
     * Does the same, and notes a status.
     *
     * @param seen the status in which the linked account was seen
     * @return the plan
     */
    public AccountPlan seeing(AccountStatus seen) {
        return new AccountPlan(steps, pending, Optional.of(seen), quietly, groups, held, compares);
    }

    /**
     * Gives a link what this plan notes without a call.
     *
     * @param link the link as stored
     * @return the link with the status, fingerprint and groups as they are known to be
     */
    public Link note(Link link) {
        Link noted = status.map(link::withStatus).orElse(link);
        if (quietly.isPresent()) {
            noted = noted.withSent(quietly.get());
        }
        if (groups.isPresent()) {
            noted = noted.withGroups(groups.get());
        }
        return noted;
    }
}
