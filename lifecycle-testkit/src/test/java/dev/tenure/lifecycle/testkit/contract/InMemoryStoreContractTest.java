package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.store.LifecycleStore;

final class InMemoryStoreContractTest extends LifecycleStoreContract {

    @Override
    protected LifecycleStoreFixture fixture() {
        LifecycleStore store = new InMemoryStore();
        return () -> store;
    }
}
