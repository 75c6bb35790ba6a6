package dev.tenure.lifecycle.plan;

import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.Optional;

/**
 * Something that a run reports.
 *
 * @param kind what it is
 * @param worker the worker it is about
 * @param system the source or target it was seen at
 * @param text what was seen, in words without values of a person
 */
public record Notice(NoticeKind kind, Optional<WorkerRef> worker, String system, String text) {}
