package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.testkit.contract.HrSourceFixture.Interruption;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.lifecycle.worker.Worker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link HrSource} holds, sentence by sentence. Extend it in the tests of a connector:
 *
 * <pre>{@code
 * final class WorkdaySourceContractTest extends HrSourceContract {
 *     @Override
 *     protected HrSourceFixture fixture() { ... }
 * }
 * }</pre>
 *
 * What the source or its fixture cannot do (groups, write-back, faults) is skipped.
 */
public abstract class HrSourceContract {

    private static final WorkerQuery ALL = new WorkerQuery.All(Optional.empty());

    /** For those who extend it. */
    protected HrSourceContract() {}

    /**
     * Makes an empty HR system and the connector to it.
     *
     * @return the fixture, which the test closes
     */
    protected abstract HrSourceFixture fixture();

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
            List<Worker> ahead = collect(
                    hr.source(), new WorkerQuery.All(Optional.of(today(hr).plusDays(1))));
            assertEquals(
                    List.of(Optional.of(last)),
                    ahead.stream()
                            .map(worker -> worker.employment().terminationDate())
                            .toList(),
                    "the termination date is always as known now, also in a read as of another day");
        }
    }

    @Test
    void worker_hasTheFactsThatHrHas() {
        try (HrSourceFixture hr = fixture()) {
            LocalDate hired = today(hr).minusYears(1);
            LocalDate last = today(hr).plusDays(20);
            hr.put(sample(hr, "w-1").leavingOn(last));
            Worker worker = all(hr).get(0);
            assertEquals(Optional.of(hired), worker.employment().hireDate(), "hireDate");
            assertEquals(Optional.of(last), worker.employment().terminationDate(), "terminationDate");
            assertFalse(worker.toString().contains("Ple"), "toString() of a worker prints the person");
        }
    }

    @Test
    void m6_attributeThatHrRemoved_isReadAndEmpty() {
        try (HrSourceFixture hr = fixture()) {
            hr.put(sample(hr, "w-1").withMobilePhone(Optional.of("+44 20 7946 0018")));
            assertTrue(
                    all(hr).get(0).attributes().text("mobilePhone").isPresent(), "mobilePhone was set and is not read");
            hr.put(sample(hr, "w-1").withMobilePhone(Optional.empty()));
            assertEquals(
                    Optional.of(AttributeValue.NULL),
                    all(hr).get(0).attributes().get("mobilePhone"),
                    "a value that HR removed must be read as AttributeValue.NULL; missing means 'not read'");
        }
    }

    @Test
    void m9_text_arrivesAsHrHasIt() {
        try (HrSourceFixture hr = fixture()) {
            String first = "\u0645\u0631\u064a\u0645";
            String last = "O\u2019Neill-\u017borawska & S\u00f6hne <\ud842\udfb7>";
            hr.put(sample(hr, "w-1").named(first, last));
            Worker worker = all(hr).get(0);
            assertEquals(Optional.of(first), worker.attributes().text("firstName"), "firstName lost characters");
            assertEquals(Optional.of(last), worker.attributes().text("lastName"), "lastName lost characters");
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

    @Test
    void g1_groups_areAllThatHrHas_withOrWithoutMembers() {
        try (HrSourceFixture hr = fixture()) {
            assumeTrue(hr.source().groups().isPresent(), "the source has no groups");
            List<ProvisioningGroup> groups =
                    List.of(new ProvisioningGroup("PG-1", "Engineering"), new ProvisioningGroup("PG-2", "Sales"));
            hr.setGroups(groups);
            hr.put(sample(hr, "w-1").in(List.of("PG-1")));
            assertEquals(
                    Set.copyOf(groups),
                    hr.source().groups().map(Set::copyOf).orElse(Set.of()),
                    "groups() must be the complete list, with the groups that nobody is in");
        }
    }

    @Test
    void g2_worker_hasItsGroups_andNoneIsNotTheSameAsNotRead() {
        try (HrSourceFixture hr = fixture()) {
            hire(hr, 1);
            if (hr.source().groups().isEmpty()) {
                assertEquals(
                        Optional.empty(), all(hr).get(0).groups(), "without groups nothing is known of a worker's");
                return;
            }
            ProvisioningGroup group = new ProvisioningGroup("PG-1", "Engineering");
            hr.setGroups(List.of(group));
            hr.put(sample(hr, "w-0001"));
            assertEquals(
                    Optional.of(List.of()), all(hr).get(0).groups(), "a worker in no group has none, which is known");
            hr.put(sample(hr, "w-0001").in(List.of("PG-1")));
            assertEquals(Optional.of(List.of(group)), all(hr).get(0).groups(), "the worker's groups");
        }
    }

    @Test
    void f1_write_makesHrHaveTheValues_andLeavesTheOthers() {
        try (HrSourceFixture hr = fixture()) {
            ContactWriteBack back = orSkip(hr.source().writeBack(), "write-back");
            String id = hire(hr, 1).get(0);
            Map<ContactField, String> values = contacts(back);
            back.write(all(hr).get(0), values);
            values.forEach((field, value) ->
                    assertEquals(Optional.of(value), hr.contact(id, field), () -> field + " was not written"));
            ContactField one = values.keySet().iterator().next();
            String other = contact(one).replace('1', '2');
            back.write(all(hr).get(0), Map.of(one, other));
            Map<ContactField, String> after = new HashMap<>(values);
            after.put(one, other);
            after.forEach((field, value) -> assertEquals(
                    Optional.of(value),
                    hr.contact(id, field),
                    () -> field + (field == one ? " was not changed" : " was not named and must stay as it is")));
        }
    }

    @Test
    void f3_write_calledAgainWithTheSame_succeedsAndChangesNothing() {
        try (HrSourceFixture hr = fixture()) {
            ContactWriteBack back = orSkip(hr.source().writeBack(), "write-back");
            String id = hire(hr, 1).get(0);
            Map<ContactField, String> values = contacts(back);
            back.write(all(hr).get(0), values);
            Worker worker = all(hr).get(0);
            assertDoesNotThrow(() -> back.write(worker, values), "the second write of the same values threw");
            values.forEach((field, value) ->
                    assertEquals(Optional.of(value), hr.contact(id, field), () -> field + " is no longer what it was"));
        }
    }

    private static Map<ContactField, String> contacts(ContactWriteBack back) {
        assertFalse(back.fields().isEmpty(), "a source that writes back nothing must say so with an empty writeBack()");
        Map<ContactField, String> values = new EnumMap<>(ContactField.class);
        for (ContactField field : back.fields()) {
            values.put(field, contact(field));
        }
        return values;
    }

    private static String contact(ContactField field) {
        return switch (field) {
            case WORK_EMAIL -> "work1@contract.test";
            case HOME_EMAIL -> "home1@contract.test";
            case WORK_PHONE -> "+44 20 7946 0101";
            case HOME_PHONE -> "+44 20 7946 0121";
            case MOBILE_PHONE -> "+44 20 7946 0131";
        };
    }

    private static List<String> hire(HrSourceFixture hr, int count) {
        List<String> ids =
                IntStream.rangeClosed(1, count).mapToObj(HrSourceContract::id).toList();
        ids.forEach(id -> hr.put(sample(hr, id)));
        return ids;
    }

    private static String id(int number) {
        String digits = Integer.toString(number);
        return "w-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static SampleWorker sample(HrSourceFixture hr, String id) {
        return SampleWorker.of(id, today(hr).minusYears(1));
    }

    private static LocalDate today(HrSourceFixture hr) {
        return LocalDate.ofInstant(hr.now(), ZoneOffset.UTC);
    }

    private static List<Worker> all(HrSourceFixture hr) {
        return collect(hr.source(), ALL);
    }

    private static List<Worker> collect(HrSource source, WorkerQuery query) {
        List<Worker> workers = new ArrayList<>();
        try (WorkerPages pages = source.read(query)) {
            rest(pages, workers);
        }
        return workers;
    }

    private static void rest(WorkerPages pages, List<Worker> into) {
        Optional<WorkerPage> page = pages.next();
        while (page.isPresent()) {
            assertEquals(List.of(), page.get().unreadable(), "a sound record was reported as unreadable");
            into.addAll(page.get().workers());
            page = pages.next();
        }
    }

    private static Watermark watermarkOf(HrSourceFixture hr, WorkerQuery query) {
        try (WorkerPages pages = hr.source().read(query)) {
            rest(pages, new ArrayList<>());
            return pages.watermark()
                    .orElseGet(() -> fail("a read that was consumed whole gave no watermark: " + kind(query)));
        }
    }

    private static String kind(WorkerQuery query) {
        return query.getClass().getSimpleName();
    }

    private static List<String> ids(List<Worker> workers) {
        return workers.stream().map(worker -> worker.ref().id()).toList();
    }

    private static Set<String> without(Iterable<String> some, Iterable<String> others) {
        Set<String> rest = new TreeSet<>();
        some.forEach(rest::add);
        others.forEach(rest::remove);
        return rest;
    }

    private static <T> T orSkip(Optional<T> ability, String what) {
        assumeTrue(ability.isPresent(), () -> "there is no " + what + " here");
        return ability.orElseThrow();
    }
}
