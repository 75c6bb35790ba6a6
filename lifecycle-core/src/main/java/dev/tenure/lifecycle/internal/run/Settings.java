package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.target.IdentityTarget;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * What a host gave the engine.
 *
 * @param sources the sources, in order of precedence
 * @param targets the targets
 * @param mapping the rows that make the identity profile
 * @param policy the policy
 * @param store the store
 * @param clock the host's clock
 * @param listeners who hears what happens
 * @param executor runs the changes of different workers
 * @param pause waits before another try, or refuses to
 * @param holder names this engine among those that share the store
 */
public record Settings(
        List<HrSource> sources,
        List<TargetSettings> targets,
        AttributeMapping mapping,
        LifecyclePolicy policy,
        LifecycleStore store,
        InstantSource clock,
        List<LifecycleListener> listeners,
        Executor executor,
        Predicate<Instant> pause,
        String holder) {

    /** Copies the lists. */
    public Settings {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        listeners = List.copyOf(listeners);
    }

    /**
     * A target and how it is used.
     *
     * @param target the target
     * @param mapping the rows that make its view of the identity profile; empty where it takes that as it is
     * @param properties what expressions see as {@code target_app}
     * @param leaving what becomes of the account of a worker who ends; empty for nothing
     */
    public record TargetSettings(
            IdentityTarget target,
            Optional<AttributeMapping> mapping,
            Attributes properties,
            Optional<ChangeKind> leaving) {}
}
