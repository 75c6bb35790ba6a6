package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.store.LifecycleStore;
import java.util.Optional;

/** An empty store: what a {@link LifecycleStoreContract} works with. Each test gets one of its own. */
public interface LifecycleStoreFixture extends AutoCloseable {

    /**
     * Gives the store.
     *
     * @return the same one each time
     */
    LifecycleStore store();

    /**
     * Gives the store as another host sees it, or the same host after a restart: another object over the same data.
     *
     * @return the store, empty if it keeps nothing beyond its object, and the tests that need it are skipped
     */
    default Optional<LifecycleStore> reopened() {
        return Optional.empty();
    }

    /** Gives up what the fixture holds. */
    @Override
    default void close() {}
}
