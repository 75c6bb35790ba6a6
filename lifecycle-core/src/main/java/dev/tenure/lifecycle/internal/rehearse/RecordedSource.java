package dev.tenure.lifecycle.internal.rehearse;

import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.SourceDescription;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A source that notes what it answers in a rehearsal, and gives the same answers when the plan is carried out. In a rehearsal
 * it is told nothing.
 */
public final class RecordedSource implements HrSource {

    private final HrSource real;
    private final HrRecording recording;
    private final boolean replays;

    private RecordedSource(HrSource real, HrRecording recording, boolean replays) {
        this.real = real;
        this.recording = recording;
        this.replays = replays;
    }

    /**
     * Asks a source and notes what it answers.
     *
     * @param real the source
     * @param recording where to
     * @return the source for a rehearsal
     */
    public static RecordedSource rehearsing(HrSource real, HrRecording recording) {
        return new RecordedSource(real, recording, false);
    }

    /**
     * Gives the answers of a rehearsal; what was not asked then the source is asked now.
     *
     * @param real the source
     * @param recording what it answered
     * @return the source to carry a plan out with
     */
    public static RecordedSource replaying(HrSource real, HrRecording recording) {
        return new RecordedSource(real, recording, true);
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public SourceDescription describe() {
        return real.describe();
    }

    @Override
    public ConnectionReport test() {
        return real.test();
    }

    @Override
    public WorkerPages read(WorkerQuery query) {
        if (replays) {
            return recording.of(query).<WorkerPages>map(Replay::new).orElseGet(() -> real.read(query));
        }
        return new Noting(query, real.read(query));
    }

    @Override
    public Optional<List<ProvisioningGroup>> groups() {
        if (replays) {
            return recording.hasGroups() ? recording.groups() : real.groups();
        }
        Optional<List<ProvisioningGroup>> all = real.groups();
        recording.groups(all);
        return all;
    }

    @Override
    public Optional<ContactWriteBack> writeBack() {
        return replays ? real.writeBack() : real.writeBack().map(Untold::new);
    }

    /** Notes the pages of a read once it is finished. */
    private final class Noting implements WorkerPages {

        private final WorkerQuery query;
        private final WorkerPages pages;
        private final List<WorkerPage> read = new ArrayList<>();

        Noting(WorkerQuery query, WorkerPages pages) {
            this.query = query;
            this.pages = pages;
        }

        @Override
        public Optional<WorkerPage> next() {
            Optional<WorkerPage> page = pages.next();
            page.ifPresentOrElse(read::add, () -> recording.add(query, read, pages.watermark()));
            return page;
        }

        @Override
        public Optional<Watermark> watermark() {
            return pages.watermark();
        }

        @Override
        public void close() {
            pages.close();
        }
    }

    /** Gives the pages of a read once more. */
    private static final class Replay implements WorkerPages {

        private final HrRecording.Read read;
        private final Iterator<WorkerPage> rest;

        Replay(HrRecording.Read read) {
            this.read = read;
            this.rest = read.pages().iterator();
        }

        @Override
        public Optional<WorkerPage> next() {
            return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
        }

        @Override
        public Optional<Watermark> watermark() {
            return read.watermark();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** HR as a rehearsal sees it: it has the fields of the real one and hears of nothing. */
    private record Untold(ContactWriteBack real) implements ContactWriteBack {

        @Override
        public Set<ContactField> fields() {
            return real.fields();
        }

        @Override
        public void write(Worker worker, Map<ContactField, String> values) {
            // Only the real one is told.
        }
    }
}
