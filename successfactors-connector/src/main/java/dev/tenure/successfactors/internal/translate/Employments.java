package dev.tenure.successfactors.internal.translate;

import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentBuilder;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.EmploymentEvent.Kind;
import dev.tenure.lifecycle.worker.WorkerKind;
import dev.tenure.successfactors.internal.wire.Row;
import dev.tenure.successfactors.options.InactiveSince;
import dev.tenure.successfactors.options.PreHireFrom;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facts of the lifecycle out of job records (parts F and S). The dates are such that the engine's own rules
 * come to what the job records say; what they cannot say in one date stands in the timeline.
 */
final class Employments {

    private final SuccessFactorsPolicy policy;

    Employments(SuccessFactorsPolicy policy) {
        this.policy = policy;
    }

    /** The facts, and whether several ending records follow one another (rule F5). */
    record Facts(Employment employment, boolean endsAgain) {}

    private record Ending(LocalDate on, Assignment assignment, LocalDate hire, Optional<String> reason) {}

    Facts of(Row person, List<Assignment> assignments, Standing standing) {
        Assignment primary = standing.primary();
        History.Spell spell = primary.history().spell(standing.record());
        LocalDate hire = hireDate(primary, spell);
        Optional<Ending> ending = ending(assignments, standing, spell, hire);
        ActiveDays days = ActiveDays.of(assignments);
        EmploymentBuilder facts = Employment.builder()
                .kind(primary.contingent() ? WorkerKind.CONTINGENT : WorkerKind.EMPLOYEE)
                .active(standing.state() == Standing.State.ACTIVE)
                .hasAccount(hasUserName(primary.employment()))
                .universalId(Optional.ofNullable(person.text("perPersonUuid")))
                .locationTimeZone(primary.zoneText());
        if (hasBegun(standing, spell)) {
            facts.hireDate(hire).firstDayOfWork(firstDayOfWork(primary, hire));
        }
        ending.ifPresent(end -> {
            facts.terminationDate(end.on()).primaryReason(end.reason());
            end.assignment()
                    .employment()
                    .date("lastDateWorked")
                    .filter(day -> !day.isBefore(end.hire()))
                    .ifPresent(facts::lastDayOfWork);
        });
        Optional<LocalDate> inactiveSince = inactiveSince(standing, days, ending.isPresent());
        facts.inactiveSince(inactiveSince);
        facts.addAllTimeline(timeline(standing, days, ending.map(Ending::on), inactiveSince, hire));
        zoneOfEnd(standing, days, ending, inactiveSince).ifPresent(facts::addTimeline);
        return new Facts(facts.build(), spell.endsAgain());
    }

    /** Rule F2. */
    private static LocalDate hireDate(Assignment assignment, History.Spell spell) {
        LocalDate start = spell.first().start();
        return spell.original() ? assignment.employment().date("startDate").orElse(start) : start;
    }

    private static LocalDate firstDayOfWork(Assignment assignment, LocalDate hire) {
        return assignment
                .employment()
                .date("firstDateWorked")
                .filter(day -> !day.isBefore(hire))
                .orElse(hire);
    }

    /** Rule S3: who starts on leave has no hire date until a record is active. A no-show has one once the day has come. */
    private static boolean hasBegun(Standing standing, History.Spell spell) {
        Slice first = spell.first();
        if (first.active() || (first.isEnding() && standing.state() == Standing.State.OVER)) {
            return true;
        }
        return standing.state() == Standing.State.ACTIVE
                || standing.primary()
                        .history()
                        .lastActive(standing.primary().today())
                        .filter(active -> !active.start().isBefore(first.start()))
                        .isPresent();
    }

    /** Rule F3: while somebody is active, the worker ends when the last employment ends. */
    private static Optional<Ending> ending(
            List<Assignment> assignments, Standing standing, History.Spell spell, LocalDate hire) {
        Optional<Ending> ending = ending(standing.primary(), spell, hire);
        // An employment that is rehired counts again, by its later spell.
        Set<Slice> counted = new HashSet<>(Set.of(spell.first()));
        while (standing.state() == Standing.State.ACTIVE && ending.isPresent()) {
            LocalDate after = ending.get().on().plusDays(1);
            Optional<Assignment> other = assignments.stream()
                    .filter(one -> one.history()
                            .activeSpell(after)
                            .filter(theirs -> !counted.contains(theirs.first()))
                            .isPresent())
                    .min(Assignment.PREFERENCE);
            if (other.isEmpty()) {
                break;
            }
            History.Spell theirs = other.get().history().activeSpell(after).orElseThrow();
            counted.add(theirs.first());
            ending = ending(other.get(), theirs, hireDate(other.get(), theirs));
        }
        return ending;
    }

    private static Optional<Ending> ending(Assignment assignment, History.Spell spell, LocalDate hire) {
        if (spell.ending().isPresent()) {
            Slice record = spell.ending().get();
            return Optional.of(new Ending(
                    record.start().minusDays(1),
                    assignment,
                    hire,
                    Optional.ofNullable(record.row().text("eventReason"))));
        }
        return assignment
                .employment()
                .date("endDate")
                .filter(end -> !end.isBefore(spell.first().start()))
                .filter(end -> !end.isBefore(assignment.today()) || currentEndsOn(assignment, end))
                .map(end -> new Ending(end, assignment, hire, Optional.empty()));
    }

