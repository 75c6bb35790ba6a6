package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.read.WorkerReader;
import dev.tenure.lifecycle.internal.run.session.Leases;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.internal.run.subject.Subjects;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads workers from HR page by page, and sends each page down the road. For one thread. */
final class Reading {

    private static final Duration TERMINATION_WINDOW = Duration.ofHours(24);

    private final LifecycleStore store;
    private final Session session;
    private final Sources sources;
    private final Subjects subjects;
    private final Leases leases;
    private final Road road;
    private final Set<WorkerRef> unreadable = new HashSet<>();

    Reading(LifecycleStore store, Session session, Sources sources, Subjects subjects, Leases leases, Road road) {
        this.store = store;
        this.session = session;
        this.sources = sources;
        this.subjects = subjects;
        this.leases = leases;
        this.road = road;
    }

    /** Reads all pages of a query; says how far the source was read. */
    Optional<Watermark> read(HrSource source, WorkerQuery query, Function<WorkerRef, Subject.Manner> manner) {
        return sources.reader(source).read(query, batch -> take(source, batch, batch.workers(), manner));
    }

    /**
     * A2: who ends around now, back to the last success, so that a missed import loses nothing (C6). Who does not end yet is
     * not included by that alone (A4), unless there is more to do.
     */
    void terminations(HrSource source, Optional<Instant> since) {
        terminations(
                source,
                since,
                ref -> true,
                subject -> Optional.of(
                        endAlone(subject).orElseGet(() -> isSettled(subject) ? subject.nearEnd() : subject)));
    }

    /** The same beside the workers that a notification named: with the others nothing but an end is done (A1, E12). */
    void terminationsBeside(HrSource source, Optional<Instant> since, Predicate<WorkerRef> wanted) {
        terminations(source, since, wanted, Reading::endAlone);
    }

    /** Who has ended; and, with the dates alone, a linked worker of whom nothing is due and nothing waits. */
    private static Optional<Subject> endAlone(Subject subject) {
        if (subject.state() == LifecycleState.TERMINATED) {
            return Optional.of(subject);
        }
        boolean counts = subject.isLinked() && isSettled(subject);
        return counts ? Optional.of(subject.nearEnd().withoutProfile()) : Optional.empty();
    }

    private static boolean isSettled(Subject subject) {
        return subject.stored()
                .filter(known -> known.state() == subject.state())
                .filter(known -> known.accounts().values().stream().allMatch(Reading::isSettled))
                .isPresent();
    }

    private static boolean isSettled(AccountState account) {
        return account.pending().isEmpty()
                && account.failures().isEmpty()
                && account.intent().isEmpty()
                && account.hold().isEmpty();
    }

    private void terminations(
            HrSource source,
            Optional<Instant> since,
            Predicate<WorkerRef> wanted,
            Function<Subject, Optional<Subject>> part) {
        Instant from = session.now().minus(TERMINATION_WINDOW);
        if (since.isPresent() && since.get().isBefore(from)) {
            from = since.get();
        }
        WorkerQuery query = new WorkerQuery.Terminations(from, session.now().plus(TERMINATION_WINDOW), sources.asOf());
        sources.reader(source).read(query, batch -> {
            List<Worker> workers = batch.workers().stream()
                    .filter(worker -> wanted.test(worker.ref()))
                    .toList();
            note(source, batch, workers);
            road.take(subjects.read(workers, session.now(), ref -> Subject.Manner.BULK).stream()
                    .flatMap(subject -> part.apply(subject).stream())
                    .toList());
        });
    }

    /** Reads workers by id. */
    void byIds(HrSource source, Collection<String> ids, Function<WorkerRef, Subject.Manner> manner) {
        sources.byIds(ids).forEach(some -> read(source, some, manner));
    }

    /** A3: reports who was asked for by id and is not returned. */
    void reportNotReturned(HrSource source, Set<String> ids) {
        reportNotReturned(source, ids, Set.of());
    }

    /** The same where an account may have been made for some of them, which is seen to all the same (rule S4). */
    void reportNotReturned(HrSource source, Set<String> ids, Set<String> inDoubt) {
        for (String id : ids) {
            WorkerRef ref = new WorkerRef(source.name(), id);
            if (!wasReturned(ref)) {
                session.notice(
                        NoticeKind.NOT_RETURNED,
                        Optional.of(ref),
                        source.name(),
                        "HR does not return this worker; "
                                + (inDoubt.contains(id)
                                        ? "only what came of the create that was cut off is settled"
                                        : "nothing is changed"));
            }
        }
    }

    /** Whether HR returned a worker to this run, readable or not: it is not absent then (rule S2). */
    boolean wasReturned(WorkerRef ref) {
        return sources.hasRead(ref) || unreadable.contains(ref);
    }

    private void take(
            HrSource source,
            WorkerReader.Batch batch,
            List<Worker> workers,
            Function<WorkerRef, Subject.Manner> manner) {
        note(source, batch, workers);
        road.take(subjects.read(workers, session.now(), manner));
    }

    private void note(HrSource source, WorkerReader.Batch batch, List<Worker> workers) {
        session.read(workers.size(), batch.total());
        batch.unreadable().forEach(record -> {
            record.worker().ifPresent(worker -> session.tries().failed(worker, source.name()));
            record.worker().ifPresent(unreadable::add);
            session.notice(NoticeKind.UNREADABLE_WORKER, record.worker(), source.name(), record.message());
        });
        batch.repeated()
                .forEach(ref -> session.notice(
                        NoticeKind.DUPLICATE_WORKER,
                        Optional.of(ref),
                        source.name(),
                        "returned twice in one read; the first one counts"));
        noteSeen(batch, workers);
    }

    /**
     * N1: whom an incremental import has seen. A full one names whom it has not, which are few. A real-time import beside
     * one must not make the store forget.
     */
    private void noteSeen(WorkerReader.Batch batch, List<Worker> workers) {
        if (session.kind() != ImportKind.INCREMENTAL) {
            return;
        }
        List<WorkerRef> seen = new ArrayList<>();
        workers.forEach(worker -> seen.add(worker.ref()));
        batch.unreadable().forEach(record -> record.worker().ifPresent(seen::add));
        store.seen(session.id(), seen, leases.held());
    }
}
