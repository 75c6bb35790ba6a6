package dev.tenure.benchmarks.start;

import java.lang.management.ManagementFactory;
import java.time.Clock;

/** What this process has taken so far, in one line. */
record Spent(long millis, long classes) {

    private static final String MARK = "spent ";

    static void print() {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.println(MARK + (Clock.systemUTC().millis() - started) + " "
                + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
    }

    static Spent parse(String output) {
        String line = output.lines()
                .filter(each -> each.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The process did not say what it took: " + output));
        String[] parts = line.split(" ", -1);
        return new Spent(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
