package dev.tenure.lifecycle.internal.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.decision.Transition;
import dev.tenure.lifecycle.policy.DayBoundary;
import dev.tenure.lifecycle.policy.ImmediateTiming;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.WorkerKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every decision, whatever the employment, the policy and the instant. */
class DeciderPropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @Property
    void c6_terminatedOnce_staysTerminatedUnlessANewBeginningIsKnown(
            @ForAll("policies") LifecyclePolicy policy,
            @ForAll("employments") Employment employment,
            @ForAll("instants") Instant now,
            @ForAll("instants") Instant other) {
        Instant later = other.isAfter(now) ? other : now.plusSeconds(3600);
        Decider decider = new Decider(policy);
        boolean knowsBeginning = !employment.timeline().isEmpty();
        Decision first = decider.decide(employment, Optional.of(now), now);
        if (first.state() == LifecycleState.TERMINATED && !knowsBeginning) {
            assertThat(decider.decide(employment, Optional.of(now), later).state())
                    .isEqualTo(LifecycleState.TERMINATED);
        }
    }

    @Property
    void c10_theNextTransition_isLaterThanNowAndExactlyWhereTheStateChanges(
            @ForAll("policies") LifecyclePolicy policy,
            @ForAll("employments") Employment employment,
            @ForAll("instants") Instant now) {
        Decider decider = new Decider(policy);
        Decision decision = decider.decide(employment, Optional.empty(), now);
        Optional<Transition> next = decision.next();
        if (next.isEmpty()) {
            return;
        }
        Instant at = next.get().at();
        assertThat(at).isAfter(now);
        assertThat(decider.decide(employment, Optional.empty(), at.minusMillis(1))
                        .state())
                .as("just before")
                .isEqualTo(decision.state());
        LifecycleState there = decider.decide(employment, Optional.empty(), at).state();
        // A pre-hire that HR still marks inactive on the day itself: only HR can say (rules B6, C8, H1).
        boolean waitsForHr = !employment.active() && next.get().state() == LifecycleState.ACTIVE;
        if (!waitsForHr) {
            assertThat(there).as("at the transition").isEqualTo(next.get().state());
        }
    }

    @Property
    void c10_withoutANextTransition_theStateNeverChanges(
            @ForAll("policies") LifecyclePolicy policy,
            @ForAll("employments") Employment employment,
            @ForAll("instants") Instant now,
            @ForAll("instants") Instant other) {
        Decider decider = new Decider(policy);
        Decision decision = decider.decide(employment, Optional.of(now), now);
        Instant later = other.isAfter(now) ? other : now.plusSeconds(86_400 * 4000L);
        if (decision.next().isEmpty()) {
            assertThat(decider.decide(employment, Optional.of(now), later).state())
                    .isEqualTo(decision.state());
        }
    }

    @Property
    void c10_whatIsEffective_isNotAheadAndThereOnlyWhereTheStateHasABeginning(
            @ForAll("policies") LifecyclePolicy policy,
            @ForAll("employments") Employment employment,
            @ForAll("instants") Instant now) {
        Decision decision = new Decider(policy).decide(employment, Optional.empty(), now);
        decision.effectiveAt().ifPresent(since -> assertThat(since).isBeforeOrEqualTo(now));
        if (decision.state().hasAccess()) {
            assertThat(decision.effectiveAt()).isPresent();
        }
        if (decision.state() == LifecycleState.INELIGIBLE || decision.state() == LifecycleState.NOT_STARTED) {
            assertThat(decision.effectiveAt()).isEmpty();
        }
    }

    @Property(tries = 200)
    void h2_nothingDependsOnTheMachinesZoneOrLocale(
            @ForAll("policies") LifecyclePolicy policy,
            @ForAll("employments") Employment employment,
            @ForAll("instants") Instant now) {
        Decision here = new Decider(policy).decide(employment, Optional.empty(), now);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            assertThat(new Decider(policy).decide(employment, Optional.empty(), now))
                    .isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Provide
    Arbitrary<Instant> instants() {
        Instant from = DAY.minusDays(60).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Arbitraries.longs().between(0, 120 * 24).map(hours -> from.plusSeconds(hours * 3600));
    }

    @Provide
    Arbitrary<LifecyclePolicy> policies() {
        Arbitrary<LifecyclePolicy> presets =
                Arbitraries.of(LifecyclePolicy.oktaParity(), LifecyclePolicy.recommended());
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 20);
        return Combinators.combine(presets, days, days, flag, flag, flag, flag, flag)
                .as((preset, before, after, zones, lastDay, earliest, onReceipt, startOfDay) ->
                        preset.with(policy -> policy.preStartDays(before)
                                .postTerminationDays(after)
                                .timeZoneAware(zones)
                                .useLastDayOfWork(lastDay)
                                .earliestWins(earliest)
                                .immediateReasons(".*RIF")
                                .immediateTiming(onReceipt ? ImmediateTiming.ON_RECEIPT : ImmediateTiming.DAY_BEFORE)
                                .dayBoundary(startOfDay ? DayBoundary.START_OF_DAY : DayBoundary.END_OF_DAY)));
    }

    @Provide
    Arbitrary<Employment> employments() {
        Arbitrary<Optional<LocalDate>> date =
                Arbitraries.integers().between(-40, 40).map(DAY::plusDays).optional(0.6);
        Arbitrary<Optional<String>> zone = Arbitraries.of(
                        "Pacific/Apia", "Australia/Sydney", "America/Sao_Paulo", "GMT+10", "Nowhere/Atlantis")
                .optional(0.5);
        Arbitrary<Optional<String>> reason =
                Arbitraries.of("X_RIF", "Voluntary").optional(0.5);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<List<EmploymentEvent>> timeline = Combinators.combine(
                        Arbitraries.of(EmploymentEvent.Kind.values()),
                        Arbitraries.integers().between(0, 60).map(DAY::plusDays))
                .as(EmploymentEvent::new)
                .list()
                .ofMaxSize(2);
        return Combinators.combine(date, date, date, date, flag, zone, reason, timeline)
                .as((hire, termination, lastDay, inactive, active, place, why, later) -> new Employment(
                        WorkerKind.EMPLOYEE,
                        active,
                        true,
                        Optional.empty(),
                        hire,
                        hire,
                        termination,
                        lastDay,
                        inactive.filter(day -> !active),
                        why,
                        List.of(),
                        Optional.empty(),
                        place,
                        later));
    }
}
