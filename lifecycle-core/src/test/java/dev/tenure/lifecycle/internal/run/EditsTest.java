package dev.tenure.lifecycle.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.StoreUpdate;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person's word, and another run that is quicker. */
class EditsTest {

    private static final WorkerRef ADA = new WorkerRef("hr", "1");
    private static final Instant BY_ANOTHER_RUN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant BY_HAND = Instant.parse("2026-04-01T09:00:00Z");

    private final LifecycleStore store = new InMemoryStore();
    private final List<WorkerState> asked = new ArrayList<>();

    @Test
    void whoeverIsQuicker_isBuiltUpon() {
        save(unknownBefore());

        new Edits(store).edit(ada(), state -> {
            asked.add(state);
            if (asked.size() == 1) {
                save(state.withNextTransition(Optional.of(BY_ANOTHER_RUN)));
            }
            return Optional.of(StoreUpdate.of(state.withNextTransition(Optional.of(BY_HAND)), List.of()));
        });

        assertThat(asked)
                .extracting(WorkerState::nextTransition)
                .containsExactly(Optional.empty(), Optional.of(BY_ANOTHER_RUN));
        assertThat(ada().nextTransition()).contains(BY_HAND);
    }

    @Test
    void whereNothingIsToBeSaid_nothingIsSaved() {
        save(unknownBefore());

        new Edits(store).edit(ada(), state -> Optional.empty());

        assertThat(ada().version()).isEqualTo(1);
    }

    private static WorkerState unknownBefore() {
        return new WorkerState(
                ADA,
                0,
                Employment.builder().build(),
                LifecycleState.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private WorkerState ada() {
        return Objects.requireNonNull(store.load(List.of(ADA)).get(ADA));
    }

    private void save(WorkerState state) {
        store.save(StoreUpdate.of(state, List.of()));
    }
}
