package dev.tenure.lifecycle.engine;

import dev.tenure.lifecycle.internal.run.Conductor;
import dev.tenure.lifecycle.internal.run.insight.Insight;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.journal.ImportRun;
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
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    LifecycleEngine(Settings settings) {
        this.conductor = new Conductor(settings);
        this.insight = new Insight(settings, conductor.bindings());
    }

    /**
     * Starts with nothing but defaults: the default mapping from HR, the recommended policy, the calling thread, and no
     * waiting within a run.
     *
     * @return a builder
     */
    public static LifecycleEngineBuilder builder() {
        return new LifecycleEngineBuilder();
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
     * Says yes to what is pending: the proposed account is linked, or the new one is made. An account that came up since
     * nobody has seen yet, and it is pending then. Where {@link #failures} says that a create was cut off and nobody can
     * tell what came of it, this says that it made no account (rule S4).
     *
     * @param workers for whom
     * @return what it amounted to
     */
    public ImportRun confirm(Collection<WorkerRef> workers) {
        return conductor.confirm(workers);
    }

    /**
     * Says that a proposed account is not the worker's. The worker goes on without it, as new if nothing else fits. A
     * worker who waits as new goes on waiting. Accounts of which {@link #failures} says that a
     * create that was cut off may have made one of them (rule S4) are then not the worker's either.
     *
     * @param workers whose
     * @return what it amounted to
     */
    public ImportRun reject(Collection<WorkerRef> workers) {
        return conductor.reject(workers);
    }

    /**
     * Links a worker to the account that a person chose, and sends the difference. One whom HR no longer returns is linked
     * where a create was cut off and nobody can tell what came of it (rule S4), and is absent like any other then.
     *
     * @param worker the worker
     * @param target the target's name
     * @param login the login of the account
     * @return what it amounted to
     * @throws IllegalArgumentException if there is no such target or account, if the account is another worker's, or if the
     *     worker has another account that is there
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
                        .failures()
                        .forEach(failure -> items.add(new FailedItem(state.ref(), entry.getKey(), failure)));
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
     * made. Reads HR as a full import does, once for each policy; and where workers are decided alike and handled otherwise,
     * once more for each switch in which the policies differ, to find the one that makes the difference.
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
     * differs, and the next import of any other kind than real-time lets whoever referred to the account before refer to this
     * one (rule E11). To link and send at once, use {@link #link}.
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

    /** Checks the mappings if the systems can be asked; that one is down is for a run to say. */
    void requireFit() {
        conductor.requireFit();
    }

    private static ImportKind requireImport(ImportKind kind) {
        if (kind != ImportKind.FULL && kind != ImportKind.INCREMENTAL) {
            throw new IllegalArgumentException(
                    kind + " is not run like this; use FULL or INCREMENTAL, or the method of that name");
        }
        return kind;
    }
}
