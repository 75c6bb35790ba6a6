package dev.tenure.benchmarks.core;

import dev.tenure.benchmarks.Figure;
import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Goal;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Numbers;
import dev.tenure.benchmarks.measure.Ratio;
import dev.tenure.benchmarks.measure.Results;
import dev.tenure.benchmarks.workday.MemoryTenant;
import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import dev.tenure.lifecycle.target.AccountPages;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Figure 2: a full import that finds nothing changed, beside reading alone: both the workers from Workday and the accounts
 * from the target. The store is H2 in a file, the heap 256 MB.
 */
public final class Unchanged implements Figure {

    private static final int PAGE = 200;
    private static final int ROUNDS = 3;
    private static final List<Integer> SIZES = List.of(10_000, 100_000);

    /** Prepares the figure. */
    public Unchanged() {}

    @Override
    public String name() {
        return "import.unchanged";
    }

    @Override
    public List<String> options() {
        return List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    }

    @Override
    public void measure(Effort effort, Results results) throws Exception {
        List<Double> each = new ArrayList<>();
        for (int workers : sizes(effort)) {
            each.add(measure(workers, results));
        }
        for (int i = 1; i < each.size(); i++) {
            results.add(new Measurement(
                    name() + "/linear-" + SIZES.get(i) / SIZES.get(i - 1) + "x",
                    "seconds for a worker of the larger and the smaller",
                    Ratio.of(each.get(i), each.get(i - 1)),
                    Goal.atMost(1.3)));
        }
    }

    private static List<Integer> sizes(Effort effort) {
        if (effort.rounds() == 1) {
            return List.of(2 * PAGE);
        }
        return effort.quick() ? List.of(2_000) : SIZES;
    }

    /** Gives the seconds that an unchanged import takes for each worker. */
    private double measure(int workers, Results results) throws Exception {
        Path folder = Files.createTempDirectory("benchmark-import");
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("store"), "sa", "");
        try (FileTarget target = new FileTarget(folder.resolve("accounts"))) {
            MemoryTenant tenant = MemoryTenant.writing(workers, PAGE);
            HrSource source = tenant.source();
            LifecycleEngine engine = LifecycleEngine.builder()
                    .source(source)
                    .target(target)
                    .mapping(DefaultMappings.hrToOkta())
                    .policy(LifecyclePolicy.recommended().with(change -> change.importGroups(false)))
                    .store(JdbcStore.open(pool))
                    .clock(() -> MemoryTenant.NOW)
                    .build();
            long from = System.nanoTime();
            check(engine.run(ImportKind.FULL), workers, 0);
            results.note(String.format(
                    Locale.ROOT,
                    "first load of %d: %.0f workers/s",
                    workers,
                    workers * 1e9 / (System.nanoTime() - from)));
            double[] imports = new double[ROUNDS];
            double[] reads = new double[ROUNDS];
            double[] ratios = new double[ROUNDS];
            int calls = tenant.calls("Get_Workers");
            target.forgetCalls();
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            for (int round = 0; round < ROUNDS; round++) {
                imports[round] = seconds(() -> check(engine.run(ImportKind.FULL), workers, workers));
                reads[round] = seconds(() -> read(source, target, workers));
                ratios[round] = imports[round] / reads[round];
            }
            String size = "-" + workers;
            results.add(new Measurement(
                    name() + "/reading" + size,
                    "seconds",
                    new Ratio(
                            Numbers.median(imports),
                            Numbers.median(reads),
                            Numbers.median(ratios),
                            Numbers.quantile(ratios, 0.25),
                            Numbers.quantile(ratios, 0.75)),
                    Goal.atMost(1.6)));
            int rounds = 2 * ROUNDS;
            results.add(new Measurement(
                    name() + "/pages" + size,
                    "calls of an import, and pages on both sides",
                    Ratio.of(
                            (double) (tenant.calls("Get_Workers") - calls + target.pages() + target.lookUps()) / rounds,
                            2.0 * tenant.pageCount()),
                    Goal.atMost(1)));
            results.note(workers + " workers: " + target.writes() + " writes, " + peak() + " MB of heap at most");
            return Numbers.median(imports) / workers;
        } finally {
            pool.dispose();
        }
    }

    /** Work without an outcome. */
    @FunctionalInterface
    private interface Task {
        void run() throws Exception;
    }

    private static double seconds(Task task) throws Exception {
        long from = System.nanoTime();
        task.run();
        return (System.nanoTime() - from) / 1e9;
    }

    private static void check(ImportRun run, int read, int unchanged) {
        if (run.read() != read || run.unchanged() != unchanged) {
            throw new IllegalStateException("Expected " + unchanged + " unchanged of " + read + ": " + run);
        }
    }

    private static void read(HrSource source, FileTarget target, int workers) {
        int found = 0;
        try (WorkerPages pages = source.read(new WorkerQuery.All(Optional.empty()))) {
            for (Optional<WorkerPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                found += page.get().workers().size();
            }
        }
        try (AccountPages pages = target.accounts()) {
            for (Optional<List<Account>> page = pages.next(); page.isPresent(); page = pages.next()) {
                found += page.get().size();
            }
        }
        if (found != 2 * workers) {
            throw new IllegalStateException("Read " + found + " of " + 2 * workers);
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
