package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.EmploymentEvent.Kind;
import dev.tenure.lifecycle.worker.Worker;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sources that know less or more of the time to come than HR does. */
final class SourceTimelineMutants extends SourceMutants {

    private static final String EVERY_EVENT = "c11_timeline_hasEveryLaterEventAtItsDate";
    private static final String WORDS = "each at its date, and no other";

    Mutant sourceThatKnowsTheNearestEventAlone() {
        return wrongEmployment(
                EVERY_EVENT,
                WORDS,
                real -> of(real, real.timeline().stream().limit(1).toList()));
    }

    Mutant sourceWhoseEventsAreADayOff() {
        return wrongEmployment(
                EVERY_EVENT,
                WORDS,
                real -> of(
                        real,
                        real.timeline().stream()
                                .map(event -> new EmploymentEvent(
                                        event.kind(), event.on().plusDays(1), event.timeZone()))
                                .toList()));
    }

    Mutant sourceThatKnowsOfEventsInFullReadsAlone() {
        return wrong(EVERY_EVENT, "a read of one worker", real -> new DelegatingSource(real) {
            @Override
            public WorkerPages read(WorkerQuery query) {
                WorkerPages pages = super.read(query);
                return query instanceof WorkerQuery.ByIds
                        ? mapped(pages, worker -> with(worker, of(worker.employment(), List.of())))
                        : pages;
            }
        });
    }

    Mutant sourceThatTakesTheLastEndForThePresentOne() {
        return wrongEmployment(
                "c11_timeline_doesNotChangeTheDatesOfTheEmploymentItself",
                "terminationDate of the present employment",
                real -> Employment.builder()
                        .from(real)
                        .terminationDate(last(real, Kind.TERMINATION).or(real::terminationDate))
                        .build());
    }

    Mutant sourceThatTakesTheNextHireForThePresentOne() {
        return wrongEmployment(
                "c11_timeline_doesNotChangeTheDatesOfTheEmploymentItself",
                "hireDate of the present employment",
                real -> Employment.builder()
                        .from(real)
                        .hireDate(last(real, Kind.HIRE).or(real::hireDate))
                        .build());
    }

    Mutant sourceThatTakesThePastForTheFuture() {
        return wrongEmployment(
                "c11_timeline_ofWhomNothingElseIsToCome_isEmpty",
                WORDS,
                real -> of(
                        real,
                        real.hireDate().stream()
                                .map(day -> new EmploymentEvent(Kind.HIRE, day))
                                .toList()));
    }

    Mutant sourceWhoseChangesLeaveOutWhatIsAnnounced() {
        return wrong("c11_eventThatIsAnnounced_isAChange", "later event is new", real -> new DelegatingSource(real) {
            @Override
            public WorkerPages read(WorkerQuery query) {
                return query instanceof WorkerQuery.ChangedSince ? nobody() : super.read(query);
            }
        });
    }

    Mutant sourceThatForgetsTheZoneOfAnEvent() {
        return wrongEmployment(
                "c11_event_hasTheZoneInWhichItsDateIsMeant",
                "must name the zone",
                real -> of(
                        real,
                        real.timeline().stream()
                                .map(event -> new EmploymentEvent(event.kind(), event.on()))
                                .toList()));
    }

    private static Mutant wrongEmployment(String test, String words, UnaryOperator<Employment> mutation) {
        return wrongWorkers(test, words, worker -> with(worker, mutation.apply(worker.employment())));
    }

    private static Worker with(Worker worker, Employment employment) {
        return new Worker(worker.ref(), employment, worker.attributes(), worker.groups());
    }

    private static Employment of(Employment real, List<EmploymentEvent> timeline) {
        return Employment.builder().from(real).timeline(timeline).build();
    }

    private static Optional<LocalDate> last(Employment real, Kind kind) {
        return real.timeline().stream()
                .filter(event -> event.kind() == kind)
                .map(EmploymentEvent::on)
                .reduce((one, later) -> later);
    }
}
