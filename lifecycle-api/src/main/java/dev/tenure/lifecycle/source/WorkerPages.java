package dev.tenure.lifecycle.source;

import java.util.Optional;

/** A read in progress: pages, one after the other, one in memory. For one thread at a time. */
public interface WorkerPages extends AutoCloseable {

    /**
     * Reads the next page. After a {@link dev.tenure.lifecycle.failure.RetryLater} it may be called again and reads the
     * same page.
     *
     * @return the page, empty when there are no more; empty again when called again
     * @throws dev.tenure.lifecycle.failure.ConnectorException if it cannot be read; a read that fails or that the source
     *     cannot finish consistently must throw and never just end, since what is missing could be taken for absent
     */
    Optional<WorkerPage> next();

    /**
     * Gives the watermark that a later {@link WorkerQuery.ChangedSince} continues from once this read was consumed whole.
     *
     * @return the watermark, pinned when the read began; empty where the query is of a kind that moves none
     */
    Optional<Watermark> watermark();

    /** Gives up what the read holds. Safe to call twice, and before the last page. */
    @Override
    void close();
}
