package dev.tenure.successfactors.internal.read;

import dev.tenure.http.SeenIds;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.UnreadableWorker;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import dev.tenure.successfactors.internal.translate.Translated;
import dev.tenure.successfactors.internal.translate.Translator;
import dev.tenure.successfactors.internal.wire.Row;
import dev.tenure.successfactors.options.ReadNotice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A read in progress. What was fetched stays until it is handed out, so that after a {@link RetryLater} nothing is skipped;
 * any other failure is final, since a read that is not complete must not end as if it were. For one thread.
 */
final class PersonPages implements WorkerPages {

    /** What must be known before the first page. */
    @FunctionalInterface
    interface Opening {
        Opened open();
    }

    /**
     * A read that was opened.
     *
     * @param now the moment at which it was
     * @param people the people
     * @param completion reads what is missing of them
     * @param translator makes workers of them
     */
    record Opened(Instant now, Batches people, Completion completion, Translator translator) {}

    private final ReadSettings settings;
    private final Opening opening;
    private final boolean movesWatermark;
    private final SeenIds seen = new SeenIds();
    private @Nullable Opened opened;
    private @Nullable List<Row> fetched;
    private @Nullable ConnectorException failure;
    private boolean closed;

    PersonPages(ReadSettings settings, Opening opening, boolean movesWatermark) {
        this.settings = settings;
        this.opening = opening;
        this.movesWatermark = movesWatermark;
    }

    @Override
    public Optional<WorkerPage> next() {
        if (closed) {
            throw new IllegalStateException("The read is closed; open another");
        }
        if (failure != null) {
            throw failure;
        }
        try {
            return read(opened());
        } catch (RetryLater again) {
            throw again;
        } catch (ConnectorException last) {
            failure = last;
            throw last;
        }
    }

    @Override
    public Optional<Watermark> watermark() {
        return movesWatermark ? Optional.of(new Watermark(opened().now().toString())) : Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        fetched = null;
    }

    private Opened opened() {
        if (opened == null) {
            opened = opening.open();
        }
        return opened;
    }

    private Optional<WorkerPage> read(Opened read) {
        if (fetched == null) {
            fetched = read.people().next().orElse(null);
        }
        if (fetched == null) {
            return Optional.empty();
        }
        List<Row> people = read.completion().withNames(fetched);
        Map<String, List<Row>> jobs = read.completion().jobs(people);
        fetched = null;
        return Optional.of(page(read, people, jobs));
    }

    private WorkerPage page(Opened read, List<Row> people, Map<String, List<Row>> jobs) {
        List<Worker> workers = new ArrayList<>(people.size());
        List<UnreadableWorker> unreadable = new ArrayList<>(0);
        for (Row row : people) {
            String id = row.text("personIdExternal");
            if (id != null && !seen.add(id)) {
                // Rule T5: the first one counts.
                continue;
            }
            Translated translated =
                    read.translator().translate(row, user -> jobs.getOrDefault(user, List.of()), read.now());
            if (translated instanceof Translated.Person person) {
                workers.add(worker(person));
            } else if (translated instanceof Translated.Skipped skipped) {
                tell(skipped.id(), ReadNotice.Kind.SKIPPED, skipped.because().name());
            } else if (translated instanceof Translated.Failed failed) {
                Optional<WorkerRef> ref = failed.id().isEmpty() ? Optional.empty() : Optional.of(ref(failed.id()));
                unreadable.add(new UnreadableWorker(ref, failed.code() + ": " + failed.message()));
            }
        }
        return new WorkerPage(workers, unreadable, OptionalLong.empty());
    }

    private Worker worker(Translated.Person person) {
        person.warnings().forEach(warning -> tell(person.id(), ReadNotice.Kind.WARNING, warning.name()));
        return new Worker(ref(person.id()), person.employment(), person.attributes(), Optional.empty());
    }

    private WorkerRef ref(String id) {
        return new WorkerRef(settings.source(), id);
    }

    private void tell(String id, ReadNotice.Kind kind, String code) {
        try {
            settings.notices().accept(new ReadNotice(ref(id), kind, code));
        } catch (RuntimeException listenersOwn) {
            // A listener that throws does not break a read; what it does is its own business.
        }
    }
}
