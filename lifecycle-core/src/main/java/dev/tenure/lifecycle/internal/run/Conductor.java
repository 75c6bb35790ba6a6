package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.internal.plan.Fingerprinter;
import dev.tenure.lifecycle.internal.run.session.Leases;
import dev.tenure.lifecycle.internal.run.session.Outstanding;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.Bindings;
import dev.tenure.lifecycle.internal.run.setup.MappingFit;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Glance;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LeaseLostException;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Conducts runs: each way in is the same road, entered or left elsewhere. Safe for use by several threads. */
public final class Conductor {

    private static final Logger LOG = LoggerFactory.getLogger(Conductor.class);

    private final Settings settings;
    private final Decider decider;
    private final Bindings.Lazy bindings;
    private final Outstanding outstanding;

    /**
     * Sets up what needs no other system; sources and targets are asked for their schemas when these are first needed.
     *
     * @param settings what the host gave
     * @throws IllegalArgumentException if a mapping is wrong whatever the schemas are
     */
    public Conductor(Settings settings) {
        this.settings = settings;
        this.decider = new Decider(settings.policy());
        MappingFit.requireSound(settings);
        this.bindings =
                new Bindings.Lazy(settings, new Fingerprinter(settings.store().secret()));
        this.outstanding = new Outstanding(settings.store());
    }

    /**
     * Reads what is outstanding.
     *
     * @return what waits, failed or is held
     */
    public Outstanding outstanding() {
        return outstanding;
    }

    /**
     * Gives what is known of sources and targets once they have been asked.
     *
     * @return made when first asked for
     */
    public Bindings.Lazy bindings() {
        return bindings;
    }

    /**
     * Asks every system for its schema and checks the mappings against them; nothing is done twice.
     *
     * @throws IllegalStateException if a mapping does not fit; all problems are named
     * @throws ConnectorException if a system cannot be reached
     */
    public void checkMapping() {
        bindings.get();
    }

    /**
     * Runs a full or incremental import.
     *
     * @param kind which
     * @return what it amounted to
     */
    public ImportRun runImport(ImportKind kind) {
        return withLeases(kind, run -> run.importAll());
    }

    /**
     * Plans a full or incremental import and writes nothing.
     *
     * @param kind which
     * @return the plan
     */
    public Plan planImport(ImportKind kind) {
        return rehearse(kind);
    }

    public PreparedPlan rehearse(ImportKind kind) {
        return new Rehearsal(settings, decider, bindings.get()).of(newId(), kind);
    }

    /**
     * Carries out a plan.
     *
     * @param plan a plan that this engine made
     * @return what it amounted to
     */
    public ImportRun apply(Plan plan) {
        if (!(plan instanceof PreparedPlan prepared)) {
            throw new IllegalArgumentException("The plan was not made by this library; make one with plan(...)");
        }
        requireFit();
        Instant now = settings.clock().instant();
        Session session = new Session(newId(), plan.kind(), now, prepared.madeAt(), settings.listeners());
        Settings replaying = Rehearsal.carryingOut(settings, prepared);
        try (Leases leases = leases()) {
            return conduct(session, leases, () -> {
                Approval approval = new Approval(prepared, bindings.get());
                new Run(replaying, session, decider, bindings.get(), leases, approval).importAll();
            });
        }
    }

    /**
     * Reads just these workers.
     *
     * @param workers the workers
     * @return what it amounted to
     */
    public ImportRun realTime(Collection<WorkerRef> workers) {
        return conduct(ImportKind.REAL_TIME, run -> run.realTime(workers));
    }

    /**
     * Performs what is due.
     *
     * @return what it amounted to
     */
    public ImportRun advance() {
        return conduct(ImportKind.ADVANCE, Run::advance);
    }

    /**
     * Tries again what failed.
     *
     * @param workers for whom
     * @return what it amounted to
     */
    public ImportRun retry(Collection<WorkerRef> workers) {
        return conduct(ImportKind.BY_HAND, run -> run.named(workers, Subject.Manner.NAMED));
    }

    /**
     * Carries out what was pending.
     *
     * @param workers for whom
     * @return what it amounted to
     */
    public ImportRun confirm(Collection<WorkerRef> workers) {
        return conduct(ImportKind.BY_HAND, run -> run.named(workers, Subject.Manner.CONFIRMED));
    }

    /**
     * Notes that proposed accounts are not these workers' and goes on.
     *
     * @param workers whose
     * @return what it amounted to
     */
    public ImportRun reject(Collection<WorkerRef> workers) {
        return conduct(ImportKind.BY_HAND, run -> run.reject(workers));
    }

