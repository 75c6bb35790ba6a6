package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.source.UnreadableWorker;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.testkit.Selection.Found;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A read of an {@link InMemoryHrSource} in progress. */
final class InMemoryWorkerPages implements WorkerPages {

    private final Selection selection;
    private final int pageSize;
    private final Faults faults;
    private final PageFaults pageFaults;
    private int page = 1;
    private boolean repeated;
    private boolean closed;

    InMemoryWorkerPages(Selection selection, int pageSize, Faults faults, PageFaults pageFaults) {
        this.selection = selection;
        this.pageSize = pageSize;
        this.faults = faults;
        this.pageFaults = pageFaults;
    }

    @Override
    public Optional<WorkerPage> next() {
        if (closed) {
            throw new IllegalStateException("The read is closed; open another");
        }
        faults.requireReach("reading workers");
        List<Found> all = selection.found();
        int from = (page - 1) * pageSize;
        pageFaults.strike(page);
        if (from >= all.size()) {
            return Optional.empty();
        }
        List<Found> found = all.subList(from, Math.min(from + pageSize, all.size()));
        if (!repeated && pageFaults.isRepeated(page)) {
            repeated = true;
        } else {
            repeated = false;
            page++;
        }
        return Optional.of(page(found, all.size()));
    }

    private static WorkerPage page(List<Found> found, int total) {
        return new WorkerPage(
                found.stream()
                        .filter(one -> !one.unreadable())
                        .map(Found::worker)
                        .toList(),
                found.stream()
                        .filter(Found::unreadable)
                        .map(one -> new UnreadableWorker(
                                Optional.of(one.worker().ref()),
                                "Worker " + one.worker().ref() + " cannot be understood, as the test asked"))
                        .toList(),
                OptionalLong.of(total));
    }

    @Override
    public Optional<Watermark> watermark() {
        return selection.watermark();
    }

    @Override
    public void close() {
        closed = true;
    }
}
