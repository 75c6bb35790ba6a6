package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.worker.Worker;
import java.util.List;
import java.util.Optional;

/** What a read of an in-memory source returns, pinned when it began. */
record Selection(List<Found> found, Optional<Watermark> watermark) {

    Selection {
        found = List.copyOf(found);
    }

    /** A worker, and whether its record cannot be understood. */
    record Found(Worker worker, boolean unreadable) {}
}