    /**
     * Links a worker to an account that a person chose.
     *
     * @param worker the worker
     * @param target the target's name
     * @param login the login of the account
     * @return what it amounted to
     */
    public ImportRun link(WorkerRef worker, String target, String login) {
        TargetBinding binding = bindings.get().target(target);
        Glance glance = new Glance(settings, decider, bindings.get().identity());
        Account account = new ChosenAccount(settings.store(), glance.retries()).find(worker, binding, login);
        Subject.Manner manner = Subject.Manner.chosen(target, account.ref());
        return conduct(ImportKind.BY_HAND, run -> run.named(List.of(worker), manner));
    }

    /**
     * Repairs a missing link and leaves the account as it is.
     *
     * @param worker the worker
     * @param target the target's name
     * @param login the login of the account
     * @return what it amounted to
     */
    public ImportRun relink(WorkerRef worker, String target, String login) {
        TargetBinding binding = bindings.get().target(target);
        Session session = session(ImportKind.BY_HAND);
        Relinker relinker = new Relinker(
                settings, new Glance(settings, decider, bindings.get().identity()));
        return conduct(session, () -> relinker.relink(session, worker, binding, login));
    }

    /**
     * Makes what the safeguard holds.
     *
     * @return what it amounted to
     */
    public ImportRun approve() {
        return conduct(ImportKind.BY_HAND, Run::approve);
    }

    /**
     * Drops what the safeguard holds, until an import counts it anew.
     *
     * @return what it amounted to
     */
    public ImportRun discard() {
        return conduct(ImportKind.BY_HAND, Run::discard);
    }

    /**
     * Writes to HR whatever contact data differs.
     *
     * @return what it amounted to
     */
    public ImportRun forceWriteBack() {
        return conduct(ImportKind.BY_HAND, Run::forceWriteBack);
    }

    /**
     * Says when something is due with no import.
     *
     * @return the instant, empty if nothing is
     */
    public Optional<Instant> nextTransition() {
        return outstanding.nextTransition(settings.clock().instant());
    }

    private ImportRun withLeases(ImportKind kind, Consumer<Run> work) {
        try (Leases leases = leases()) {
            return conduct(kind, leases, work);
        }
    }

    private Leases leases() {
        List<String> sources = settings.sources().stream().map(HrSource::name).toList();
        String holder = settings.holder() + "/" + UUID.randomUUID();
        return Leases.of(settings.store(), sources, holder, settings.clock().instant(), settings.takeover());
    }

    private ImportRun conduct(ImportKind kind, Consumer<Run> work) {
        return conduct(kind, Leases.none(settings.store()), work);
    }

    private ImportRun conduct(ImportKind kind, Leases leases, Consumer<Run> work) {
        requireFit();
        Session session = session(kind);
        return conduct(session, leases, () -> {
            Run run = new Run(settings, session, decider, bindings.get(), leases, any -> true);
            work.accept(run);
        });
    }

    private ImportRun conduct(Session session, Leases leases, Runnable work) {
        leases.held().stream()
                .filter(Lease::takenOver)
                .forEach(lease -> session.notice(
                        NoticeKind.STARTED_OVER,
                        Optional.empty(),
                        lease.source(),
                        "the import before this one was cut off; this one starts over, and what that one had done is not"
                                + " sent again"));
        return conduct(session, work);
    }

    /**
     * Checks the mappings if the systems can be asked. That one is down is for a run to say.
     *
     * @throws IllegalStateException if a mapping does not fit, which is the host's to mend; all problems are named
     */
    public void requireFit() {
        try {
            checkMapping();
        } catch (ConnectorException down) {
            LOG.debug("A system cannot describe itself yet; the next run asks again");
        }
    }

    private ImportRun conduct(Session session, Runnable work) {
        Optional<String> failure = Optional.empty();
        try {
            work.run();
        } catch (ConnectorException | LeaseLostException problem) {
            failure = Optional.of(String.valueOf(problem.getMessage()));
        }
        List<WorkerRef> pending = outstanding.workersWith(new WorkerStateQuery.WithPending());
        ImportRun result =
                session.finish(settings.clock().instant(), failure, pending, outstanding.held(), nextTransition());
        settings.store().saveRun(result);
        return result;
    }

    private Session session(ImportKind kind) {
        Instant now = settings.clock().instant();
        return new Session(newId(), kind, now, now, settings.listeners());
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
