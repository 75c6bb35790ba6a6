package com.example.host;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import dev.tenure.lifecycle.worker.WorkerRef;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When something is done, and by which instance. What is to be done are rows of a table that all instances share: whoever
 * is first takes a row, and what an instance that died had taken is taken by another one.
 */
final class Schedule implements AutoCloseable {

    /** How many tasks may be under way: two imports, what is due, and what was notified. */
    static final int THREADS = 6;

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final String ONLY = "recurring";
    private static final int MOVES = 5;

    private static final TaskDescriptor<Void> FULL = TaskDescriptor.of("full-import");
    private static final TaskDescriptor<Void> INCREMENTAL = TaskDescriptor.of("incremental-import");
    private static final TaskDescriptor<Void> DUE = TaskDescriptor.of("due-transitions");
    private static final TaskDescriptor<String> NOTIFIED = TaskDescriptor.of("notified-worker", String.class);

    /** A run that could not be finished is not left until next week. */
    private static final Duration RETRY_IMPORT = Duration.ofMinutes(10);

    /** What is due and could not be done, because a system is down, is tried again after this. */
    private static final Duration RETRY_DUE = Duration.ofMinutes(1);

    /** However far away the next transition is, the store is asked this often: it costs one look at an index. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final int NOTIFIED_ATTEMPTS = 10;
    private static final Duration RETRY_NOTIFIED = Duration.ofSeconds(5);

    /** After so many missed heartbeats an instance is taken for dead. */
    private static final int HEARTBEATS = 6;

    private final LifecycleEngine engine;
    private final JdbcStore store;
    private final InstantSource clock;
    private final Scheduler scheduler;

    Schedule(
            Settings settings,
            String name,
            LifecycleEngine engine,
            JdbcStore store,
            DataSource database,
            InstantSource clock,
            MeterRegistry registry) {
        this.engine = engine;
        this.store = store;
        this.clock = clock;
        SchedulerTable.create(database);
        ZoneId zone = ZoneId.of(settings.text("schedule.zone", "UTC"));
        RecurringTask<Void> full =
                importing(FULL, settings.text("schedule.full", "0 0 3 * * SUN"), zone, ImportKind.FULL);
        RecurringTask<Void> incremental = importing(
                INCREMENTAL, settings.text("schedule.incremental", "0 5 * * * *"), zone, ImportKind.INCREMENTAL);
        CustomTask<Void> due = due();
        OneTimeTask<String> notified = notified();
        this.scheduler = Scheduler.create(database, notified)
                .startTasks(List.of(full, incremental))
                .startTasks(List.of(due))
                .schedulerName(() -> name)
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(settings.duration("schedule.poll", "PT1S"))
                // The lease of an import runs out after the same time, so that who takes over finds it free.
                .heartbeatInterval(settings.duration("takeover", "PT15M").dividedBy(HEARTBEATS))
                .missedHeartbeatsLimit(HEARTBEATS)
                .failureLogging(LogLevel.WARN, false)
                .shutdownMaxWait(settings.duration("shutdown.wait", "PT12S"))
                .addSchedulerListener(new StatsRegistryAdapter(
                        new MicrometerStatsRegistry(registry, List.of(full, incremental, due, notified))))
                .build();
    }

    void start() {
        scheduler.start();
        if (store.progress(Host.SOURCE).lastSuccess().isEmpty()) {
            moveTo(FULL, clock.instant());
        }
    }

    /** Whether it does anything. */
    boolean isRunning() {
        return scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown();
    }

    /** Has workers read soon, here or by another instance. Once this returns, that is safe. */
    void readNow(Set<String> workers) {
        for (String worker : workers) {
            // A row for each notification: one that comes while the worker is being read must not be lost.
            scheduler.schedule(
                    NOTIFIED.instance(UUID.randomUUID().toString()).data(worker).scheduledTo(clock.instant()));
        }
        scheduler.triggerCheckForDueExecutions();
    }

    private RecurringTask<Void> importing(TaskDescriptor<Void> task, String cron, ZoneId zone, ImportKind kind) {
        return Tasks.recurring(task, Schedules.cron(cron, zone))
                .onFailure(new OnFailureRetryLater<>(RETRY_IMPORT))
                .execute((instance, context) -> {
                    requireFinished(engine.run(kind));
                    moveTo(DUE, nextLook(clock.instant()));
                });
    }

    /** Runs at the instant that the engine names, and then asks it for the next one. */
    private CustomTask<Void> due() {
        return Tasks.custom(DUE)
                .scheduleOnStartup(ONLY, null, now -> now)
                .onFailure(new OnFailureRetryLater<>(RETRY_DUE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    boolean isDue = engine.nextTransition()
                            .filter(at -> !at.isAfter(clock.instant()))
                            .isPresent();
                    if (isDue) {
                        requireFinished(engine.advance());
                    }
                    return (complete, operations) -> operations.reschedule(complete, nextLook(clock.instant()));
                });
    }

    private OneTimeTask<String> notified() {
        return Tasks.oneTime(NOTIFIED)
                .onFailure(FailureHandler.<String>maxRetries(NOTIFIED_ATTEMPTS)
                        .withBackoff(RETRY_NOTIFIED)
                        // The next import finds the worker, too.
                        .thenRemove())
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    ImportRun run = engine.realTime(List.of(new WorkerRef(Host.SOURCE, instance.getData())));
                    requireFinished(run);
                    if (run.notices().stream().anyMatch(notice -> notice.kind() == NoticeKind.OVERTAKEN)) {
                        throw new UnfinishedException("another run has the worker in hand");
                    }
                    moveTo(DUE, nextLook(clock.instant()));
                });
    }

    private Instant nextLook(Instant now) {
        Instant latest = now.plus(LONGEST_WAIT);
        Instant next = engine.nextTransition().orElse(latest);
        if (!next.isAfter(now)) {
            return now.plus(RETRY_DUE);
        }
        return next.isBefore(latest) ? next : latest;
    }

    private void moveTo(TaskDescriptor<Void> task, Instant at) {
        for (int attempt = 1; attempt <= MOVES; attempt++) {
            try {
                scheduler.schedule(task.instance(ONLY).scheduledTo(at), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
                return;
            } catch (TaskInstanceCurrentlyExecutingException underWay) {
                // It looks at the store when it is done.
                return;
            } catch (ExecutionException another) {
                LOG.debug("Another instance moved {} at the same moment", task.getTaskName());
            }
        }
    }

    /** Lets the scheduler know that a run has to be made again. Failures of single workers are the engine's to retry. */
    private static void requireFinished(ImportRun run) {
        run.failure().ifPresent(why -> {
            throw new UnfinishedException(why);
        });
    }

    /**
     * Waits for what is under way, for as long as {@code shutdown.wait} says; then it is interrupted, and waited for as long
     * again. A run that is cut off does no harm.
     */
    @Override
    public void close() {
        scheduler.stop();
    }

    private static final class UnfinishedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnfinishedException(String why) {
            super(why);
        }
    }
}
