package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Changes what the store knows of a worker by a person's word, whatever another run makes of the worker meanwhile. */
final class Edits {

    private final LifecycleStore store;

    Edits(LifecycleStore store) {
        this.store = store;
    }

    /**
     * Changes one worker.
     *
     * @param known what the store knew when the person was heard
     * @param change what to save of what the store knows; asked again where that is no longer the same; empty for nothing
     */
    void edit(WorkerState known, Function<WorkerState, Optional<StoreUpdate>> change) {
        Optional<WorkerState> state = Optional.of(known);
        while (state.isPresent()) {
            Optional<StoreUpdate> update = change.apply(state.get());
            if (update.isEmpty()) {
                return;
            }
            try {
                store.save(update.get());
                return;
            } catch (StaleStateException overtaken) {
                // Each time somebody else came to an end with this worker, so this does not go on for ever.
                state = Optional.ofNullable(store.load(List.of(known.ref())).get(known.ref()));
            }
        }
    }
}
