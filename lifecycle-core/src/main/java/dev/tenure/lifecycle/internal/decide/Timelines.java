package dev.tenure.lifecycle.internal.decide;

import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.EmploymentEvent.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes employments of one spell each out of an employment with a timeline (rule C11). */
final class Timelines {

    private Timelines() {}

    static boolean begins(EmploymentEvent event) {
        return event.kind() == Kind.HIRE || event.kind() == Kind.RETURN;
    }

    /**
     * The spell that stands in the employment's own dates, with what the timeline says of it: an end that comes before its
     * termination date, or is all that is known of one; or, where there is no hire date, the first beginning.
     */
    static Employment opening(Employment employment) {
        Optional<EmploymentEvent> first = first(employment);
        if (first.isEmpty() || employment.inactiveSince().isPresent()) {
            return employment;
        }
        LocalDate on = first.get().on();
        Optional<LocalDate> termination = employment.terminationDate();
        if (first.get().kind() == Kind.TERMINATION) {
            boolean ofThisSpell = employment.hireDate().filter(on::isBefore).isEmpty();
            boolean earlier = termination.isEmpty() || on.isBefore(termination.get());
            return ofThisSpell && earlier ? inactiveAfter(employment, on) : employment;
        }
        boolean dateless = employment.hireDate().isEmpty()
                && !employment.active()
                && termination.filter(on::isAfter).isEmpty();
        return dateless ? spell(employment, on) : employment;
    }

    static boolean opensWithReturn(Employment employment) {
        return first(employment).filter(event -> event.kind() == Kind.RETURN).isPresent();
    }

    private static Optional<EmploymentEvent> first(Employment employment) {
        return employment.timeline().stream()
                .filter(event -> event.kind() != Kind.CHANGE)
                .findFirst();
    }

    /** The zone in which the end of the spell is meant, where the timeline says that it is another than the worker's. */
    static Optional<String> zoneOfEnd(Employment employment) {
        if (employment.timeline().isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> last =
                employment.terminationDate().or(() -> employment.inactiveSince().map(day -> day.minusDays(1)));
        return employment.timeline().stream()
                .filter(event -> event.kind() == Kind.TERMINATION
                        && last.filter(event.on()::equals).isPresent())
                .flatMap(event -> event.timeZone().stream())
                .findFirst();
    }

    /** The later spell that begins on a day. */
    static Employment spell(Employment employment, LocalDate hire) {
        Optional<LocalDate> end = employment.timeline().stream()
                .filter(event -> event.kind() == Kind.TERMINATION && !event.on().isBefore(hire))
                .map(EmploymentEvent::on)
                .findFirst();
        Optional<String> zone = employment.timeline().stream()
                .filter(event -> begins(event) && event.on().equals(hire))
                .flatMap(event -> event.timeZone().stream())
                .findFirst();
        return new Employment(
                employment.kind(),
                true,
                employment.hasAccount(),
                employment.universalId(),
                Optional.of(hire),
                Optional.of(hire),
                end,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                zone.or(employment::preferredTimeZone),
                employment.locationTimeZone(),
                employment.timeline());
    }

    private static Employment inactiveAfter(Employment employment, LocalDate last) {
        return new Employment(
                employment.kind(),
                employment.active(),
                employment.hasAccount(),
                employment.universalId(),
                employment.hireDate(),
                employment.firstDayOfWork(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(last.plusDays(1)),
                Optional.empty(),
                List.of(),
                employment.preferredTimeZone(),
                employment.locationTimeZone(),
                employment.timeline());
    }
}
