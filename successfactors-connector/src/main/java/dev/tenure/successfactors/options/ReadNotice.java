package dev.tenure.successfactors.options;

import dev.tenure.lifecycle.worker.WorkerRef;

/**
 * Something that a read came upon and that is no failure: a person who is no worker, or a worker about whom something is
 * odd. It holds no value of the person.
 *
 * @param worker who
 * @param kind what
 * @param code what exactly: a code of the SuccessFactors rules, such as {@code NO_EMPLOYMENT} or {@code NO_PRIMARY_EMAIL}
 */
public record ReadNotice(WorkerRef worker, Kind kind, String code) {

    /** What a notice is about. */
    public enum Kind {
        /** A person who is no worker (rules N5, N6). */
        SKIPPED,
        /** A worker about whom something is odd (rules F5, M2, S8). */
        WARNING
    }
}
