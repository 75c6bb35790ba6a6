package dev.tenure.lifecycle.internal.read;

import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.UnreadableWorker;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Reads the workers of a source for one run: normalised, each once, page by page. For one thread.
 */
public final class WorkerReader {

    private final HrSource source;
    private final UnaryOperator<java.util.function.Supplier<Optional<WorkerPage>>> retries;
    private final Normaliser normaliser = new Normaliser();
    private final SeenIds seen = new SeenIds();
    private final Set<String> namedOtherwise = new HashSet<>();
    private int queries;

    /**
     * Prepares the reading of a run.
     *
     * @param source the source
     * @param retries wraps the reading of a page so that it is tried again where the source asks for it
     */
    public WorkerReader(HrSource source, UnaryOperator<java.util.function.Supplier<Optional<WorkerPage>>> retries) {
        this.source = source;
        this.retries = retries;
    }

    /**
     * What a page brought.
     *
     * @param workers workers that this run had not read before
     * @param unreadable records that could not be understood
     * @param repeated workers that this very read returned before
     * @param total how many workers the whole read has, where the source says so
     */
    public record Batch(
            List<Worker> workers, List<UnreadableWorker> unreadable, List<WorkerRef> repeated, OptionalLong total) {}

    /**
     * Reads all pages of a query. Workers that an earlier query of this run returned are passed over.
     *
     * @param query which workers
     * @param sink takes each page
     * @return the watermark of the read
     * @throws dev.tenure.lifecycle.failure.ConnectorException if the read could not be finished
     */
    public Optional<Watermark> read(WorkerQuery query, Consumer<Batch> sink) {
        int number = queries++;
        try (WorkerPages pages = source.read(query)) {
            Optional<WorkerPage> page = retries.apply(pages::next).get();
            while (page.isPresent()) {
                sink.accept(batch(page.get(), number));
                page = retries.apply(pages::next).get();
            }
            return pages.watermark();
        }
    }

    /**
     * Says whether this run has read a worker.
     *
     * @param ref the worker
     * @return true if a query returned it, under this id or another
     */
    public boolean hasRead(WorkerRef ref) {
        return ref.source().equals(source.name()) && (seen.contains(ref.id()) || namedOtherwise.contains(ref.id()));
    }

    private Batch batch(WorkerPage page, int number) {
        List<Worker> workers = new ArrayList<>(page.workers().size());
        List<WorkerRef> repeated = new ArrayList<>();
        for (Worker worker : page.workers()) {
            switch (seen.note(worker.ref().id(), number)) {
                case NEVER -> workers.add(normaliser.normalise(worker));
                case BY_THIS_QUERY -> repeated.add(worker.ref());
                case BY_ANOTHER_QUERY -> {
                    // Handled already.
                }
            }
        }
        namedOtherwise.addAll(page.namedOtherwise().keySet());
        return new Batch(workers, page.unreadable(), repeated, page.total());
    }
}
