package dev.tenure.activedirectory.internal.call;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.RetryLater;
import java.util.Optional;

/**
 * What became of a write. What some callers take for success, and others do not, can be asked for.
 *
 * @param kind what became of it
 * @param failure what to throw where it is a failure; empty if it was done
 * @param turnedAway whether it was not even tried: there was no connection, or the server was too busy for it
 */
public record Answer(Kind kind, Optional<ConnectorException> failure, boolean turnedAway) {

    /** What became of a write. */
    public enum Kind {
        /** It was done. */
        DONE,
        /** There is an entry of that name, or a value that is there already or belongs to another entry. */
        TAKEN,
        /** The entry, or its parent, is not there. */
        GONE,
        /** A value to be removed is not there. */
        NO_VALUE,
        /** The directory refuses it: a rule of its own, or a value. */
        REFUSED,
        /** Anything else. */
        FAILED
    }

    /**
     * Says whether it came to this.
     *
     * @param wanted a kind
     * @return true if it is this kind
     */
    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    /**
     * Says whether the directory answered, and refused. Only then does a look tell why: without an answer the write may have
     * been made, and another controller that is asked may not know of it yet.
     *
     * @return whether it is a refusal
     */
    public boolean isRefusal() {
        return is(Kind.REFUSED)
                || failure.filter(problem -> !(problem instanceof RetryLater)).isPresent();
    }

    /**
     * Takes it for the answer to the first write of what the engine asked for: if it was turned away, nothing was done at all.
     *
     * @return the answer, whose failure says so
     */
    public Answer ofTheFirst() {
        return turnedAway ? new Answer(kind, failure.map(ConnectorException::nothingDone), true) : this;
    }

    /** Throws where it was not done. */
    public void orThrow() {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
