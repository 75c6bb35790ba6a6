package dev.tenure.lifecycle.engine;

import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.target.IdentityTarget;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link LifecycleEngine} needs. Not for use by several threads. */
public final class LifecycleEngineBuilder {

    private final List<HrSource> sources = new ArrayList<>();
    private final List<Settings.TargetSettings> targets = new ArrayList<>();
    private final List<LifecycleListener> listeners = new ArrayList<>();
    private AttributeMapping mapping = DefaultMappings.hrToOkta();
    private LifecyclePolicy policy = LifecyclePolicy.recommended();
    private @Nullable LifecycleStore store;
    private @Nullable InstantSource clock;
    private Executor executor = Runnable::run;
    private Pause pause = Pause.none();
    private String holder = "engine";
    private Optional<String> personKey = Optional.empty();
    private Duration takeover = Duration.ofMinutes(15);
    private int quarantineAfter = 10;

    LifecycleEngineBuilder() {}

    /**
     * Adds a source. Where two know the same person, the one that was added first decides (rule A7).
     *
     * @param source the source
     * @return this builder
     */
    public LifecycleEngineBuilder source(HrSource source) {
        sources.add(Objects.requireNonNull(source, "source"));
        return this;
    }

    /**
     * Adds a target that takes the identity profile as it is, and whose accounts are deactivated at the end.
     *
     * @param target the target
     * @return this builder
     */
    public LifecycleEngineBuilder target(IdentityTarget target) {
        return target(target, TargetUse.identityProfile());
    }

    /**
     * Adds a target.
     *
     * @param target the target
     * @param use how it is used
     * @return this builder
     */
    public LifecycleEngineBuilder target(IdentityTarget target, TargetUse use) {
        Objects.requireNonNull(target, "target");
        Map<ChangeKind, Settings.Threshold> thresholds = new EnumMap<>(ChangeKind.class);
        use.safeguards()
                .forEach((kind, safeguard) ->
                        thresholds.put(kind, new Settings.Threshold(safeguard.percent(), safeguard.minimum())));
        targets.add(new Settings.TargetSettings(
                target,
                use.mapping(),
                use.properties(),
                use.leaving().change(),
                use.scope(),
                use.scopeGroups(),
                use.references(),
                thresholds,
                use.logins()::propose,
                new Settings.Places(use.placement().byGroup(), use.placement().otherwise()),
                use.closedUntilStart()));
        return this;
    }

    /**
     * Sets the rows that make the identity profile of what HR says. The default is
     * {@link DefaultMappings#hrToOkta()}.
     *
     * @param rows the mapping
     * @return this builder
     */
    public LifecycleEngineBuilder mapping(AttributeMapping rows) {
        this.mapping = Objects.requireNonNull(rows, "rows");
        return this;
    }

    /**
     * Sets the policy. The default is {@link LifecyclePolicy#recommended()}.
     *
     * @param how the policy
     * @return this builder
     */
    public LifecycleEngineBuilder policy(LifecyclePolicy how) {
        this.policy = Objects.requireNonNull(how, "how");
        return this;
    }

    /**
     * Sets where the engine keeps what it knows. There is no default.
     *
     * @param where the store
     * @return this builder
     */
    public LifecycleEngineBuilder store(LifecycleStore where) {
        this.store = Objects.requireNonNull(where, "where");
        return this;
    }

    /**
     * Sets the clock: the only source of time there is (rule H2). There is no default.
     *
     * @param time the clock
     * @return this builder
     */
    public LifecycleEngineBuilder clock(InstantSource time) {
        this.clock = Objects.requireNonNull(time, "time");
        return this;
    }

    /**
     * Adds a listener.
     *
     * @param listener who hears what happens
     * @return this builder
     */
    public LifecycleEngineBuilder listener(LifecycleListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Sets what runs the changes of different workers, so that they may overlap. The default is the calling thread.
     *
     * @param threads the executor
     * @return this builder
     */
    public LifecycleEngineBuilder executor(Executor threads) {
        this.executor = Objects.requireNonNull(threads, "threads");
        return this;
    }

    /**
     * Sets how the engine waits when a system asks to be called again later. The default is not to wait.
     *
     * @param waiting the pause
     * @return this builder
     */
    public LifecycleEngineBuilder pause(Pause waiting) {
        this.pause = Objects.requireNonNull(waiting, "waiting");
        return this;
    }

    /**
     * Names this engine among those that share the store, for leases and operators.
     *
     * @param name the name, such as that of the host
     * @return this builder
     */
    public LifecycleEngineBuilder name(String name) {
        this.holder = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Sets an attribute of the source profile by which two records, of one source or of several, are known to be one
     * person where HR gives no Universal ID (rules A7, D1). The default is none.
     *
     * @param attribute the name of a source attribute that no two persons share
     * @return this builder
     */
    public LifecycleEngineBuilder personKey(String attribute) {
        this.personKey = Optional.of(attribute);
        return this;
    }

    /**
     * Sets after how long another host takes over from one that died: for so long its leases of sources and its claims
     * of workers last. Who lives prolongs them. It must be longer than the longest call to any system, with its
     * timeouts and pauses. The default is 15 minutes.
     *
     * @param after how long, positive
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public LifecycleEngineBuilder takeover(Duration after) {
        if (after.isNegative() || after.isZero()) {
            throw new IllegalArgumentException("takeover is " + after + "; it must be positive");
        }
        this.takeover = after;
        return this;
    }

    /**
     * Sets after how many failures in a row a worker is left alone until its data changes or a person asks for it by
     * {@link LifecycleEngine#retry}. The default is 10.
     *
     * @param failures how many, 1 or more
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public LifecycleEngineBuilder quarantineAfter(int failures) {
        if (failures < 1) {
            throw new IllegalArgumentException("quarantineAfter is " + failures + "; it must be 1 or more");
        }
        this.quarantineAfter = failures;
        return this;
    }

    /**
     * Makes the engine, and checks the mappings against the schemas of sources and targets. Where one of these is down
     * the check waits for the first run; {@link LifecycleEngine#checkMapping()} says whether it was made.
     *
     * @return the engine
     * @throws IllegalStateException if a part is missing, two sources or targets have one name, or a mapping does not
     *     fit; all rows that do not are named
     * @throws IllegalArgumentException if an expression of a mapping does not compile, or a reference has no row
     */
    public LifecycleEngine build() {
        if (sources.isEmpty() || targets.isEmpty() || store == null || clock == null) {
            throw new IllegalStateException(
                    "An engine needs a source, a target, a store and a clock; add what is missing before build()");
        }
        Set<String> names = new HashSet<>();
        for (HrSource source : sources) {
            requireOnce(names, "source " + source.name());
        }
        for (Settings.TargetSettings target : targets) {
            requireOnce(names, "target " + target.target().name());
        }
        LifecycleEngine engine = new LifecycleEngine(new Settings(
                sources,
                targets,
                mapping,
                policy,
                store,
                clock,
                listeners,
                executor,
                pause::until,
                holder,
                personKey,
                takeover,
                quarantineAfter));
        engine.requireFit();
        return engine;
    }

    private static void requireOnce(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalStateException("There are two of " + name + "; give each a name of its own");
        }
    }
}
