package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.internal.rehearse.HrRecording;
import dev.tenure.lifecycle.internal.rehearse.RecordedSource;
import dev.tenure.lifecycle.internal.rehearse.RehearsalStore;
import dev.tenure.lifecycle.internal.run.session.Leases;
import dev.tenure.lifecycle.internal.run.session.Outstanding;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.setup.Bindings;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.plan.PersonPlan;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Plans an import by running it: the same run, over a store and targets that keep to themselves what is done to them. So a
 * preview is what is then done, whatever workers of one import have to do with each other.
 */
final class Rehearsal {

    /** One worker after the other: nothing is waited for, and a plan of the same facts is the same plan. */
    private static final Executor IN_ORDER = Runnable::run;

    private final Settings settings;
    private final Decider decider;
    private final Bindings real;

    Rehearsal(Settings settings, Decider decider, Bindings real) {
        this.settings = settings;
        this.decider = decider;
        this.real = real;
    }

    /** Runs an import that writes nothing. */
    PreparedPlan of(String id, ImportKind kind) {
        Map<String, HrRecording> recordings = new HashMap<>();
        List<HrSource> sources = new ArrayList<>();
        for (HrSource source : settings.sources()) {
            HrRecording recording = new HrRecording();
            recordings.put(source.name(), recording);
            sources.add(RecordedSource.rehearsing(source, recording));
        }
        RehearsalStore store = new RehearsalStore(settings.store());
        Bindings bindings = real.rehearsing();
        PlanRecorder recorder = new PlanRecorder(bindings);
        Instant now = settings.clock().instant();
        // Who listens hears of what is done; a rehearsal does nothing.
        Session session = new Session(id, kind, now, now, List.of(recorder));
        new Run(settings.over(sources, store, IN_ORDER), session, decider, bindings, Leases.none(store), recorder)
                .importAll();
        Map<WorkerRef, PlanRecorder.Looked> looked = recorder.looked();
        return new PreparedPlan(
                kind,
                now,
                people(looked, store, now),
                recorder.groupChanges(),
                new Outstanding(store).held(),
                session.notices(),
                looked,
                recordings);
    }

    /** Whom the import looks at, and then who waits for an answer though HR does not return them any more. */
    private List<PersonPlan> people(Map<WorkerRef, PlanRecorder.Looked> looked, RehearsalStore store, Instant now) {
        Map<WorkerRef, WorkerState> after = store.load(looked.keySet());
        List<PersonPlan> people = new ArrayList<>();
        looked.forEach((ref, worker) -> {
            Map<String, PendingReason> pending = pending(Optional.ofNullable(after.get(ref)));
            if (!worker.changes().isEmpty()
                    || !pending.isEmpty()
                    || !worker.notes().isEmpty()) {
                people.add(new PersonPlan(ref, worker.subject().decision(), worker.changes(), pending, worker.notes()));
            }
        });
        new Outstanding(store).each(new WorkerStateQuery.WithPending(), state -> {
            if (!looked.containsKey(state.ref())) {
                Decision decision = decider.decide(state.employment(), state.endSeenAt(), now);
                people.add(new PersonPlan(state.ref(), decision, List.of(), pending(Optional.of(state)), List.of()));
            }
        });
        return people;
    }

    private static Map<String, PendingReason> pending(Optional<WorkerState> state) {
        Map<String, PendingReason> pending = new HashMap<>();
        state.ifPresent(known -> known.accounts()
                .forEach((target, account) ->
                        account.pending().ifPresent(question -> pending.put(target, question.why()))));
        return pending;
    }

    /** The settings to carry a plan out with: HR answers as it did when the plan was made. */
    static Settings carryingOut(Settings settings, PreparedPlan plan) {
        List<HrSource> sources = settings.sources().stream()
                .<HrSource>map(source -> RecordedSource.replaying(
                        source, plan.recordings().getOrDefault(source.name(), new HrRecording())))
                .toList();
        return settings.over(sources, settings.store(), settings.executor());
    }
}
