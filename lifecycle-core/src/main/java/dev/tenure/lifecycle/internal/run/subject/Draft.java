package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a worker at a target before the target is looked at.
 *
 * @param subject the worker
 * @param link the account that belongs to the worker
 * @param profile what the target is to get; empty where that does not matter
 * @param whole the keyed hash of the profile; empty without one
 * @param wanted the groups at the target; empty where they were not read
 * @param missingGroups the names of groups that the worker is to be in and that could not be made (rule S3)
 * @param groupNames the names of the provisioning groups of the worker
 * @param place where the target is to have the account; empty where it chooses (rule G6)
 * @param inScope whether the worker is one whom the target has accounts for
 * @param unresolved attributes that refer to a worker who has no account yet (rule E11)
 */
public record Draft(
        Subject subject,
        Optional<Link> link,
        Optional<Profile> profile,
        Optional<Long> whole,
        Optional<List<TargetGroup>> wanted,
        Set<String> missingGroups,
        List<String> groupNames,
        Optional<String> place,
        boolean inScope,
        Set<String> unresolved) {

    public Attributes values() {
        return profile.map(Profile::values).orElse(Attributes.empty());
    }

    /** Whether the profile is just what the account was sent. */
    public boolean isAsSent(Link sent) {
        return whole.isPresent() && whole.get() == sent.sent().whole();
    }

    /** Whether the target may have an account for a worker who is not linked; who has ended is only reported (rule C9). */
    public boolean mayHaveAccount() {
        return profile.isPresent() && inScope;
    }

    /** The account that a person chose. */
    public Optional<AccountRef> chosen(String target) {
        return Optional.ofNullable(subject.manner().chosen().get(target));
    }

    /** The same once the account turns out to be no more. */
    public Draft withoutLink() {
        return new Draft(
                subject,
                Optional.empty(),
                profile,
                whole,
                wanted,
                missingGroups,
                groupNames,
                place,
                inScope,
                unresolved);
    }

    /** The same with another profile, in which a login was replaced. */
    public Draft withProfile(Profile changed, long hash) {
        return new Draft(
                subject,
                link,
                Optional.of(changed),
                Optional.of(hash),
                wanted,
                missingGroups,
                groupNames,
                place,
                inScope,
                unresolved);
    }
}
