package dev.tenure.lifecycle.testkit.contract;

import static dev.tenure.lifecycle.testkit.contract.SampleState.NOON;
import static dev.tenure.lifecycle.testkit.contract.SampleState.SOURCE;
import static dev.tenure.lifecycle.testkit.contract.SampleState.TARGET;
import static dev.tenure.lifecycle.testkit.contract.SampleState.full;
import static dev.tenure.lifecycle.testkit.contract.SampleState.run;
import static dev.tenure.lifecycle.testkit.contract.SampleState.worker;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.store.Lease;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.StaleStateException;
import dev.tenure.lifecycle.store.StoreUpdate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LifecycleStore} holds, sentence by sentence. Extend it in the tests of a store. What needs the store to
 * outlive its object is skipped where the fixture cannot reopen it.
 */
public abstract class LifecycleStoreContract extends LeaseContract {

    /** For those who extend it. */
    protected LifecycleStoreContract() {}

    /**
     * Makes an empty store.
     *
     * @return the fixture, which the test closes
     */
    @Override
    protected abstract LifecycleStoreFixture fixture();

    @Test
    void secret_isOf32Bytes_andTheSameEverAfter() {
        try (LifecycleStoreFixture fixture = fixture();
                LifecycleStoreFixture other = fixture()) {
            byte[] secret = fixture.store().secret();
            byte[] copy = secret.clone();
            assertEquals(32, secret.length, "the length of the secret");
            Arrays.fill(secret, (byte) 0);
            assertArrayEquals(
                    copy, fixture.store().secret(), "the secret must stay the same, whoever writes on a copy");
            assertFalse(
                    Arrays.equals(copy, other.store().secret()),
                    "two stores have the same secret, so it is not random");
        }
    }

    @Test
    void reopened_everythingIsThere() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            save(store, full("w-1"));
            GroupLink group = group("g-1", "PG-1", "Eng");
            List<JournalEntry> lines = lines();
            store.save(new StoreUpdate(List.of(worker("w-2")), List.of(group), List.of(), lines));
            SourceProgress progress = new SourceProgress(SOURCE, Optional.of(new Watermark("1")), Optional.of(NOON));
            store.saveProgress(progress, List.of());
            store.saveRun(run("run-1", NOON));
            Lease lease = acquire(store, "one", NOON);
            claim(store, "one", NOON, "w-1");
            byte[] secret = store.secret();

            Optional<LifecycleStore> reopened = fixture.reopened();
            assumeTrue(reopened.isPresent(), "the store keeps nothing beyond its object");
            LifecycleStore again = reopened.orElseThrow();
            assertEquals(full("w-1").withVersion(1), load(again, "w-1"), "a worker after the store was reopened");
            assertEquals(List.of(group), again.groups(TARGET), "groups after the store was reopened");
            assertEquals(lines, journal(again), "the journal after the store was reopened");
            assertEquals(progress, again.progress(SOURCE), "the progress after the store was reopened");
            assertEquals(List.of(run("run-1", NOON)), again.runs(MANY), "runs after the store was reopened");
            assertArrayEquals(secret, again.secret(), "the secret after the store was reopened");
            assertEquals(
                    Optional.empty(),
                    again.acquire(SOURCE, "two", NOON.plusSeconds(1), MINUTE),
                    "a lease holds for another host too");
            assertEquals(Set.of(), claim(again, "two", NOON, "w-1"), "a claim holds for another host too");
            Lease next = acquire(again, "two", NOON.plusSeconds(61));
            assertTrue(next.token() > lease.token(), "the token must go on growing after the store was reopened");
            assertThrows(
                    StaleStateException.class,
                    () -> save(again, worker("w-2")),
                    "a version that another host saved is stale here");
        }
    }
}
