package dev.tenure.lifecycle.internal.run.setup;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.expression.Expression;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.target.IdentityTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
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
 * @param personKey the source attribute that tells persons apart where HR gives no Universal ID
 * @param takeover after how long another host takes over from one that died
 * @param quarantineAfter after how many failures in a row a worker is left alone
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
        String holder,
        Optional<String> personKey,
        Duration takeover,
        int quarantineAfter) {

    /** Copies the lists. */
    public Settings {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        listeners = List.copyOf(listeners);
    }

    /** Copies these with another policy and a clock of its own, for a run that only looks. */
    public Settings with(LifecyclePolicy other, InstantSource time) {
        return new Settings(
                sources,
                targets,
                mapping,
                other,
                store,
                time,
                List.of(),
                executor,
                pause,
                holder,
                personKey,
                takeover,
                quarantineAfter);
    }

    /** Copies these for a run that asks other sources and another store. */
    public Settings over(List<HrSource> others, LifecycleStore other, Executor runner) {
        return new Settings(
                others,
                targets,
                mapping,
                policy,
                other,
                clock,
                listeners,
                runner,
                pause,
                holder,
                personKey,
                takeover,
                quarantineAfter);
    }

    /**
     * A target and how it is used.
     *
     * @param target the target
     * @param mapping the rows that make its view of the identity profile; empty where it takes that as it is
     * @param properties what expressions see as {@code target_app}
     * @param leaving what becomes of the account of a worker who ends; empty for nothing
     * @param scope the expression that must be true of a worker
     * @param scopeGroups the names of the groups of which a worker must be in one
     * @param references attributes whose value is the id of another worker
     * @param thresholds the safeguard by what closes an account, where it differs from the policy's
     * @param logins proposes a login where the mapped one is taken, for an attempt counted from 1
     * @param places where accounts are put
     * @param closedUntilStart whether an account that is made before the hire date stays closed until then
     */
    public record TargetSettings(
            IdentityTarget target,
            Optional<AttributeMapping> mapping,
            Attributes properties,
            Optional<ChangeKind> leaving,
            Optional<Expression> scope,
            Set<String> scopeGroups,
            Set<String> references,
            Map<ChangeKind, Threshold> thresholds,
            BiFunction<String, Integer, Optional<String>> logins,
            Places places,
            boolean closedUntilStart) {

        /** Copies the collections. */
        public TargetSettings {
            scopeGroups = Set.copyOf(scopeGroups);
            references = Set.copyOf(references);
            thresholds = Map.copyOf(thresholds);
        }
    }

    /**
     * Where accounts are put (rule G6).
     *
     * @param byGroup places by the name of a group, in the order in which they count
     * @param otherwise gives the place of those whom no group places
     */
    public record Places(Map<String, String> byGroup, Optional<Expression> otherwise) {}

    /**
     * How many closings pass the gate.
     *
     * @param percent how many percent of the linked accounts with access
     * @param minimum how many such accounts there must be for it to count
     */
    public record Threshold(int percent, int minimum) {}
}
