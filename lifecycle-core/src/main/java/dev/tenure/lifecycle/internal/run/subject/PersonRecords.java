package dev.tenure.lifecycle.internal.run.subject;

import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import java.util.List;
import java.util.Optional;

/** Finds what the store knows of a person who may have several records in HR (part D). */
public final class PersonRecords {

    /** Nobody has more; who does is not one person, whatever HR says. */
    private static final int MOST_RECORDS = 100;

    private PersonRecords() {}

    public static List<WorkerState> of(String universalId, LifecycleStore store) {
        return store.find(new WorkerStateQuery.OfPerson(universalId), Optional.empty(), MOST_RECORDS);
    }
}
