package dev.tenure.simulators.scim;

import java.time.Instant;
import java.util.List;

/**
 * A call that changed something.
 *
 * @param at when, by the simulator's clock
 * @param call what was called, such as {@code PATCH /Users/{id}}
 * @param id the id of what changed
 * @param attributes what was sent: the names of attributes, or the paths of a patch
 */
public record SimulatedWrite(Instant at, String call, String id, List<String> attributes) {

    /** Copies the list. */
    public SimulatedWrite {
        attributes = List.copyOf(attributes);
    }
}
