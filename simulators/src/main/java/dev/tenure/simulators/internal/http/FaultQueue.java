package dev.tenure.simulators.internal.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The faults that wait for their calls. Safe for use by several threads.
 *
 * @param <F> what a simulator calls a fault
 */
public final class FaultQueue<F> {

    private static final class Waiting<F> {
        private final String call;
        private final F fault;
        private int passes;
        private int left;

        Waiting(String call, int passes, int times, F fault) {
            this.call = call;
            this.passes = passes;
            this.left = times;
            this.fault = fault;
        }
    }

    private final List<Waiting<F>> waiting = new ArrayList<>();

    /** Makes an empty queue. */
    public FaultQueue() {}

    /**
     * Lets calls go wrong.
     *
     * @param call the name of the call; {@code *} for any
     * @param passes how many of them go well before
     * @param times how many go wrong then
     * @param fault what happens
     */
    public synchronized void add(String call, int passes, int times, F fault) {
        waiting.add(new Waiting<>(call, passes, times, fault));
    }

    /** Lets everything go well again. */
    public synchronized void clear() {
        waiting.clear();
    }

    /**
     * Takes what happens to a call, which is then done.
     *
     * @param call the name of the call
     * @return the fault; empty if the call goes well
     */
    public synchronized Optional<F> take(String call) {
        for (Iterator<Waiting<F>> each = waiting.iterator(); each.hasNext(); ) {
            Waiting<F> candidate = each.next();
            if (!candidate.call.equals("*") && !candidate.call.equals(call)) {
                continue;
            }
            if (candidate.passes > 0) {
                candidate.passes--;
                continue;
            }
            if (--candidate.left <= 0) {
                each.remove();
            }
            return Optional.of(candidate.fault);
        }
        return Optional.empty();
    }
}
