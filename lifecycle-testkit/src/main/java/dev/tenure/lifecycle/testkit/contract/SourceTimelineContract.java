package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.EmploymentEvent.Kind;
import dev.tenure.lifecycle.worker.Worker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What HR knows of the time after the dates of the employment itself. */
abstract class SourceTimelineContract extends SourceFactsContract {

    @Test
    void c11_timeline_hasEveryLaterEventAtItsDate() {
        try (HrSourceFixture hr = fixture()) {
            List<EmploymentEvent> events = events(hr, Optional.empty());
            hr.put(leaver(hr).announcing(events));
            assertTimeline(events, all(hr), "a full read");
            assertTimeline(
                    events,
                    collect(hr.source(), new WorkerQuery.ByIds(Set.of("w-1"), Optional.empty())),
                    "a read of one worker");
        }
    }

    @Test
    void c11_timeline_doesNotChangeTheDatesOfTheEmploymentItself() {
        try (HrSourceFixture hr = fixture()) {
            hr.put(leaver(hr).announcing(events(hr, Optional.empty())));
            Employment employment = all(hr).get(0).employment();
            String words = " of the present employment must not be that of a later one, which is in the timeline";
            assertEquals(Optional.of(today(hr).minusYears(1)), employment.hireDate(), "hireDate" + words);
            assertEquals(Optional.of(today(hr).plusDays(20)), employment.terminationDate(), "terminationDate" + words);
        }
    }

    @Test
    void c11_timeline_ofWhomNothingElseIsToCome_isEmpty() {
        try (HrSourceFixture hr = fixture()) {
            assumeTrue(!hr.events().isEmpty(), "the source gives no later events");
            hr.put(leaver(hr));
            assertTimeline(List.of(), all(hr), "a full read of somebody for whom nothing else is to come");
        }
    }

    @Test
    void c11_eventThatIsAnnounced_isAChange() {
        try (HrSourceFixture hr = fixture()) {
            List<EmploymentEvent> events = events(hr, Optional.empty());
            hr.put(leaver(hr));
            Watermark before = watermarkOf(hr, ALL);
            hr.put(leaver(hr).announcing(events));
            List<Worker> changed = collect(hr.source(), new WorkerQuery.ChangedSince(before, Optional.empty()));
            assertTrue(ids(changed).contains("w-1"), "a read of changes left out a worker whose later event is new");
            assertTimeline(events, changed, "a read of changes");
        }
    }

    @Test
    void c11_event_hasTheZoneInWhichItsDateIsMeant() {
        try (HrSourceFixture hr = fixture()) {
            Optional<String> zone = hr.zoneOfEvents();
            assumeTrue(zone.isPresent(), "the source means every date in the worker's own zone");
            List<EmploymentEvent> events = events(hr, zone);
            hr.put(leaver(hr).announcing(events));
            Set<Optional<String>> zones = new HashSet<>();
            later(all(hr)).forEach(event -> zones.add(event.timeZone()));
            assertEquals(
                    Set.of(zone), zones, "an event of an employment elsewhere must name the zone that it has there");
            assertTimeline(events, all(hr), "a full read");
        }
    }

    private static SampleWorker leaver(HrSourceFixture hr) {
        return sample(hr, "w-1").leavingOn(today(hr).plusDays(20));
    }

    /** Back twice, for a time, and moved in between: as much of it as HR can announce. */
    private static List<EmploymentEvent> events(HrSourceFixture hr, Optional<String> zone) {
        assumeTrue(!hr.events().isEmpty(), "the source gives no later events");
        LocalDate today = today(hr);
        Kind begins = hr.events().contains(Kind.HIRE) ? Kind.HIRE : Kind.RETURN;
        List<EmploymentEvent> events = new ArrayList<>();
        events.add(new EmploymentEvent(begins, today.plusDays(60), zone));
        if (hr.events().contains(Kind.CHANGE)) {
            events.add(new EmploymentEvent(Kind.CHANGE, today.plusDays(80), zone));
        }
        events.add(new EmploymentEvent(Kind.TERMINATION, today.plusDays(100), zone));
        events.add(new EmploymentEvent(begins, today.plusDays(140), zone));
        events.add(new EmploymentEvent(Kind.TERMINATION, today.plusDays(200), zone));
        return events;
    }

    private static void assertTimeline(List<EmploymentEvent> expected, List<Worker> read, String by) {
        assertEquals(
                expected,
                later(read),
                () -> "every later event must be in the timeline, each at its date, and no other: " + by);
    }

    /** Without what only repeats the end of the employment itself, which is allowed. */
    private static List<EmploymentEvent> later(List<Worker> read) {
        Employment employment = read.get(0).employment();
        return employment.timeline().stream()
                .filter(event -> event.kind() != Kind.TERMINATION
                        || !Optional.of(event.on()).equals(employment.terminationDate()))
                .toList();
    }
}
