package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.internal.map.Mapper;
import dev.tenure.lifecycle.internal.map.MappingInput;
import dev.tenure.lifecycle.internal.match.Matcher;
import dev.tenure.lifecycle.internal.plan.AccountPlanner;
import dev.tenure.lifecycle.internal.plan.Fingerprinter;
import dev.tenure.lifecycle.internal.plan.ProfileDiff;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.Profile;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.TargetDescription;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A target together with the stages as they are set up for it. */
final class TargetBinding {

    private final IdentityTarget target;
    private final TargetDescription description;
    private final Matcher matcher;
    private final AccountPlanner planner;
    private final Optional<Mapper> mapper;
    private final Attributes properties;

    /**
     * Sets the stages up.
     *
     * @param target the target
     * @param identityMapping the rows that make the identity profile
     * @param ownMapping the rows that make this target's view of it; empty where it takes the identity profile as it is
     * @param properties what expressions see as {@code target_app}
     * @param leaving what becomes of the account of a worker who ends
     */
    TargetBinding(
            IdentityTarget target,
            AttributeMapping identityMapping,
            Optional<AttributeMapping> ownMapping,
            Attributes properties,
            Optional<ChangeKind> leaving,
            LifecyclePolicy policy,
            Fingerprinter hashes) {
        this.target = target;
        this.description = target.describe();
        this.matcher = new Matcher(description);
        this.mapper = ownMapping.map(Mapper::of);
        this.properties = properties;
        Set<String> keys = new TreeSet<>(description.keys());
        keys.add(description.login());
        description.email().ifPresent(keys::add);
        this.planner =
                new AccountPlanner(target.name(), policy, ownMapping.orElse(identityMapping), hashes, leaving, keys);
    }

    String name() {
        return target.name();
    }

    IdentityTarget target() {
        return target;
    }

    TargetDescription description() {
        return description;
    }

    Matcher matcher() {
        return matcher;
    }

    AccountPlanner planner() {
        return planner;
    }

    ProfileDiff diff() {
        return planner.diff();
    }

    /** The profile that this target is to get. */
    Profile profile(Profile identity, MappingInput.Builder input) {
        if (mapper.isEmpty() || !identity.faults().isEmpty()) {
            return identity;
        }
        return mapper.get()
                .map(input.user(identity.values()).targetApp(properties).build());
    }
}
