package dev.tenure.examples.docs;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.SourceDescription;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.testkit.contract.HrSourceContract;
import dev.tenure.lifecycle.testkit.contract.HrSourceFixture;
import dev.tenure.lifecycle.testkit.contract.SampleWorker;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

// sample contract
class CsvSourceTest extends HrSourceContract {

    @Override
    protected HrSourceFixture fixture() {
        return new CsvFixture();
    }
}
// end

// sample source
/** A list of lines: id, first name, last name, mobile phone, hire date, termination date. */
final class CsvSource implements HrSource {

    private final Supplier<List<String>> lines;

    CsvSource(Supplier<List<String>> lines) {
        this.lines = lines;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public SourceDescription describe() {
        return new SourceDescription(Optional.empty(), true);
    }

    @Override
    public ConnectionReport test() {
        return new ConnectionReport(List.of(new ConnectionReport.Check("read workers", Optional.empty())));
    }

    /** A list knows no changes: a read of what changed returns everybody, which is allowed. */
    @Override
    public WorkerPages read(WorkerQuery query) {
        List<Worker> workers = lines.get().stream()
                .map(CsvSource::worker)
                .filter(worker -> !(query instanceof WorkerQuery.ByIds some)
                        || some.ids().contains(worker.ref().id()))
                .toList();
        boolean moves = query instanceof WorkerQuery.All || query instanceof WorkerQuery.ChangedSince;
        return new OnePage(workers, moves ? Optional.of(new Watermark("none")) : Optional.empty());
    }

    private static Worker worker(String line) {
        String[] cells = line.split(",", -1);
        Employment employment = Employment.builder()
                .hireDate(LocalDate.parse(cells[4]))
                .firstDayOfWork(LocalDate.parse(cells[4]))
                .terminationDate(
                        Optional.of(cells[5]).filter(date -> !date.isEmpty()).map(LocalDate::parse))
                .build();
        Attributes profile = Attributes.builder()
                .put("firstName", cells[1])
                .put("lastName", cells[2])
                .put("mobilePhone", cells[3].isEmpty() ? AttributeValue.NULL : AttributeValue.of(cells[3]))
                .build();
        return new Worker(new WorkerRef("csv", cells[0]), employment, profile, Optional.empty());
    }
}

final class OnePage implements WorkerPages {

    private final Optional<Watermark> watermark;
    private Optional<WorkerPage> page;

    OnePage(List<Worker> workers, Optional<Watermark> watermark) {
        this.watermark = watermark;
        this.page = Optional.of(new WorkerPage(workers, List.of(), OptionalLong.of(workers.size())));
    }

    @Override
    public Optional<WorkerPage> next() {
        Optional<WorkerPage> once = page;
        page = Optional.empty();
        return once;
    }

    @Override
    public Optional<Watermark> watermark() {
        return watermark;
    }

    @Override
    public void close() {
        page = Optional.empty();
    }
}
// end

// sample fixture
final class CsvFixture implements HrSourceFixture {

    private final Map<String, String> lines = new TreeMap<>();
    private final HrSource source = new CsvSource(() -> List.copyOf(lines.values()));

    @Override
    public HrSource source() {
        return source;
    }

    @Override
    public int pageSize() {
        return 2;
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-03-02T09:00:00Z");
    }

    @Override
    public void put(SampleWorker worker) {
        String end = worker.terminationDate().map(LocalDate::toString).orElse("");
        lines.put(
                worker.id(),
                String.join(
                        ",",
                        worker.id(),
                        worker.firstName(),
                        worker.lastName(),
                        worker.mobilePhone().orElse(""),
                        worker.hireDate().toString(),
                        end));
    }

    @Override
    public void remove(String id) {
        lines.remove(id);
    }
}
// end
