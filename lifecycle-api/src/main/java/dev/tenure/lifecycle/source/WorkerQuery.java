package dev.tenure.lifecycle.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which workers to read. Each also says as of which day: data is wanted as it will be on that day, but for the
 * termination facts and attributes from custom reports, which are always as known now (rule B4).
 */
public sealed interface WorkerQuery {

    /**
     * Gives the day as of which to read.
     *
     * @return the day; empty for today
     */
    Optional<LocalDate> asOf();

    /**
     * Every worker that the source knows, those who have left included as far as it returns them.
     *
     * @param asOf the day as of which to read; empty for today
     */
    record All(Optional<LocalDate> asOf) implements WorkerQuery {}

    /**
     * The workers whose base attributes or custom attributes without an effective date changed (rule A4).
     *
     * @param since how far the last import that succeeded had read
     * @param asOf the day as of which to read; empty for today
     */
    record ChangedSince(Watermark since, Optional<LocalDate> asOf) implements WorkerQuery {}

    /**
     * Certain workers. Who is not known to the source is simply not returned. A source that knows its workers by several ids
     * may take any of them, and then says on the page whom it returned under another one than the key.
     *
     * @param ids the keys of the workers in the source
     * @param asOf the day as of which to read; empty for today
     */
    record ByIds(Set<String> ids, Optional<LocalDate> asOf) implements WorkerQuery {
        /** Copies the set and keeps its order. */
        public ByIds {
            ids = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        }
    }

    /**
     * The workers whose employment ends within a window (rule A2). A source may return more than these.
     *
     * @param from the beginning of the window
     * @param to the end of the window
     * @param asOf the day as of which to read; empty for today
     */
    record Terminations(Instant from, Instant to, Optional<LocalDate> asOf) implements WorkerQuery {}
}
