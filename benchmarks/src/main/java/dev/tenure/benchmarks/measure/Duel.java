package dev.tenure.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets several sides do the same work by turns, in rounds of some hundred milliseconds. Whatever else the machine does
 * then, it does to all of them, and the ratio within a round stays what it is: that is why this is not JMH, which
 * measures one side for seconds, and then the other. For one thread.
 */
public final class Duel {

    private final Effort effort;
    private final List<Side> sides = new ArrayList<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private record Side(String name, Work work, List<Sample> samples) {}

    /**
     * Prepares a duel without sides.
     *
     * @param effort how long to measure
     */
    public Duel(Effort effort) {
        this.effort = effort;
    }

    /**
     * Adds a side.
     *
     * @param name its name
     * @param work what it does
     * @return this duel
     */
    public Duel side(String name, Work work) {
        sides.add(new Side(name, work, new ArrayList<>()));
        return this;
    }

    /**
     * Lets the sides work by turns.
     *
     * @return what each side did
     * @throws Exception if a side fails
     */
    public Contest run() throws Exception {
        List<Side> order = new ArrayList<>(sides);
        for (int round = -effort.warmUps(); round < effort.rounds(); round++) {
            for (Side side : order) {
                Sample sample = round(side.work());
                if (round >= 0) {
                    side.samples().add(sample);
                }
            }
            // Nobody is always first, since the first one may pay for what the others find done.
            order.add(order.remove(0));
        }
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        sides.forEach(side -> samples.put(side.name(), side.samples()));
        return new Contest(samples);
    }

    private Sample round(Work work) throws Exception {
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long from = System.nanoTime();
        long operations = 0;
        long took;
        do {
            operations += work.run();
            took = System.nanoTime() - from;
        } while (took < effort.round().toNanos());
        bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
        return new Sample(operations * 1e9 / took, (double) bytes / operations);
    }
}
