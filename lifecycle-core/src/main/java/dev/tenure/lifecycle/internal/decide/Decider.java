package dev.tenure.lifecycle.internal.decide;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.decision.Transition;
import dev.tenure.lifecycle.decision.Why;
import dev.tenure.lifecycle.decision.ZoneOrigin;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Decides where a worker stands (rules B and C). Pure: the same employment, policy and instant give the same decision.
 * Safe for use by several threads.
 */
public final class Decider {

    private final LifecyclePolicy policy;
    private final Zones zones;
    private final Ending ending;

    /**
     * Prepares the decisions of a policy.
     *
     * @param policy the policy
     */
    public Decider(LifecyclePolicy policy) {
        this.policy = policy;
        this.zones = new Zones(policy);
        this.ending = new Ending(policy);
    }

    /**
     * Decides.
     *
     * @param employment the facts
     * @param endSeenAt when an end with an immediate reason was first seen; empty for now (rule C4, on receipt)
     * @param now the instant to decide for
     * @return where the worker stands, why, and what comes next
     */
    public Decision decide(Employment employment, Optional<Instant> endSeenAt, Instant now) {
        if (employment.timeline().isEmpty()) {
            return decideSpell(employment, endSeenAt, now);
        }
        Employment opening = Timelines.opening(employment);
        boolean returns = employment.hireDate().isEmpty() && Timelines.opensWithReturn(employment);
        int days = returns ? 0 : policy.preStartDays();
        return pastSeamlessEnds(
                opening, endSeenAt, days, spellInForce(opening, decideSpell(opening, endSeenAt, now, days), now));
    }

    /**
     * Gives the first day on which a worker who ends is no longer active, by which a gap is measured (rule D2).
     *
     * @param employment the facts
     * @return the day, in the zone of the end; empty where no end is known
     */
    public Optional<LocalDate> firstInactiveDay(Employment employment) {
        return ending.firstInactiveDay(employment, zones.ofEnd(employment));
    }

    /**
     * Says whether an employment that is over had begun: a hire that was rescinded, or that ended before its first day, never
     * did (rules A7, D3).
     *
     * @param employment the facts of somebody who has ended
     * @return true if there was a day at work
     */
    public boolean hadBegun(Employment employment) {
        Optional<LocalDate> hire = employment.hireDate();
        return hire.isPresent()
                && firstInactiveDay(employment)
                        .filter(day -> !day.isAfter(hire.get()))
                        .isEmpty();
    }

    /**
     * Gives the zone in which the day of a start is counted (rule B5).
     *
     * @param employment the facts
     * @return the zone
     */
    public ZoneId startZone(Employment employment) {
        return zones.ofStart(employment);
    }

    /**
     * Says where the zone comes from in which the day of an end was counted.
     *
     * @param decision what was decided
     * @param employment the facts that it was decided from
     * @return the origin of the decision's zone
     */
    public ZoneOrigin zoneOrigin(Decision decision, Employment employment) {
        return zones.originOf(decision.zone(), employment);
    }

    /** A later employment that HR already knows begins once the one before is over (rule C11). */
    private Decision spellInForce(Employment employment, Decision first, Instant now) {
        Decision decision = first;
        LocalDate last = employment.hireDate().orElse(LocalDate.MIN);
        for (EmploymentEvent event : employment.timeline()) {
            if (decision.state() != LifecycleState.TERMINATED) {
                break;
            }
            if (!Timelines.begins(event) || !event.on().isAfter(last)) {
                continue;
            }
            last = event.on();
            int preStartDays = event.kind() == EmploymentEvent.Kind.HIRE ? policy.preStartDays() : 0;
            Decision later = decideSpell(Timelines.spell(employment, event.on()), Optional.empty(), now, preStartDays);
            if (later.state() == LifecycleState.NOT_STARTED) {
                return withNext(decision, later.next());
            }
            decision = later;
        }
        return decision;
    }

    /** An end at whose instant a later employment has already begun is no change of state, or one to another state. */
    private Decision pastSeamlessEnds(
            Employment employment, Optional<Instant> endSeenAt, int preStartDays, Decision decision) {
        Optional<Transition> next = decision.next();
        while (next.isPresent() && next.get().state() == LifecycleState.TERMINATED) {
            Instant at = next.get().at();
            Decision there = spellInForce(employment, decideSpell(employment, endSeenAt, at, preStartDays), at);
            if (there.state() != decision.state()) {
                return withNext(decision, Optional.of(new Transition(there.state(), at)));
            }
            next = there.next();
        }
        return withNext(decision, next);
    }

