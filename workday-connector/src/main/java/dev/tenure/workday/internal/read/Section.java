package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.wire.WorkerRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One of the questions that a read consists of. A page that could not be read is read by the next call. For one thread. */
interface Section {

    /**
     * Some records.
     *
     * @param records the records
     * @param total how many the whole section has, where that is known
     */
    record Batch(List<WorkerRecord> records, OptionalLong total) {}

    /** Reads the next records; empty if there are no more. */
    Optional<Batch> next();

    /** Gives up what is on its way. Safe to call twice. */
    default void close() {}
}
