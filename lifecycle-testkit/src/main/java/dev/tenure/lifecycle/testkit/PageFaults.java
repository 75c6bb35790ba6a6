package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.failure.ConnectorException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What is to go wrong at the pages of reads. */
final class PageFaults {

    private final Map<Integer, Failing> failing = new HashMap<>();
    private final Set<Integer> repeated = new HashSet<>();

    synchronized void fail(int page, int times, Supplier<? extends ConnectorException> failure) {
        if (page < 1 || times < 1) {
            throw new IllegalArgumentException(
                    "page is " + page + " and times is " + times + "; both must be 1 or more");
        }
        failing.put(page, new Failing(times, failure));
    }

    synchronized void repeat(int page) {
        repeated.add(page);
    }

    synchronized void clear() {
        failing.clear();
        repeated.clear();
    }

    synchronized boolean isRepeated(int page) {
        return repeated.contains(page);
    }

    synchronized void strike(int page) {
        Failing fault = failing.get(page);
        if (fault == null) {
            return;
        }
        if (fault.times == 1) {
            failing.remove(page);
        } else if (fault.times != Fault.ALWAYS) {
            failing.put(page, new Failing(fault.times - 1, fault.failure));
        }
        throw fault.failure.get();
    }

    private record Failing(int times, Supplier<? extends ConnectorException> failure) {}
}
