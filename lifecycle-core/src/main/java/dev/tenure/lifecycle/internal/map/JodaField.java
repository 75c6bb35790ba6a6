package dev.tenure.lifecycle.internal.map;

import java.time.ZonedDateTime;

/** One field or literal of a time pattern. */
interface JodaField {

    void print(ZonedDateTime time, StringBuilder out);

    /** Takes what belongs to this field off the input, or ends the evaluation. */
    void parse(JodaInput input);
}
