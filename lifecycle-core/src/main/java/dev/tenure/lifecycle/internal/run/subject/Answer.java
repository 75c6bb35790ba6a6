package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.failure.FailureKind;
import java.time.Instant;
import java.util.Optional;

/** What a run found out about a create that was cut off, or whose answer was lost (rule S4). */
public sealed interface Answer {

    /** The account is there: the worker counts as linked to it. */
    record Made() implements Answer {}

    /** There is no account. */
    record NotMade() implements Answer {}

    /**
     * It could not be found out: nothing is done for the worker, and the next run looks again.
     *
     * @param why what was in the way
     * @param message the same in words, with the remedy
     * @param until when it can be found out, where that is only a matter of time
     */
    record Unknown(FailureKind why, String message, Optional<Instant> until) implements Answer {

        public Unknown(FailureKind why, String message) {
            this(why, message, Optional.empty());
        }
    }
}
