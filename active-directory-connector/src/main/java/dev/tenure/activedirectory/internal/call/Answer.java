package dev.tenure.activedirectory.internal.call;

import dev.tenure.lifecycle.failure.ConnectorException;
import java.util.Optional;

/**
 * What became of a write. What some callers take for success, and others do not, can be asked for.
 *
 * @param kind what became of it
 * @param failure what to throw where it is a failure; empty if it was done
 */
public record Answer(Kind kind, Optional<ConnectorException> failure) {

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

    /** Throws where it was not done. */
    public void orThrow() {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
