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
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import dev.tenure.lifecycle.target.AccountPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Figure 2: a full import that finds nothing changed, beside reading alone: both the workers from Workday and the accounts
 * from the target. Both on one thread, since one core is what they are compared on: nothing is fetched ahead by another one.
 * The store is H2 in a file, the heap 256 MB.
 */
public final class Unchanged implements Figure {

    private static final int PAGE = 200;
    private static final int HEAP = 256;
    private static final int ROUNDS = 3;

    /** Takes a second or so a round, so that there can be more of them, and the compiler needs some of them. */
    private static final int SMALL = 20_000;

    private static final int SMALL_WARM_UPS = 5;
    private static final int SMALL_ROUNDS = 9;

    /** A minute or more a round, so that there is one only. */
    private static final int LARGE = 500_000;

    private static final List<Integer> SIZES = List.of(10_000, 100_000);
    private static final List<Integer> WITH_A_MILLION = List.of(10_000, 100_000, 1_000_000);
    /** What docs/persistence.md advises for many workers: a small cache, since an import reads all of it in order. */
    private static final String CACHE = ";CACHE_SIZE=4096";

    private static final String MILLION = "bench.million";

    /** Prepares the figure. */
    public Unchanged() {}

    @Override
    public String name() {
        return "import.unchanged";
    }

    @Override
    public List<String> options() {
        return List.of(
                "-Xms" + HEAP + "m",
                "-Xmx" + HEAP + "m",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-D" + MILLION + "=" + Boolean.getBoolean(MILLION));
    }

    @Override
    public void measure(Effort effort, Results results) throws Exception {
        List<Found> found = new ArrayList<>();
        for (int workers : sizes(effort)) {
            found.add(measure(workers, effort, results));
        }
        for (int i = 1; i < found.size(); i++) {
            Found larger = found.get(i);
            Found smaller = found.get(i - 1);
            results.add(new Measurement(
                    name() + "/linear-" + larger.workers(),
                    "seconds for a worker of this many and of " + smaller.workers(),
                    Ratio.of(larger.secondsEach(), smaller.secondsEach()),
                    Goal.atMost(1.3)));
        }
    }

    private record Found(int workers, double secondsEach) {}

    private static List<Integer> sizes(Effort effort) {
        if (effort.rounds() == 1) {
            return List.of(2 * PAGE);
        }
        return effort.quick() ? List.of(2_000) : Boolean.getBoolean(MILLION) ? WITH_A_MILLION : SIZES;
    }

    private Found measure(int workers, Effort effort, Results results) throws Exception {
        Path folder = Files.createTempDirectory("benchmark-import");
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("store") + CACHE, "sa", "");
        try (FileTarget target = new FileTarget(folder.resolve("accounts"))) {
            MemoryTenant tenant = MemoryTenant.writing(workers, PAGE);
            HrSource source = tenant.sourceOfOneThread();
            JdbcStore store = JdbcStore.open(pool);
            FirstLoadStore load = new FirstLoadStore(store);
            double loading = seconds(() -> check(engine(source, target, load).run(ImportKind.FULL), workers, 0));
            load.finish();
            results.note(String.format(Locale.ROOT, "prepared %d in %.0f s, without a journal", workers, loading));
            LifecycleEngine engine = engine(source, target, store);
            int calls = tenant.calls("Get_Workers");
            target.forgetCalls();
            AtomicLong live = new AtomicLong();
            tenant.onLastPage(() -> live.set(liveMegabytes()));
            boolean small = workers <= SMALL && !effort.quick();
            int warmUps = small ? SMALL_WARM_UPS : workers < LARGE ? 1 : 0;
            int rounds = small ? SMALL_ROUNDS : workers < LARGE ? ROUNDS : 1;
            double[] imports = new double[rounds];
            double[] reads = new double[rounds];
            double[] ratios = new double[rounds];
            int passes = 0;
            while (passes < warmUps) {
                check(engine.run(ImportKind.FULL), workers, workers);
                tenant.onLastPage(() -> {});
                passes++;
            }
            for (int round = 0; round < rounds; round++) {
                imports[round] = seconds(() -> check(engine.run(ImportKind.FULL), workers, workers));
                tenant.onLastPage(() -> {});
                reads[round] = seconds(() -> read(source, target, workers));
                ratios[round] = imports[round] / reads[round];
                passes += 2;
            }
            results.add(new Measurement(
                    name() + "/reading-" + workers,
                    "seconds",
                    new Ratio(
                            Numbers.median(imports),
                            Numbers.median(reads),
                            Numbers.median(ratios),
                            Numbers.quantile(ratios, 0.25),
                            Numbers.quantile(ratios, 0.75)),
                    Goal.atMost(1.6)));
            results.add(new Measurement(
                    name() + "/pages-" + workers,
                    "calls of an import, and pages on both sides",
                    Ratio.of(
                            (double) (tenant.calls("Get_Workers") - calls + target.pages() + target.lookUps()) / passes,
                            2.0 * tenant.pageCount()),
                    Goal.atMost(1)));
            results.add(new Measurement(
                    name() + "/heap-" + workers,
                    "MB in use as the last page comes, and the whole heap",
                    Ratio.of((double) live.get(), HEAP),
                    Goal.atMost(1)));
            results.note(String.format(
                    Locale.ROOT,
                    "%d workers: %.0f workers/s, %d writes",
                    workers,
                    workers / Numbers.median(imports),
                    target.writes()));
            return new Found(workers, Numbers.median(imports) / workers);
        } finally {
            pool.dispose();
            delete(folder);
        }
    }

    /** A million workers leave gigabytes behind. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static LifecycleEngine engine(HrSource source, FileTarget target, LifecycleStore store) {
        return LifecycleEngine.builder()
                .source(source)
                .target(target)
                .mapping(DefaultMappings.hrToOkta())
                .policy(LifecyclePolicy.recommended().with(change -> change.importGroups(false)))
                .store(store)
                .clock(() -> MemoryTenant.NOW)
                .build();
    }

    /** What cannot be thrown away: all that is remembered of everybody who was read. */
    private static long liveMegabytes() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return (machine.totalMemory() - machine.freeMemory()) >> 20;
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
}