    private static Decision withNext(Decision decision, Optional<Transition> next) {
        return new Decision(
                decision.state(),
                decision.because(),
                decision.effectiveAt(),
                next,
                decision.zone(),
                decision.unknownZones());
    }

    private Decision decideSpell(Employment employment, Optional<Instant> endSeenAt, Instant now) {
        return decideSpell(employment, endSeenAt, now, policy.preStartDays());
    }

    private Decision decideSpell(Employment employment, Optional<Instant> endSeenAt, Instant now, int preStartDays) {
        ZoneId endZone = zones.ofEnd(employment);
        ZoneId startZone = zones.ofStart(employment);
        List<String> unknown = zones.unknown(employment);
        Optional<Why> ineligible = ineligible(employment);
        Optional<LocalDate> hired = employment.hireDate();
        Optional<Instant> start =
                hired.isEmpty() ? Optional.empty() : Optional.of(Days.startOf(hired.get(), startZone));
        Optional<Instant> window = ineligible.isPresent() ? Optional.empty() : start;
        if (preStartDays != 0 && window.isPresent()) {
            window = Optional.of(Days.startOf(hired.orElseThrow().minusDays(preStartDays), startZone));
        }
        boolean preHire = start.isPresent() && now.isBefore(start.get());
        Ending.End end = ending.of(employment, endSeenAt, now, endZone, preHire, window);

        // C comes before B (rule C9).
        if (end.reached(now)) {
            return new Decision(
                    LifecycleState.TERMINATED, end.because(), end.cutoff(), Optional.empty(), endZone, unknown);
        }
        Optional<Transition> termination = end.cutoff().map(Decider::termination);
        if (ineligible.isPresent()) {
            return new Decision(
                    LifecycleState.INELIGIBLE, ineligible.get(), Optional.empty(), termination, endZone, unknown);
        }
        Instant opens = window.orElseThrow();
        Instant begins = start.orElseThrow();
        if (now.isBefore(opens)) {
            LifecycleState first = preStartDays == 0 ? LifecycleState.ACTIVE : LifecycleState.PRE_START;
            return new Decision(
                    LifecycleState.NOT_STARTED,
                    Why.BEFORE_START_WINDOW,
                    Optional.empty(),
                    earlier(new Transition(first, opens), termination),
                    endZone,
                    unknown);
        }
        if (now.isBefore(begins)) {
            return new Decision(
                    LifecycleState.PRE_START,
                    Why.WITHIN_PRE_START_INTERVAL,
                    Optional.of(opens),
                    earlier(new Transition(LifecycleState.ACTIVE, begins), termination),
                    endZone,
                    unknown);
        }
        if (end.intervalFrom().isPresent() && !now.isBefore(end.intervalFrom().get())) {
            return new Decision(
                    LifecycleState.ACTIVE,
                    Why.POST_TERMINATION_INTERVAL,
                    end.intervalFrom(),
                    termination,
                    endZone,
                    unknown);
        }
        return new Decision(LifecycleState.ACTIVE, Why.EMPLOYED, Optional.of(begins), termination, endZone, unknown);
    }

    private static Transition termination(Instant at) {
        return new Transition(LifecycleState.TERMINATED, at);
    }

    private Optional<Why> ineligible(Employment employment) {
        if (employment.hireDate().isEmpty()) {
            return Optional.of(Why.MISSING_HIRE_DATE);
        }
        if (employment.firstDayOfWork().isEmpty()) {
            return Optional.of(Why.MISSING_FIRST_DAY_OF_WORK);
        }
        if (policy.requireSourceAccount() && !employment.hasAccount()) {
            return Optional.of(Why.NO_SOURCE_ACCOUNT);
        }
        return Optional.empty();
    }

    private static Optional<Transition> earlier(Transition start, Optional<Transition> end) {
        return end.isPresent() && !start.at().isBefore(end.get().at()) ? end : Optional.of(start);
    }
}