    private static boolean currentEndsOn(Assignment assignment, LocalDate end) {
        return assignment
                .history()
                .inEffect(assignment.today())
                .flatMap(Slice::end)
                .filter(end::equals)
                .isPresent();
    }

    /** Rule S6: X. Somebody who is yet to start has none. */
    private Optional<LocalDate> inactiveSince(Standing standing, ActiveDays days, boolean hasEnding) {
        Assignment primary = standing.primary();
        LocalDate today = primary.today();
        return switch (standing.state()) {
            case ACTIVE ->
                hasEnding
                        ? Optional.empty()
                        : days.around(today).flatMap(ActiveDays.Stretch::to).map(last -> last.plusDays(1));
            case PRE_START, NOT_STARTED -> Optional.empty();
            case OVER ->
                primary.history().lastActiveDay(today).map(last -> {
                    Optional<LocalDate> latest = primary.history().slices().stream()
                            .filter(slice -> slice.isInactive()
                                    && slice.start().isAfter(last)
                                    && !slice.start().isAfter(today))
                            .map(Slice::start)
                            .reduce((one, later) -> later);
                    return policy.inactiveSince() == InactiveSince.LATEST_RECORD
                            ? latest.orElse(last.plusDays(1))
                            : last.plusDays(1);
                });
        };
    }

    /** What comes after the dates of the employment itself, and an end of activity before its termination date. */
    private List<EmploymentEvent> timeline(
            Standing standing,
            ActiveDays days,
            Optional<LocalDate> termination,
            Optional<LocalDate> inactiveSince,
            LocalDate hire) {
        List<EmploymentEvent> events = new ArrayList<>();
        Assignment primary = standing.primary();
        LocalDate today = primary.today();
        LocalDate from = today;
        if (standing.state() == Standing.State.ACTIVE
                || (standing.state() != Standing.State.OVER
                        && standing.record().start().equals(hire))) {
            LocalDate day = standing.state() == Standing.State.ACTIVE ? today : hire;
            Optional<LocalDate> last = days.around(day).flatMap(this::lastBeforeGrace);
            from = days.around(day).map(ActiveDays.Stretch::from).orElse(day);
            boolean earlier = last.isPresent()
                    && inactiveSince.isEmpty()
                    && (termination.isEmpty() || last.get().isBefore(termination.get()));
            if (earlier) {
                events.add(event(
                        Kind.TERMINATION,
                        last.get(),
                        days.around(day).orElseThrow().ends(),
                        primary));
            }
        }
        LocalDate before = standing.primary().history().first().start().minusDays(1);
        boolean never = standing.state() == Standing.State.OVER && inactiveSince.isEmpty();
        if (never && termination.filter(end -> !end.isAfter(before)).isEmpty()) {
            // Never active so far: the first record says since when.
            events.add(new EmploymentEvent(Kind.TERMINATION, before));
        }
        Kind begins = policy.preHireFrom() == PreHireFrom.NEXT ? Kind.HIRE : Kind.RETURN;
        for (ActiveDays.Stretch stretch : days.after(from)) {
            events.add(event(begins, stretch.from(), stretch.begins(), primary));
            lastBeforeGrace(stretch)
                    .ifPresent(last -> events.add(event(Kind.TERMINATION, last, stretch.ends(), primary)));
        }
        return events;
    }

    /**
     * The day before the grace begins: the last active one; but by the latest record (rule S6) each inactive record that
     * starts while the grace still runs begins it anew.
     */
    private Optional<LocalDate> lastBeforeGrace(ActiveDays.Stretch stretch) {
        if (policy.inactiveSince() != InactiveSince.LATEST_RECORD
                || stretch.to().isEmpty()) {
            return stretch.to();
        }
        LocalDate begins = stretch.to().get().plusDays(1);
        for (Slice slice : stretch.ends().history().slices()) {
            if (slice.start().isAfter(begins)) {
                if (slice.active() || slice.start().isAfter(begins.plusDays(policy.postTerminationDays()))) {
                    break;
                }
                begins = slice.start();
            }
        }
        return Optional.of(begins.minusDays(1));
    }

    /** Rule S8: the end of another employment is meant in that one's zone, not in that of the one that counts now. */
    private static Optional<EmploymentEvent> zoneOfEnd(
            Standing standing, ActiveDays days, Optional<Ending> ending, Optional<LocalDate> inactiveSince) {
        if (standing.state() != Standing.State.ACTIVE) {
            return Optional.empty();
        }
        Assignment primary = standing.primary();
        if (ending.isPresent()) {
            return elsewhere(Kind.TERMINATION, ending.get().on(), ending.get().assignment(), primary);
        }
        return inactiveSince.flatMap(first -> days.around(primary.today())
                .flatMap(stretch -> elsewhere(Kind.TERMINATION, first.minusDays(1), stretch.ends(), primary)));
    }

    private static Optional<EmploymentEvent> elsewhere(Kind kind, LocalDate on, Assignment of, Assignment primary) {
        EmploymentEvent event = event(kind, on, of, primary);
        return event.timeZone().isPresent() ? Optional.of(event) : Optional.empty();
    }

    private static EmploymentEvent event(Kind kind, LocalDate on, Assignment of, Assignment primary) {
        return new EmploymentEvent(
                kind,
                on,
                Optional.of(of.zone().getId()).filter(zone -> !of.zone().equals(primary.zone())));
    }

    private static boolean hasUserName(Row employment) {
        @Nullable Row user = employment.one("userNav");
        return user != null && user.text("username") != null;
    }
}
