package dev.tenure.lifecycle.testkit;

import java.util.ArrayList;
import java.util.List;

/** The writes that a system carried out, in order. */
final class CallLog {

    private final List<RecordedCall> calls = new ArrayList<>();

    synchronized void add(RecordedCall call) {
        calls.add(call);
    }

    synchronized List<RecordedCall> all() {
        return List.copyOf(calls);
    }

    synchronized void clear() {
        calls.clear();
    }
}
