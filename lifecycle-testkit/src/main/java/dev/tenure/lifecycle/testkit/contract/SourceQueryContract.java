package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which workers each query returns, and from where the next one goes on. */
abstract class SourceQueryContract extends SourceReadContract {

    @Test
    void a5_watermark_isGivenByFullAndIncrementalReads_andByNoOther() {
        try (HrSourceFixture hr = fixture()) {
            String id = hire(hr, 1).get(0);
            Watermark first = watermarkOf(hr, ALL);
            watermarkOf(hr, new WorkerQuery.ChangedSince(first, Optional.empty()));
            List<WorkerQuery> others = List.of(
                    new WorkerQuery.ByIds(Set.of(id), Optional.empty()),
                    new WorkerQuery.Terminations(hr.now(), hr.now().plus(Duration.ofDays(1)), Optional.empty()));
            for (WorkerQuery query : others) {
                try (WorkerPages pages = hr.source().read(query)) {
                    rest(pages, new ArrayList<>());
                    assertTrue(
                            pages.watermark().isEmpty(),
                            () -> "a read that is neither full nor incremental gave a watermark: " + kind(query));
                }
            }
        }
    }

    @Test
    void a1_changedSince_returnsWhoChanged() {
        try (HrSourceFixture hr = fixture()) {
            List<String> hired = hire(hr, hr.pageSize() + 2);
            Watermark before = watermarkOf(hr, ALL);
            hr.put(sample(hr, hired.get(1)).named("Other", "Name"));
            hr.put(sample(hr, "new-1"));
            List<String> changed = ids(collect(hr.source(), new WorkerQuery.ChangedSince(before, Optional.empty())));
            assertTrue(changed.contains(hired.get(1)), "an incremental read left out a worker who was changed");
            assertTrue(changed.contains("new-1"), "an incremental read left out a worker who was hired");
        }
    }

    @Test
    void a5_changeWhileAReadIsUnderWay_isInThatReadOrTheNext() {
        try (HrSourceFixture hr = fixture()) {
            List<String> hired = hire(hr, 2 * hr.pageSize());
            Watermark watermark;
            try (WorkerPages pages = hr.source().read(ALL)) {
                pages.next();
                hired.forEach(id -> hr.put(sample(hr, id).named("Changed", "Meanwhile")));
                rest(pages, new ArrayList<>());
                watermark = pages.watermark().orElseGet(() -> fail("a full read gave no watermark"));
            }
            List<String> changed = ids(collect(hr.source(), new WorkerQuery.ChangedSince(watermark, Optional.empty())));
            assertEquals(
                    Set.of(),
                    without(hired, changed),
                    "the watermark must be pinned when the read begins: these were changed after it and are lost");
        }
    }

    @Test
    void a5_watermarkOfAnIncrementalRead_continuesWhereItEnded() {
        try (HrSourceFixture hr = fixture()) {
            String id = hire(hr, 1).get(0);
            Watermark full = watermarkOf(hr, ALL);
            Watermark quiet = watermarkOf(hr, new WorkerQuery.ChangedSince(full, Optional.empty()));
            hr.put(sample(hr, id).named("Later", "Change"));
            assertEquals(
                    List.of(id),
                    ids(collect(hr.source(), new WorkerQuery.ChangedSince(quiet, Optional.empty()))),
                    "a change after an incremental read that found nothing is lost");
        }
    }

    @Test
    void a3_byIds_returnsThoseWhoAreKnown_andNoOther() {
        try (HrSourceFixture hr = fixture()) {
            List<String> hired = hire(hr, 3);
            Set<String> asked = Set.of(hired.get(0), hired.get(2), "nobody-here");
            List<String> found = ids(collect(hr.source(), new WorkerQuery.ByIds(asked, Optional.empty())));
            assertEquals(
                    List.of(hired.get(0), hired.get(2)),
                    found.stream().sorted().toList(),
                    "a read by id must return those of them that HR knows, once, and no other");
        }
    }

    @Test
    void a3_byIds_ofMoreThanAPage_returnsThemAll() {
        try (HrSourceFixture hr = fixture()) {
            List<String> hired = hire(hr, 2 * hr.pageSize() + 1);
            List<String> found =
                    ids(collect(hr.source(), new WorkerQuery.ByIds(new TreeSet<>(hired), Optional.empty())));
            assertEquals(hired, found.stream().sorted().toList(), "a read of many ids must return them all");
        }
    }

    @Test
    void a2_terminations_includeWhoLeavesWithinTheWindow() {
        try (HrSourceFixture hr = fixture()) {
            List<String> hired = hire(hr, 2);
            hr.put(sample(hr, hired.get(1)).leavingOn(today(hr)));
            WorkerQuery window = new WorkerQuery.Terminations(
                    hr.now().minus(Duration.ofHours(24)), hr.now().plus(Duration.ofHours(24)), Optional.empty());
            List<Worker> found = collect(hr.source(), window);
            assertTrue(ids(found).contains(hired.get(1)), "a read of terminations left out who leaves today");
        }
    }

    @Test
    void b4_terminationDate_isAsKnownNowWhateverTheDay() {
        try (HrSourceFixture hr = fixture()) {
            LocalDate last = today(hr).plusDays(3);
            hr.put(sample(hr, "w-1").leavingOn(last));
            Optional<LocalDate> tomorrow = Optional.of(today(hr).plusDays(1));
            for (WorkerQuery ahead :
                    List.of(new WorkerQuery.All(tomorrow), new WorkerQuery.ByIds(Set.of("w-1"), tomorrow))) {
                assertEquals(
                        List.of(Optional.of(last)),
                        collect(hr.source(), ahead).stream()
                                .map(worker -> worker.employment().terminationDate())
                                .toList(),
                        "the termination date is always as known now, also in a read as of another day");
            }
        }
    }
}
