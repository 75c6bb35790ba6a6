package dev.tenure.lifecycle.engine;

import dev.tenure.lifecycle.internal.run.Conductor;
import dev.tenure.lifecycle.internal.run.Insight;
import dev.tenure.lifecycle.internal.run.Settings;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.report.ConnectionTest;
import dev.tenure.lifecycle.report.Diagnosis;
import dev.tenure.lifecycle.report.Explanation;
import dev.tenure.lifecycle.report.Forecast;
import dev.tenure.lifecycle.report.PolicyComparison;
import dev.tenure.lifecycle.report.ShadowReport;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps accounts at targets in step with employment as HR knows it. A host builds one, and calls it on its own schedule:
 * the engine starts no thread, keeps no time and schedules nothing. Safe for use by several threads: a real-time import
 * and {@link #advance()} may run beside a full or incremental import, which itself runs once at a time for a source.
 *
 * <p>A call that cannot reach a system returns a run that has not {@linkplain ImportRun#succeeded() succeeded}; a store
 * that fails throws. Every call may be made again after a crash and ends where an undisturbed one would have (rule S4).
 */
public final class LifecycleEngine {

    private final Conductor conductor;
    private final Insight insight;

    private LifecycleEngine(Settings settings) {
        this.conductor = new Conductor(settings);
        this.insight = conductor.insight();
    }

    /**
     * Starts with nothing but defaults: the default mapping from HR, the recommended policy, the calling thread, and no
     * waiting within a run.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Asks every source and target for its schema and checks the mappings against them: rows whose attribute the target
     * lacks, has as read-only, or has with another type, length or set of values, and names that the source lacks. An engine
     * does this when it is built, or at its first run if a system was down then. Once it has passed it costs nothing.
     *
     * @throws IllegalStateException if a mapping does not fit; all problems are named
     * @throws dev.tenure.lifecycle.failure.ConnectorException if a source or target cannot describe itself
     */
    public void checkMapping() {
        conductor.checkMapping();
    }

    /**
     * Runs an import.
     *
     * @param kind {@link ImportKind#FULL} or {@link ImportKind#INCREMENTAL}
     * @return what it amounted to
     * @throws IllegalArgumentException for another kind
     * @throws IllegalStateException if an import of one of the sources is running already, here or on another host, or if a
     *     mapping does not fit ({@link #checkMapping()})
     */
    public ImportRun run(ImportKind kind) {
        return conductor.runImport(requireImport(kind));
    }

    /**
     * Reads and handles just these workers, as a notification named them (rule A3). Terminations among them are made at
     * once. A worker whom another run has in hand at that moment is listed as failed, with a notice: ask for it again.
     *
     * @param workers the workers
     * @return what it amounted to; a worker that HR does not return is a notice in it
     */
    public ImportRun realTime(Collection<WorkerRef> workers) {
        return conductor.realTime(workers);
    }

    /**
     * Performs what is due by the clock, with no import (rule H1): endings from what the store knows, beginnings after
     * reading that worker. Hosts that do this at the same time share what is due.
     *
     * @return what it amounted to
     */
    public ImportRun advance() {
        return conductor.advance();
    }

    /**
     * Says when {@link #advance()} has something to do.
     *
     * @return the earliest instant at which something is due, empty if nothing is known to be
     */
    public Optional<Instant> nextTransition() {
        return conductor.nextTransition();
    }

    /**
     * Says what an import would do, and writes nothing (rule S5).
     *
     * @param kind {@link ImportKind#FULL} or {@link ImportKind#INCREMENTAL}
     * @return the plan
     * @throws dev.tenure.lifecycle.failure.ConnectorException if a system cannot be reached
     */
    public Plan plan(ImportKind kind) {
        return conductor.planImport(requireImport(kind));
    }

    /**
     * Carries out a plan. A worker whom another run has handled since the plan was made is left out and listed as failed;
     * the next import looks at it again.
     *
     * @param plan a plan of this engine
     * @return what it amounted to
     */
    public ImportRun apply(Plan plan) {
        return conductor.apply(plan);
    }

    /**
     * Says yes to what is pending: the proposed account is linked, or the new one is made.
     *
     * @param workers for whom
     * @return what it amounted to
     */
    public ImportRun confirm(Collection<WorkerRef> workers) {
        return conductor.confirm(workers);
    }

    /**
     * Says that a proposed account is not the worker's. The worker goes on without it, as new if nothing else fits. A
     * worker who waits as new goes on waiting.
     *
     * @param workers whose
     * @return what it amounted to
     */
    public ImportRun reject(Collection<WorkerRef> workers) {
        return conductor.reject(workers);
    }

    /**
     * Links a worker to the account that a person chose, and sends the difference.
     *
     * @param worker the worker
     * @param target the target's name
     * @param login the login of the account
     * @return what it amounted to
     * @throws IllegalArgumentException if there is no such target or account, or the account is another worker's
     */
    public ImportRun link(WorkerRef worker, String target, String login) {
        return conductor.link(worker, target, login);
    }

    /**
     * Tries again at once what failed for some workers, quarantined or not (rule S3).
     *
     * @param workers the workers
     * @return what it amounted to
     */
    public ImportRun retry(Collection<WorkerRef> workers) {
        return conductor.retry(workers);
    }

    /**
     * Makes what the safeguard holds (rule S1). What is over by now is dropped instead.
     *
     * @return what it amounted to
     */
    public ImportRun approve() {
        return conductor.approve();
    }

    /**
     * Drops what the safeguard holds, until the next full or incremental import counts it anew (rule S1).
     *
     * @return what it amounted to
     */
    public ImportRun discard() {
        return conductor.discard();
    }

    /**
     * Writes to HR whatever contact data a target owns and HR has otherwise (rule F2).
     *
     * @return what it amounted to
     */
    public ImportRun forceWriteBack() {
        return conductor.forceWriteBack();
    }

    /**
     * Lists what waits for a person to decide.
     *
     * @return the items, in the order of the workers
     */
    public List<PendingItem> pending() {
        List<PendingItem> items = new ArrayList<>();
        conductor.outstanding().each(new WorkerStateQuery.WithPending(), state -> {
            for (Map.Entry<String, AccountState> entry : state.accounts().entrySet()) {
                entry.getValue()
                        .pending()
                        .ifPresent(pending -> items.add(new PendingItem(state.ref(), entry.getKey(), pending)));
            }
        });
        return items;
    }

    /**
     * Lists what failed and is to be tried again.
     *
     * @return the items, in the order of the workers
     */
    public List<FailedItem> failures() {
        List<FailedItem> items = new ArrayList<>();
        conductor.outstanding().each(new WorkerStateQuery.WithFailure(), state -> {
            for (Map.Entry<String, AccountState> entry : state.accounts().entrySet()) {
                entry.getValue()
                        .failure()
                        .ifPresent(failure -> items.add(new FailedItem(state.ref(), entry.getKey(), failure)));
            }
        });
        return items;
    }

    /**
     * Lists what the safeguard holds.
     *
     * @return one entry for each target and kind of change
     */
    public List<HeldChanges> held() {
        return conductor.outstanding().held();
    }

    /**
     * Says why a worker is what it is, and why each attribute has its value: the decision with the facts behind it, and
     * for every row of the mapping what it read, what it gives and what the target has (rules C10, M5, S5). Reads that one
     * worker from HR and its accounts at the targets; writes nothing.
     *
     * @param worker the worker
     * @return the explanation, as data and with a readable text
     * @throws IllegalArgumentException if HR does not return the worker and the store does not know it
     * @throws dev.tenure.lifecycle.failure.ConnectorException if a system cannot be reached
     */
    public Explanation explain(WorkerRef worker) {
        return insight.explain(worker);
    }

    /**
     * Says who will start, change and end, and at which instant, from what the store knows (rule H3). Asks no system.
     *
     * @param days how many days ahead, 0 to 3650
     * @return the forecast, from now on
     */
    public Forecast forecast(int days) {
        return insight.forecast(days);
    }

    /**
     * Compares the targets with what this engine would make of them, without any write (rule H4): how to run beside the
     * system that is in charge. An empty store will do; who is not linked is matched by the keys of the target.
     *
     * @return every person on whom the two differ, with the rule or mapping row that makes the difference
     * @throws dev.tenure.lifecycle.failure.ConnectorException if a system cannot be reached
     */
    public ShadowReport shadow() {
        return insight.shadow();
    }

    /**
     * Says what would differ under another policy, without any write (rule H4): how to try a change of policy before it is
     * made. Reads HR as a full import does, once for each policy.
     *
     * @param other the other policy
     * @return every worker for whom the two differ, with the switches that make the difference
     * @throws dev.tenure.lifecycle.failure.ConnectorException if a system cannot be reached
     */
    public PolicyComparison compare(LifecyclePolicy other) {
        return insight.compare(other);
    }

    /**
     * Says why a worker was not updated (rule N1). Looks at HR, the store and the targets; writes nothing.
     *
     * @param worker the worker
     * @return the causes, with evidence and remedy
     * @throws IllegalArgumentException if the reference names no source of this engine
     */
    public Diagnosis diagnose(WorkerRef worker) {
        return insight.diagnose(worker, Optional.empty());
    }

    /**
     * Says why one attribute of a worker was not updated (rule N1).
     *
     * @param worker the worker
     * @param attribute the attribute's name, at the target or in HR
     * @return the causes, with evidence and remedy
     * @throws IllegalArgumentException if the reference names no source of this engine
     */
    public Diagnosis diagnose(WorkerRef worker, String attribute) {
        return insight.diagnose(worker, Optional.of(attribute));
    }

    /**
     * Repairs a missing link without touching the account (rule N2). The next import that reads the worker sends what
     * differs. To link and send at once, use {@link #link}.
     *
     * @param worker the worker
     * @param target the target's name
     * @param login the login of the account
     * @return what it amounted to; nothing if the two are linked already
     * @throws IllegalArgumentException if there is no such target, account or worker, if the account is another worker's,
     *     or if the worker has another account that is there
     */
    public ImportRun relink(WorkerRef worker, String target, String login) {
        return conductor.relink(worker, target, login);
    }

    /**
     * Tests the connection to every source and target (rule N3).
     *
     * @return what was found, and what to do about it
     */
    public ConnectionTest test() {
        return insight.test();
    }

    private static ImportKind requireImport(ImportKind kind) {
        if (kind != ImportKind.FULL && kind != ImportKind.INCREMENTAL) {
            throw new IllegalArgumentException(
                    kind + " is not run like this; use FULL or INCREMENTAL, or the method of that name");
        }
        return kind;
    }

    /** Collects what an engine needs. Not for use by several threads. */
    public static final class Builder {

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

        private Builder() {}

        /**
         * Adds a source. Where two know the same person, the one that was added first decides (rule A7).
         *
         * @param source the source
         * @return this builder
         */
        public Builder source(HrSource source) {
            sources.add(Objects.requireNonNull(source, "source"));
            return this;
        }

        /**
         * Adds a target that takes the identity profile as it is, and whose accounts are deactivated at the end.
         *
         * @param target the target
         * @return this builder
         */
        public Builder target(IdentityTarget target) {
            return target(target, TargetUse.identityProfile());
        }

        /**
         * Adds a target.
         *
         * @param target the target
         * @param use how it is used
         * @return this builder
         */
        public Builder target(IdentityTarget target, TargetUse use) {
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
                    new Settings.Places(
                            use.placement().byGroup(), use.placement().otherwise()),
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
        public Builder mapping(AttributeMapping rows) {
            this.mapping = Objects.requireNonNull(rows, "rows");
            return this;
        }

        /**
         * Sets the policy. The default is {@link LifecyclePolicy#recommended()}.
         *
         * @param how the policy
         * @return this builder
         */
        public Builder policy(LifecyclePolicy how) {
            this.policy = Objects.requireNonNull(how, "how");
            return this;
        }

        /**
         * Sets where the engine keeps what it knows. There is no default.
         *
         * @param where the store
         * @return this builder
         */
        public Builder store(LifecycleStore where) {
            this.store = Objects.requireNonNull(where, "where");
            return this;
        }

        /**
         * Sets the clock: the only source of time there is (rule H2). There is no default.
         *
         * @param time the clock
         * @return this builder
         */
        public Builder clock(InstantSource time) {
            this.clock = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Adds a listener.
         *
         * @param listener who hears what happens
         * @return this builder
         */
        public Builder listener(LifecycleListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Sets what runs the changes of different workers, so that they may overlap. The default is the calling thread.
         *
         * @param threads the executor
         * @return this builder
         */
        public Builder executor(Executor threads) {
            this.executor = Objects.requireNonNull(threads, "threads");
            return this;
        }

        /**
         * Sets how the engine waits when a system asks to be called again later. The default is not to wait.
         *
         * @param waiting the pause
         * @return this builder
         */
        public Builder pause(Pause waiting) {
            this.pause = Objects.requireNonNull(waiting, "waiting");
            return this;
        }

        /**
         * Names this engine among those that share the store, for leases and operators.
         *
         * @param name the name, such as that of the host
         * @return this builder
         */
        public Builder name(String name) {
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
        public Builder personKey(String attribute) {
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
        public Builder takeover(Duration after) {
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
        public Builder quarantineAfter(int failures) {
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
            engine.conductor.requireFit();
            return engine;
        }

        private static void requireOnce(Set<String> names, String name) {
            if (!names.add(name)) {
                throw new IllegalStateException("There are two of " + name + "; give each a name of its own");
            }
        }
    }
}
