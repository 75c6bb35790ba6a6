package dev.tenure.lifecycle.internal.run.session;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.listener.LifecycleListener;
import dev.tenure.lifecycle.listener.Progress;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.NoticeKind;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: its name, its instant, and what it has come to so far. Safe for use by several threads. */
public final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int MOST_NOTICES = 1000;

    private final String id;
    private final ImportKind kind;
    private final Instant startedAt;
    private final Instant now;
    private final List<LifecycleListener> listeners;
    private final Map<ChangeKind, Integer> applied = new EnumMap<>(ChangeKind.class);
    private final Tries tries = new Tries();
    private final Set<WorkerRef> absent = new TreeSet<>();
    private final Set<Notice> notices = new LinkedHashSet<>();
    private int read;
    private int unchanged;

    /**
     * Begins a run.
     *
     * @param id its name
     * @param kind what it is
     * @param startedAt when it begins
     * @param now the instant that every decision is made for
     * @param listeners who hears what happens
     */
    public Session(String id, ImportKind kind, Instant startedAt, Instant now, List<LifecycleListener> listeners) {
        this.id = id;
        this.kind = kind;
        this.startedAt = startedAt;
        this.now = now;
        this.listeners = listeners;
        tell(listener -> listener.started(id, kind, startedAt));
    }

    public String id() {
        return id;
    }

    public ImportKind kind() {
        return kind;
    }

    /** Whether this is a full or incremental import. */
    public boolean readsAll() {
        return kind == ImportKind.FULL || kind == ImportKind.INCREMENTAL;
    }

    /** The instant that every decision of the run is made for. */
    public Instant now() {
        return now;
    }

    public synchronized void read(int more, OptionalLong total) {
        read += more;
        int done = read;
        tell(listener -> listener.progressed(new Progress(id, "reading workers", done, total)));
    }

    public synchronized void unchanged() {
        unchanged++;
    }

    public synchronized void changed(Change change, JournalEntry entry) {
        if (entry.outcome() == OutcomeKind.APPLIED) {
            applied.merge(change.kind(), 1, Integer::sum);
        } else if (entry.outcome() == OutcomeKind.FAILED) {
            entry.worker().ifPresent(worker -> tries.failed(worker, change.system()));
        }
        tell(listener -> listener.changed(change, entry));
    }

    /** What this run tried in vain. */
    public Tries tries() {
        return tries;
    }

    public synchronized void absent(WorkerRef worker, String source) {
        absent.add(worker);
        notice(NoticeKind.ABSENT, Optional.of(worker), source, "a full import no longer returned this linked worker");
    }

    public synchronized List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** Notices something once, however often a run looks at the worker. */
    public synchronized void notice(NoticeKind what, Optional<WorkerRef> worker, String system, String text) {
        Notice notice = new Notice(what, worker, system, text);
        if (notices.contains(notice)) {
            return;
        }
        if (notices.size() < MOST_NOTICES) {
            notices.add(notice);
        }
        tell(listener -> listener.noticed(id, notice));
    }

    public synchronized ImportRun finish(
            Instant at,
            Optional<String> failure,
            List<WorkerRef> pending,
            List<HeldChanges> held,
            Optional<Instant> nextTransition) {
        ImportRun run = ImportRun.builder()
                .id(id)
                .kind(kind)
                .startedAt(startedAt)
                .finishedAt(at)
                .failure(failure)
                .read(read)
                .unchanged(unchanged)
                .applied(applied)
                .failed(tries.failed())
                .pending(pending)
                .held(held)
                .absent(absent)
                .notices(notices)
                .nextTransition(nextTransition)
                .build();
        tell(listener -> listener.finished(run));
        return run;
    }

    /** A listener that throws does not break a run. */
    private void tell(Consumer<LifecycleListener> what) {
        for (LifecycleListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException broken) {
                LOG.warn(
                        "A listener failed with {}; the run goes on",
                        broken.getClass().getName());
            }
        }
    }
}
