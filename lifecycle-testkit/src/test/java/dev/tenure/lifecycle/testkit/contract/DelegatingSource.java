package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.SourceDescription;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.util.List;
import java.util.Optional;

/** A source that does what another does, for a mutant to do one thing otherwise. */
class DelegatingSource implements HrSource {

    private final HrSource real;

    DelegatingSource(HrSource real) {
        this.real = real;
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
        return real.read(query);
    }

    @Override
    public Optional<List<ProvisioningGroup>> groups() {
        return real.groups();
    }

    @Override
    public Optional<ContactWriteBack> writeBack() {
        return real.writeBack();
    }

    /** Pages that do what others do. */
    static class Pages implements WorkerPages {

        private final WorkerPages real;

        Pages(WorkerPages real) {
            this.real = real;
        }

        @Override
        public Optional<WorkerPage> next() {
            return real.next();
        }

        @Override
        public Optional<Watermark> watermark() {
            return real.watermark();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
