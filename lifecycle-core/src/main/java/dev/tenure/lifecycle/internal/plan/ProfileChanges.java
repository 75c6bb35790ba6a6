package dev.tenure.lifecycle.internal.plan;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a linked worker's account is to be sent: what differs from what it was sent last. Pure; safe for use by several
 * threads.
 */
final class ProfileChanges {

    private final LifecyclePolicy policy;
    private final ProfileDiff diff;
    private final Set<String> keyAttributes;

    ProfileChanges(LifecyclePolicy policy, ProfileDiff diff, Set<String> keyAttributes) {
        this.policy = policy;
        this.diff = diff;
        this.keyAttributes = Set.copyOf(keyAttributes);
    }

    /** What differs; nothing where HR was not read. What is in doubt is sent again, and what drifted if the policy says so. */
    ProfileDiff.Diff sinceLast(Situation situation, Link link) {
        Optional<Profile> profile = situation.profile();
        Set<String> anew = new TreeSet<>(situation.inDoubt());
        if (policy.repairDrift()) {
            anew.addAll(situation.drifted());
        }
        if (profile.isEmpty() || (whole(situation, profile.get()) == link.sent().whole() && anew.isEmpty())) {
            return new ProfileDiff.Diff(List.of(), link.sent());
        }
        Optional<Attributes> account = situation.observed().map(Account::attributes);
        Fingerprint last = account.map(there -> diff.seen(link.sent(), profile.get(), there, situation.inDoubt()))
                .orElse(link.sent());
        return diff.holding(diff.toSent(profile.get(), last, account, anew), last, situation.heldKeys());
    }

    /** What the last run held in just the same way is remembered by the fingerprint, and not said again. */
    static List<AttributeChange> newlyHeld(ProfileDiff.Diff changes, Link link) {
        return changes.after().equals(link.sent()) ? List.of() : changes.held();
    }

    /** Whether a key attribute would be sent: it is held where the value belongs to another worker's account (rule E10). */
    boolean changesKey(Situation situation) {
        boolean sends = (situation.decision().state().hasAccess() && situation.inScope())
                || (situation.decision().state() == LifecycleState.TERMINATED && !situation.endedBefore());
        if (situation.link().isEmpty() || situation.profile().isEmpty() || !sends) {
            return false;
        }
        Fingerprint last = situation.link().get().sent();
        Profile profile = situation.profile().get();
        return (whole(situation, profile) != last.whole()
                        || !situation.inDoubt().isEmpty())
                && diff.toSent(profile, last, Optional.empty(), situation.inDoubt()).changes().stream()
                        .anyMatch(change -> keyAttributes.contains(change.attribute()));
    }

    private long whole(Situation situation, Profile profile) {
        return situation.whole().orElseGet(() -> diff.whole(profile));
    }
}
