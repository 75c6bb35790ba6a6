package dev.tenure.workday.internal.read;

import dev.tenure.http.SeenIds;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.workday.internal.translate.Keys;
import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A read in progress: its questions one after the other. What was fetched stays until it is handed out, so that after a
 * {@link RetryLater} nothing is skipped; any other failure is final, since a read that is not complete must not end as if it
 * were. For one thread.
 */
final class Pages implements WorkerPages {

    private final ReadSettings settings;
    private final Opening opening;
    private final Assembly assembly;
    private final boolean movesWatermark;
    private final SeenIds seen = new SeenIds();
    private final SeenIds keys = new SeenIds();
    private SeenIds inThisSection = new SeenIds();
    private @Nullable Opened opened;
    private int section;
    private @Nullable Fetched fetched;
    private @Nullable ConnectorException failure;
    private boolean closed;

    Pages(ReadSettings settings, Opening opening, Assembly assembly, boolean movesWatermark) {
        this.settings = settings;
        this.opening = opening;
        this.assembly = assembly;
        this.movesWatermark = movesWatermark;
    }

    /** Asks what must be known before the first page. */
    @FunctionalInterface
    interface Opening {
        Opened open();
    }

    /** The questions, and the watermark that was pinned. */
    record Opened(List<Section> sections, Optional<Watermark> watermark) {}

    private record Fetched(List<WorkerRecord> records, List<WorkerRecord> namesakes, OptionalLong total) {}

    @Override
    public Optional<WorkerPage> next() {
        if (closed) {
            throw new IllegalStateException("The read is closed; open another");
        }
        if (failure != null) {
            throw failure;
        }
        try {
            return read();
        } catch (RetryLater again) {
            throw again;
        } catch (ConnectorException last) {
            failure = last;
            throw last;
        }
    }

    @Override
    public Optional<Watermark> watermark() {
        return movesWatermark ? opened().watermark() : Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        fetched = null;
        if (opened != null) {
            opened.sections().forEach(Section::close);
        }
    }

    private Optional<WorkerPage> read() {
        if (fetched == null) {
            fetched = fetch();
        }
        if (fetched == null) {
            return Optional.empty();
        }
        WorkerPage page = assembly.page(fetched.records(), fetched.namesakes(), fetched.total());
        fetched = null;
        return Optional.of(page);
    }

    private @Nullable Fetched fetch() {
        List<Section> sections = opened().sections();
        while (section < sections.size()) {
            Optional<Section.Batch> batch = sections.get(section).next();
            if (batch.isPresent()) {
                return sorted(batch.get(), sections.size());
            }
            section++;
            inThisSection = new SeenIds();
        }
        return null;
    }

    private Opened opened() {
        if (opened == null) {
            opened = opening.open();
        }
        return opened;
    }

    /**
     * Sorts out who came before. Within one question that means that its pages do not fit together, and that others are
     * missing.
     */
    private Fetched sorted(Section.Batch batch, int sections) {
        List<WorkerRecord> records = new ArrayList<>(batch.records().size());
        List<WorkerRecord> namesakes = new ArrayList<>(0);
        for (WorkerRecord worker : batch.records()) {
            String id = Wids.of(worker).or(() -> Keys.of(worker, false)).orElse("");
            if (id.isEmpty()) {
                records.add(worker);
            } else if (!inThisSection.add(id)) {
                throw duplicate();
            } else if (sections == 1 || seen.add(id)) {
                // A later question may well name a worker again, who is passed over then.
                (keys.add(Keys.of(worker, settings.byWid()).orElse(id)) ? records : namesakes).add(worker);
            }
        }
        OptionalLong total = sections == 1 ? batch.total() : OptionalLong.empty();
        return new Fetched(records, namesakes, total);
    }

    private ProtocolViolation duplicate() {
        return new ProtocolViolation(
                settings.source(),
                settings.source()
                        + ": get workers failed: a worker came twice, so others may be missing; the read was"
                        + " given up; run it again, and ask Workday if it stays");
    }
}
