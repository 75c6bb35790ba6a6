package dev.tenure.lifecycle.report;

import java.util.List;
import java.util.Optional;

/**
 * One cause that a diagnosis found, with what shows it and what to do. Holds names of attributes and no value.
 *
 * @param cause the cause
 * @param system the source or target it was found at
 * @param attributes the names of the attributes it is about; empty where it is about all of them
 * @param rule the rule behind it
 * @param evidence what shows it, in words
 * @param remedy what to do; empty where nothing has to be done
 */
public record Finding(
        Cause cause, String system, List<String> attributes, String rule, String evidence, Optional<String> remedy) {

    /** Copies the list. */
    public Finding {
        attributes = List.copyOf(attributes);
    }
}
