package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.worker.Worker;
import java.util.Optional;

/**
 * A worker whom a run looks at once more: on the facts that HR gave it before, and on what the store knows by then.
 *
 * @param worker what HR says
 * @param manner what is special about the worker in this run
 */
record Again(Worker worker, Subject.Manner manner) {

    /** Of whom only the store was asked nothing else can be seen. */
    static Optional<Again> at(Subject subject) {
        return subject.worker().map(worker -> new Again(worker, subject.manner()));
    }

    /** The same once what a person said yes to was tried: it is not said to what has come of that (rules E7, S4). */
    Again unconfirmed() {
        return new Again(worker, manner.unconfirmed());
    }
}
