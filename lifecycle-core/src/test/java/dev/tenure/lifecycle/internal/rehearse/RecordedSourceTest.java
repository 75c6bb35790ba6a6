package dev.tenure.lifecycle.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.SourceDescription;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A plan is carried out with what HR answered when it was made. */
final class RecordedSourceTest {

    private static final List<ProvisioningGroup> GROUPS = List.of(new ProvisioningGroup("1", "Dev"));

    private final Hr hr = new Hr();
    private final HrRecording recording = new HrRecording();

    @Test
    void aWorkerWhoIsKnownByAnotherId_isFoundByItAgain() {
        Worker ada = worker("W-1");
        Worker lin = worker("2");
        WorkerPage page = new WorkerPage(List.of(ada, lin), List.of(), OptionalLong.of(2), Map.of("WID-1", ada.ref()));
        hr.page = page;
        read(RecordedSource.rehearsing(hr, recording), "WID-1", "2", "nobody");

        HrSource again = RecordedSource.replaying(hr, recording);
        WorkerPage both = read(again, "WID-1", "2");
        assertThat(both.workers()).containsExactlyInAnyOrder(ada, lin);
        assertThat(both.namedOtherwise()).containsExactly(Map.entry("WID-1", ada.ref()));
        WorkerPage one = read(again, "2", "nobody");
        assertThat(one.workers()).containsExactly(lin);
        assertThat(one.namedOtherwise()).isEmpty();
        assertThat(read(again, "WID-1", "W-1").workers())
                .as("not asked for in the rehearsal by this id: HR is asked")
                .containsExactly(ada, lin);
        assertThat(hr.asked).isEqualTo(2);
    }

    @Test
    void groupsThatWereNotAskedFor_areAskedForNow() {
        HrSource again = RecordedSource.replaying(hr, recording);
        assertThat(again.groups()).contains(GROUPS);

        assertThat(RecordedSource.rehearsing(hr, recording).groups()).contains(GROUPS);
        hr.groups = Optional.empty();
        assertThat(again.groups()).as("as they were").contains(GROUPS);
    }

    private static WorkerPage read(HrSource source, String... ids) {
        try (WorkerPages pages = source.read(new WorkerQuery.ByIds(Set.of(ids), Optional.empty()))) {
            WorkerPage page = pages.next().orElseThrow();
            assertThat(pages.next()).isEmpty();
            return page;
        }
    }

    private static Worker worker(String id) {
        return new Worker(
                new WorkerRef("hr", id),
                Employment.builder().build(),
                Attributes.builder().build(),
                Optional.empty());
    }

    private static final class Hr implements HrSource {

        private WorkerPage page = new WorkerPage(List.of(), List.of(), OptionalLong.empty());
        private Optional<List<ProvisioningGroup>> groups = Optional.of(GROUPS);
        private int asked;

        @Override
        public String name() {
            return "hr";
        }

        @Override
        public SourceDescription describe() {
            return new SourceDescription(Optional.empty(), true);
        }

        @Override
        public ConnectionReport test() {
            return new ConnectionReport(List.of());
        }

        @Override
        public WorkerPages read(WorkerQuery query) {
            asked++;
            return new OnePage(page);
        }

        @Override
        public Optional<List<ProvisioningGroup>> groups() {
            return groups;
        }
    }

    private static final class OnePage implements WorkerPages {

        private final WorkerPage page;
        private boolean given;

        OnePage(WorkerPage page) {
            this.page = page;
        }

        @Override
        public Optional<WorkerPage> next() {
            Optional<WorkerPage> next = given ? Optional.empty() : Optional.of(page);
            given = true;
            return next;
        }

        @Override
        public Optional<Watermark> watermark() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
