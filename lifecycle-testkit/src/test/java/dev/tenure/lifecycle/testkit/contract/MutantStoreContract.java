package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.store.LifecycleStore;
import java.util.function.UnaryOperator;

/** The contract over an in-memory store with something wrong in front of it. Run by hand, not found as a test. */
final class MutantStoreContract extends LifecycleStoreContract {

    private final UnaryOperator<LifecycleStore> mutation;

    MutantStoreContract(UnaryOperator<LifecycleStore> mutation) {
        this.mutation = mutation;
    }

    @Override
    protected LifecycleStoreFixture fixture() {
        LifecycleStore store = mutation.apply(new InMemoryStore());
        return () -> store;
    }
}
