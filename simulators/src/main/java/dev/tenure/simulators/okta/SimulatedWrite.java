package dev.tenure.simulators.okta;

import java.time.Instant;
import java.util.List;

/**
 * A call that changed something.
 *
 * @param at when, by the simulator's clock
 * @param call what was called, such as {@code POST /users/{id}}
 * @param id the id of what changed
 * @param attributes the attributes that were sent, in order; for a change of status, whether a mail was asked for, such as
 *     {@code sendEmail=false}
 */
public record SimulatedWrite(Instant at, String call, String id, List<String> attributes) {

    /** Copies the list. */
    public SimulatedWrite {
        attributes = List.copyOf(attributes);
    }
}
