package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.decision.Transition;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.internal.run.session.Outstanding;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.subject.PersonRecords;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.report.Forecast;
import dev.tenure.lifecycle.report.ForecastEvent;
import dev.tenure.lifecycle.report.ForecastKind;
import dev.tenure.lifecycle.report.Rules;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks ahead: the decisions of a run, made for later instants from what the store knows (rule H3). */
final class Forecaster {

    private final Settings settings;
    private final Decider decider;
    private final Outstanding outstanding;

    Forecaster(Settings settings, Decider decider, Outstanding outstanding) {
        this.settings = settings;
        this.decider = decider;
        this.outstanding = outstanding;
    }

    Forecast forecast(Instant from, Instant until) {
        List<ForecastEvent> events = new ArrayList<>();
        outstanding.each(new WorkerStateQuery.All(), state -> {
            if (settings.policy().sourcing() == Sourcing.PROFILE_SOURCE
                    || targets(state, false).isEmpty()) {
                transitions(state, from, until, events);
                changes(state, from, until, events);
            }
        });
        events.sort(Comparator.comparing(ForecastEvent::at).thenComparing(ForecastEvent::worker));
        return new Forecast(from, until, events);
    }

    private void transitions(WorkerState state, Instant from, Instant until, List<ForecastEvent> events) {
        Decision there = decide(state, from);
        // H1: who is inactive at once, with no instant, is for an import to decide.
        there.effectiveAt()
                .ifPresent(since -> step(state, state.state(), there, since).ifPresent(events::add));
        Decision last = there;
        Optional<Transition> next = last.next();
        while (next.isPresent() && !next.get().at().isAfter(until)) {
            Instant at = next.get().at();
            Decision decision = decide(state, at);
            step(state, last.state(), decision, at).ifPresent(events::add);
            last = decision;
            next = last.next().filter(later -> later.at().isAfter(at));
        }
    }

    private Optional<ForecastEvent> step(WorkerState state, LifecycleState before, Decision decision, Instant at) {
        LifecycleState after = decision.state();
        if (before == after) {
            return Optional.empty();
        }
        if (after.hasAccess()) {
            return begins(state, before, decision, at);
        }
        boolean closes = before.hasAccess() || !targets(state, true).isEmpty();
        if (after != LifecycleState.TERMINATED || !closes) {
            return Optional.empty();
        }
        Optional<WorkerRef> successor = otherRecord(state, at);
        ForecastKind kind = successor.isPresent() ? ForecastKind.CONVERSION : ForecastKind.END;
        return Optional.of(event(state, decision, at, kind, successor));
    }

    /** D1 to D3: beside a record of the same person that is in charge, a record waits for its own hire date. */
    private Optional<ForecastEvent> begins(WorkerState state, LifecycleState before, Decision decision, Instant at) {
        boolean active = decision.state() == LifecycleState.ACTIVE;
        if (otherRecord(state, at.minusNanos(1)).isPresent()) {
            return Optional.empty();
        }
        Optional<WorkerRef> linked = linkedRecord(state);
        if (linked.isPresent()) {
            return active
                    ? Optional.of(event(state, decision, at, ForecastKind.START, Optional.empty()))
                    : Optional.empty();
        }
        if (!before.hasAccess()) {
            return Optional.of(event(state, decision, at, ForecastKind.START, Optional.empty()));
        }
        return active && before == LifecycleState.PRE_START
                ? Optional.of(event(state, decision, at, ForecastKind.FIRST_DAY, Optional.empty()))
                : Optional.empty();
    }

    private Optional<WorkerRef> linkedRecord(WorkerState state) {
        return targets(state, false).isEmpty()
                ? records(state)
                        .filter(other -> !targets(other, false).isEmpty())
                        .map(WorkerState::ref)
                        .findFirst()
                : Optional.empty();
    }

    private void changes(WorkerState state, Instant from, Instant until, List<ForecastEvent> events) {
        ZoneId zone = decider.startZone(state.employment());
        for (EmploymentEvent event : state.employment().timeline()) {
            Instant at = event.on().atStartOfDay(zone).toInstant();
            if (event.kind() != EmploymentEvent.Kind.CHANGE || !at.isAfter(from) || at.isAfter(until)) {
                continue;
            }
            Decision decision = decide(state, at);
            if (decision.state().hasAccess()) {
                events.add(new ForecastEvent(
                        state.ref(),
                        at,
                        ForecastKind.CHANGE,
                        decision.state(),
                        "C11",
                        "HR already knows a change on " + event.on(),
                        zone,
                        targets(state, false),
                        Optional.empty()));
            }
        }
    }

    /** Another record of the same person that is active at an instant. */
    private Optional<WorkerRef> otherRecord(WorkerState state, Instant at) {
        return records(state)
                .filter(other -> decide(other, at).state() == LifecycleState.ACTIVE)
                .map(WorkerState::ref)
                .findFirst();
    }

    private Stream<WorkerState> records(WorkerState state) {
        return state.employment()
                .universalId()
                .map(person -> PersonRecords.of(person, settings.store()).stream())
                .orElse(Stream.empty())
                .filter(other -> !other.ref().equals(state.ref()));
    }

    private ForecastEvent event(
            WorkerState state, Decision decision, Instant at, ForecastKind kind, Optional<WorkerRef> successor) {
        boolean starts = kind == ForecastKind.START || kind == ForecastKind.FIRST_DAY;
        ZoneId zone = starts ? decider.startZone(state.employment()) : decision.zone();
        String reason = Rules.inWords(decision.because())
                + successor
                        .map(ref -> "; " + ref + " of the same person takes over")
                        .orElse("");
        String rule =
                kind == ForecastKind.CONVERSION ? "D2" : decision.because().rule();
        return new ForecastEvent(
                state.ref(), at, kind, decision.state(), rule, reason, zone, targets(state, false), successor);
    }

    private static List<String> targets(WorkerState state, boolean onlyOpen) {
        List<String> targets = new ArrayList<>();
        state.accounts()
                .forEach((target, account) -> account.link()
                        .filter(link -> !onlyOpen || link.status() != AccountStatus.DEACTIVATED)
                        .ifPresent(link -> targets.add(target)));
        return targets;
    }

    private Decision decide(WorkerState state, Instant at) {
        return decider.decide(state.employment(), state.endSeenAt(), at);
    }
}
