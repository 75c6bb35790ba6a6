package dev.tenure.lifecycle.testkit.contract;

import static dev.tenure.lifecycle.testkit.contract.SampleState.NOON;
import static dev.tenure.lifecycle.testkit.contract.SampleState.SOURCE;
import static dev.tenure.lifecycle.testkit.contract.SampleState.TARGET;
import static dev.tenure.lifecycle.testkit.contract.SampleState.ref;
import static dev.tenure.lifecycle.testkit.contract.SampleState.run;
import static dev.tenure.lifecycle.testkit.contract.SampleState.worker;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.store.GroupLink;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.SourceProgress;
import dev.tenure.lifecycle.store.StoreUpdate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store keeps beside its workers: groups, progress, runs and the journal. */
abstract class StoredRunContract extends WorkerQueryContract {

    @Test
    void groups_areInsertedReplacedAndForgotten() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            GroupLink eng = group("g-1", "PG-1", "Eng");
            GroupLink sales = group("g-2", "PG-2", "Sales");
            GroupLink there = new GroupLink("ad", "g-1", SOURCE, "PG-1", "Eng");
            store.save(new StoreUpdate(List.of(), List.of(eng, sales, there), List.of(), List.of()));
            assertEquals(Set.of(eng, sales), Set.copyOf(store.groups(TARGET)), "the groups of a target");
            GroupLink renamed = group("g-1", "PG-1", "Engineering");
            store.save(new StoreUpdate(List.of(), List.of(renamed), List.of(eng, sales), List.of()));
            assertEquals(List.of(renamed), store.groups(TARGET), "two were forgotten and one was kept");
            assertEquals(List.of(there), store.groups("ad"), "the groups of another target stay as they are");
        }
    }

    @Test
    void groups_areReplacedByTargetSourceReferenceAndName() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            GroupLink first = group("g-1", "PG-1", "Eng");
            GroupLink again = group("g-9", "PG-1", "Eng");
            GroupLink otherName = group("g-1", "PG-1", "Engineering");
            store.save(new StoreUpdate(List.of(), List.of(first, otherName), List.of(), List.of()));
            store.save(new StoreUpdate(List.of(), List.of(again), List.of(), List.of()));
            assertEquals(
                    Set.of(again, otherName),
                    Set.copyOf(store.groups(TARGET)),
                    "a group is replaced by one of the same target, source, reference id and name, and by no other");
        }
    }

    @Test
    void groups_areForgottenBeforeOthersAreKept() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            GroupLink gone = group("g-1", "PG-1", "Eng");
            GroupLink made = group("g-2", "PG-1", "Eng");
            store.save(new StoreUpdate(List.of(), List.of(gone), List.of(), List.of()));
            store.save(new StoreUpdate(List.of(), List.of(made), List.of(gone), List.of()));
            assertEquals(List.of(made), store.groups(TARGET), "what an update keeps must not fall to what it forgets");
        }
    }

    @Test
    void a5_progress_isNothingAtFirst_andThenTheLastThatWasSaved() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            assertEquals(
                    new SourceProgress(SOURCE, Optional.empty(), Optional.empty()),
                    store.progress(SOURCE),
                    "the progress of a source that was never read");
            SourceProgress first = new SourceProgress(SOURCE, Optional.of(new Watermark("1")), Optional.of(NOON));
            SourceProgress second = new SourceProgress(
                    SOURCE, Optional.of(new Watermark("\u00fc|2026-03-02T12:00:00.001-08:00")), Optional.empty());
            store.saveProgress(first, List.of());
            store.saveProgress(second, List.of());
            assertEquals(second, store.progress(SOURCE), "the progress is that which was saved last");
            assertEquals(Optional.empty(), store.progress("other").watermark(), "the progress of another source");
        }
    }

    @Test
    void runs_areGivenTheLatestFirst() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            List<ImportRun> runs = List.of(
                    run("run-1", NOON), run("run-2", NOON.plusSeconds(60)), run("run-3", NOON.plusSeconds(120)));
            runs.forEach(store::saveRun);
            assertEquals(
                    List.of(runs.get(2), runs.get(1)),
                    store.runs(2),
                    "runs() must give the latest first, with every part");
            assertEquals(3, store.runs(MANY).size(), "runs() must give all that there are");
        }
    }

    @Test
    void s6_journal_isInTheOrderInWhichItWasWritten() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            List<JournalEntry> lines = lines();
            store.save(StoreUpdate.of(worker("w-1"), lines.subList(0, 2)));
            store.save(StoreUpdate.of(worker("w-2"), lines.subList(2, 4)));
            assertEquals(lines, journal(store), "the journal must have every line, whole, in the order of writing");
            assertEquals(
                    lines.subList(1, 3),
                    store.journal(JournalQuery.all(), 1, 2),
                    "skip and limit cut a page out of the journal");
        }
    }

    @Test
    void s6_journal_givesTheLinesThatFitEveryPartOfTheQuery() {
        try (LifecycleStoreFixture fixture = fixture()) {
            LifecycleStore store = fixture.store();
            List<JournalEntry> lines = lines();
            store.save(StoreUpdate.of(worker("w-1"), lines));
            assertJournal(store, JournalQuery.of(ref("w-1")), lines.get(0), lines.get(2));
            assertJournal(store, JournalQuery.ofRun("run-2"), lines.get(2), lines.get(3));
            assertJournal(
                    store,
                    query(Optional.of(ChangeKind.UPDATE), Optional.empty(), Optional.empty()),
                    lines.get(1),
                    lines.get(2));
            assertJournal(
                    store,
                    query(Optional.empty(), Optional.of(NOON.plusSeconds(1)), Optional.of(NOON.plusSeconds(3))),
                    lines.get(1),
                    lines.get(2));
            assertJournal(
                    store,
                    new JournalQuery(
                            Optional.of(ref("w-1")),
                            Optional.of("run-1"),
                            Optional.of(ChangeKind.CREATE),
                            Optional.of(NOON),
                            Optional.of(NOON.plusSeconds(1))),
                    lines.get(0));
        }
    }

    private static void assertJournal(LifecycleStore store, JournalQuery query, JournalEntry... expected) {
        assertEquals(List.of(expected), store.journal(query, 0, MANY), () -> "the lines that fit " + query);
    }
}
