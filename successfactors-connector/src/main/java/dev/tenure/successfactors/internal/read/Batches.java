package dev.tenure.successfactors.internal.read;

import dev.tenure.successfactors.internal.wire.Row;
import java.util.List;
import java.util.Optional;

/** People, some at a time. What could not be read is asked for again by the next call. For one thread. */
@FunctionalInterface
interface Batches {

    /**
     * Reads the next ones.
     *
     * @return the people, who may be none; empty at the end
     */
    Optional<List<Row>> next();
}
