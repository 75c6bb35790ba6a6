package dev.tenure.simulators.okta;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What calls changed, in order. Guarded by the lock of its organisation. */
final class WriteLog {

    private final InstantSource clock;
    private final List<SimulatedWrite> writes = new ArrayList<>();

    WriteLog(InstantSource clock) {
        this.clock = clock;
    }

    void add(Route route, String id, Collection<String> attributes) {
        writes.add(new SimulatedWrite(clock.instant(), route.call(), id, List.copyOf(attributes)));
    }

    List<SimulatedWrite> all() {
        return List.copyOf(writes);
    }

    void clear() {
        writes.clear();
    }
}
