package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Describing, testing, and how a read goes on, ends and fails. */
abstract class SourceReadContract extends SourceContractBase {

    @Test
    void name_isNotBlank_andStaysTheSame() {
        try (HrSourceFixture hr = fixture()) {
            assertFalse(hr.source().name().isBlank(), "name() is blank");
            assertEquals(hr.source().name(), hr.source().name(), "name() changed from one call to the next");
        }
    }

    @Test
    void name_isPartOfEveryReference() {
        try (HrSourceFixture hr = fixture()) {
            hire(hr, 1);
            for (Worker worker : all(hr)) {
                assertEquals(
                        hr.source().name(), worker.ref().source(), "a WorkerRef names another source than name() does");
            }
        }
    }

    @Test
    void describe_schemaHasEveryAttributeThatIsRead() {
        try (HrSourceFixture hr = fixture()) {
            hire(hr, 1);
            Set<String> read = all(hr).get(0).attributes().names();
            hr.source()
                    .describe()
                    .schema()
                    .ifPresent(schema -> assertTrue(
                            schema.names().containsAll(read),
                            () -> "a read gave attributes that the schema lacks: " + without(read, schema.names())));
        }
    }

    @Test
    void n3_test_findsNoProblemWhereThereIsNone() {
        try (HrSourceFixture hr = fixture()) {
            ConnectionReport report = hr.source().test();
            assertTrue(report.ok(), () -> "test() reports a problem of a system that works: " + report);
            assertFalse(report.checks().isEmpty(), "test() says nothing of what it tried");
        }
    }

    @Test
    void n3_test_ofASystemThatDoesNotAnswer_reportsAndDoesNotThrow() {
        try (HrSourceFixture hr = fixture()) {
            HrSource source = orSkip(hr.unreachable(), "an unreachable system");
            ConnectionReport report = assertDoesNotThrow(
                    source::test, "test() threw for a problem of the connection, which it is to report");
            assertFalse(report.ok(), "test() found nothing wrong with a system that does not answer");
            report.checks()
                    .forEach(check -> check.problem()
                            .ifPresent(problem ->
                                    assertFalse(problem.isBlank(), "test() reports a problem without words")));
        }
    }

    @Test
    void read_ofASystemThatDoesNotAnswer_throwsAConnectorExceptionThatNamesIt() {
        try (HrSourceFixture hr = fixture()) {
            HrSource source = orSkip(hr.unreachable(), "an unreachable system");
            ConnectorException failure = assertThrows(
                    ConnectorException.class,
                    () -> collect(source, ALL),
                    "a read of a system that does not answer must throw a ConnectorException");
            assertEquals(source.name(), failure.system(), "the exception names another system than name() does");
        }
    }

    @Test
    void read_all_returnsEveryWorkerOnce() {
        try (HrSourceFixture hr = fixture()) {
            List<String> hired = hire(hr, 2 * hr.pageSize() + 1);
            assertEquals(
                    hired.stream().sorted().toList(),
                    ids(all(hr)).stream().sorted().toList(),
                    "a full read must return every worker, once, over all pages");
        }
    }

    @Test
    void read_all_ofAnEmptySystem_returnsNobody() {
        try (HrSourceFixture hr = fixture()) {
            assertEquals(List.of(), all(hr), "a full read of an empty system returned somebody");
        }
    }

    @Test
    void read_whoWasRemoved_isNotReturned() {
        try (HrSourceFixture hr = fixture()) {
            List<String> hired = hire(hr, 2);
            hr.remove(hired.get(0));
            assertEquals(List.of(hired.get(1)), ids(all(hr)), "a full read must return who is there, and no other");
        }
    }

    @Test
    void next_afterTheLastPage_isEmptyAgainAndAgain() {
        try (HrSourceFixture hr = fixture()) {
            hire(hr, hr.pageSize());
            try (WorkerPages pages = hr.source().read(ALL)) {
                rest(pages, new ArrayList<>());
                for (int again = 0; again < 2; again++) {
                    Optional<WorkerPage> page =
                            assertDoesNotThrow(pages::next, "next() after the last page must be empty and threw");
                    assertTrue(page.isEmpty(), "next() after the last page gave a page");
                }
            }
        }
    }

    @Test
    void close_twiceAndBeforeTheLastPage_isNoError() {
        try (HrSourceFixture hr = fixture()) {
            hire(hr, hr.pageSize() + 1);
            WorkerPages untouched = hr.source().read(ALL);
            WorkerPages begun = hr.source().read(ALL);
            begun.next();
            assertAll(
                    () -> assertDoesNotThrow(untouched::close, "close() before the first page threw"),
                    () -> assertDoesNotThrow(begun::close, "close() before the last page threw"),
                    () -> assertDoesNotThrow(begun::close, "the second close() threw"));
        }
    }

    @Test
    void next_toldToTryLater_readsTheSamePageWhenCalledAgain() {
        try (HrSourceFixture hr = fixture()) {
            List<String> hired = hire(hr, 3 * hr.pageSize());
            assumeTrue(hr.interrupt(2, Interruption.BUSY), "the fixture cannot interrupt a read");
            List<Worker> found = new ArrayList<>();
            boolean told = false;
            try (WorkerPages pages = hr.source().read(ALL)) {
                for (int tries = 0; tries < 2; tries++) {
                    try {
                        rest(pages, found);
                    } catch (RetryLater busy) {
                        told = true;
                    }
                }
            }
            assertTrue(told, "a system that is busy must be reported as RetryLater");
            assertEquals(
                    hired.stream().sorted().toList(),
                    ids(found).stream().sorted().toList(),
                    "next() after a RetryLater must read the same page: nobody left out, nobody twice");
        }
    }

    @Test
    void s2_readThatCannotBeFinished_throwsAndNeverJustEnds() {
        try (HrSourceFixture hr = fixture()) {
            hire(hr, 3 * hr.pageSize());
            assumeTrue(hr.interrupt(2, Interruption.BROKEN), "the fixture cannot break a read");
            try (WorkerPages pages = hr.source().read(ALL)) {
                pages.next();
                assertThrows(
                        ConnectorException.class,
                        pages::next,
                        "a read that cannot be finished must throw: whoever is missing could be taken for absent");
                assertThrows(
                        ConnectorException.class,
                        pages::next,
                        "a read that failed must go on failing and not just end");
            }
        }
    }

    @Test
    void page_total_isThatOfTheWholeRead() {
        try (HrSourceFixture hr = fixture()) {
            int count = hire(hr, hr.pageSize() + 1).size();
            try (WorkerPages pages = hr.source().read(ALL)) {
                pages.next()
                        .ifPresent(page -> page.total()
                                .ifPresent(total -> assertEquals(
                                        count, total, "total is not the number of workers of the whole read")));
            }
        }
    }

    @Test
    void read_bySeveralThreads_returnsEveryoneToEach() {
        try (HrSourceFixture hr = fixture()) {
            List<String> hired = hire(hr, 3 * hr.pageSize());
            List<List<String>> found =
                    Threads.together(4, () -> ids(all(hr)).stream().sorted().toList());
            found.forEach(one -> assertEquals(hired, one, "reads by several threads at once disturb each other"));
        }
    }
}
