package dev.tenure.lifecycle.source;

import dev.tenure.lifecycle.worker.ProvisioningGroup;
import java.util.List;
import java.util.Optional;

/**
 * A system of record for people. A connector implements this and passes the testkit's contract test. Calls block; a
 * connector never retries and never waits for a limit that the system announced: it throws
 * {@link dev.tenure.lifecycle.failure.RetryLater} with the instant that the system named. Safe for use by several threads;
 * what {@link #read} returns is not.
 */
public interface HrSource {

    /**
     * Names the source. The name is part of every {@link dev.tenure.lifecycle.worker.WorkerRef} and must stay the same
     * for as long as a store is used with it.
     *
     * @return the name, not blank
     */
    String name();

    /**
     * Describes the source. May ask the system, once.
     *
     * @return what the source can and sees
     */
    SourceDescription describe();

    /**
     * Tries what the present settings need and says what is wrong (rule N3).
     *
     * @return what was found; never throws for a problem of the connection
     */
    ConnectionReport test();

    /**
     * Opens a read. Nothing need be asked of the system before the first {@link WorkerPages#next()}.
     *
     * @param query which workers, as of when
     * @return the read, to be closed by the caller
     * @throws dev.tenure.lifecycle.failure.ConnectorException if the system cannot be asked
     */
    WorkerPages read(WorkerQuery query);

    /**
     * Reads all provisioning groups that HR has, whether or not anyone is in them.
     *
     * @return the complete list; empty where the source has no groups or they are switched off, so that nothing is
     *     known of them
     * @throws dev.tenure.lifecycle.failure.ConnectorException if the system cannot be asked
     */
    default Optional<List<ProvisioningGroup>> groups() {
        return Optional.empty();
    }

    /**
     * Gives the means to write contact data back.
     *
     * @return the ability, empty if this source lacks it or it is switched off
     */
    default Optional<ContactWriteBack> writeBack() {
        return Optional.empty();
    }
}
