package dev.tenure.benchmarks.workday;

import dev.tenure.benchmarks.Figure;
import dev.tenure.benchmarks.measure.Contest;
import dev.tenure.benchmarks.measure.Duel;
import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Goal;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Results;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.workday.WorkdaySource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.stream.XMLStreamException;

/** Figure 1: from the bytes of Get_Workers to workers. */
public final class WorkdayReading implements Figure {

    private static final int PAGE = 200;

    /** How often each of two threads reads everything before they wait for each other. */
    private static final int READS = 8;

    /** Prepares the figure. */
    public WorkdayReading() {}

    @Override
    public String name() {
        return "workday.read";
    }

    @Override
    public void measure(Effort effort, Results results) throws Exception {
        MemoryTenant tenant = MemoryTenant.keeping(2 * PAGE, PAGE);
        WorkdaySource source = tenant.source();
        BareCursor cursor = new BareCursor();
        Duel duel = new Duel(effort).side("ours", () -> read(source)).side("cursor", () -> drain(cursor, tenant));
        Path schema = Path.of(System.getProperty("tenure.reference", ""), "workday", "Human_Resources_v31.2.xsd");
        boolean jaxb = Files.isRegularFile(schema);
        if (jaxb) {
            JaxbClasses classes = JaxbClasses.of(schema, Path.of("target", "jaxb"));
            duel.side("jaxb", () -> read(classes, tenant));
        } else {
            results.note("JAXB is left out: Workday's schema is not at " + schema + "; set tenure.reference");
        }
        Contest contest = duel.run();
        results.add(
                new Measurement(name() + "/cursor", "workers/s", contest.speed("ours", "cursor"), Goal.atLeast(0.8)));
        if (jaxb) {
            results.add(
                    new Measurement(name() + "/jaxb", "workers/s", contest.speed("ours", "jaxb"), Goal.atLeast(1.7)));
            results.add(new Measurement(
                    name() + "/jaxb-allocation",
                    "bytes/worker",
                    contest.allocation("ours", "jaxb"),
                    Goal.atMost(1.0 / 6)));
        }
        results.add(new Measurement(
                name() + "/cursor-allocation",
                "bytes/worker",
                contest.allocation("ours", "cursor"),
                Goal.watched(Goal.Better.LOWER)));
        measureTwo(effort, results, tenant);
    }

    private void measureTwo(Effort effort, Results results, MemoryTenant tenant) throws Exception {
        List<WorkdaySource> sources = List.of(tenant.sourceOfOneThread(), tenant.sourceOfOneThread());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Contest contest = new Duel(effort)
                    .side("two", () -> readAll(threads, sources))
                    .side("one", () -> readOften(sources.get(0)))
                    .run();
            results.add(new Measurement(
                    name() + "/two-threads", "workers/s", contest.speed("two", "one"), Goal.atLeast(1.8)));
        } finally {
            threads.shutdown();
        }
    }

    static long read(WorkdaySource source) {
        long workers = 0;
        try (WorkerPages pages = source.read(new WorkerQuery.All(Optional.empty()))) {
            for (Optional<WorkerPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                workers += page.get().workers().size();
            }
        }
        return workers;
    }

    private static long readAll(ExecutorService threads, List<WorkdaySource> sources) throws Exception {
        List<Future<Long>> reads = new ArrayList<>();
        for (WorkdaySource source : sources) {
            reads.add(threads.submit(() -> readOften(source)));
        }
        long workers = 0;
        for (Future<Long> read : reads) {
            workers += read.get();
        }
        return workers;
    }

    private static long readOften(WorkdaySource source) {
        long workers = 0;
        for (int i = 0; i < READS; i++) {
            workers += read(source);
        }
        return workers;
    }

    private static long drain(BareCursor cursor, MemoryTenant tenant) throws XMLStreamException {
        long elements = 0;
        for (int page = 1; page <= tenant.pageCount(); page++) {
            elements += cursor.drain(tenant.page(page));
        }
        if (elements == 0) {
            throw new IllegalStateException("The pages hold no element");
        }
        return (long) tenant.pageCount() * PAGE;
    }

    private static long read(JaxbClasses classes, MemoryTenant tenant) throws Exception {
        long workers = 0;
        for (int page = 1; page <= tenant.pageCount(); page++) {
            workers += classes.read(tenant.page(page)).size();
        }
        return workers;
    }
}
