package dev.tenure.benchmarks.core;

import dev.tenure.benchmarks.Figure;
import dev.tenure.benchmarks.measure.Contest;
import dev.tenure.benchmarks.measure.Duel;
import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Goal;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Results;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.worker.Employment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Figure 8: decisions, beside what cannot be left out of one: the instants at which the first day begins and the last one
 * ends where the worker is, from {@code java.time}.
 */
public final class Decisions implements Figure {

    private static final int PEOPLE = 10_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
    private static final List<String> ZONES = List.of(
            "America/Los_Angeles",
            "America/New_York",
            "America/Sao_Paulo",
            "Europe/London",
            "Europe/Berlin",
            "Africa/Lagos",
            "Asia/Kolkata",
            "Asia/Tokyo",
            "Australia/Sydney",
            "Pacific/Auckland");

    /** Prepares the figure. */
    public Decisions() {}

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public void measure(Effort effort, Results results) throws Exception {
        List<Employment> people = people();
        Decider decider = new Decider(LifecyclePolicy.recommended());
        Contest contest = new Duel(effort)
                .side("ours", () -> counted(decide(decider, people), people))
                .side("java.time", () -> counted(instants(people), people))
                .run();
        results.add(new Measurement(
                name() + "/java.time",
                "decisions/s",
                contest.speed("ours", "java.time"),
                Goal.watched(Goal.Better.HIGHER)));
        results.add(new Measurement(
                name() + "/java.time-allocation",
                "bytes/decision",
                contest.allocation("ours", "java.time"),
                Goal.watched(Goal.Better.LOWER)));
        results.note(String.format("%.0f ns and %.0f bytes each", contest.nanos("ours"), contest.bytes("ours")));
    }

    /** Three in four work, one in eight is to start, one in eight has left or is about to. */
    static List<Employment> people() {
        List<Employment> people = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            LocalDate hired = number % 8 == 1 ? TODAY.plusDays(number % 30) : TODAY.minusDays(100 + number % 5_000);
            var employment = Employment.builder()
                    .active(number % 8 != 1)
                    .hireDate(hired)
                    .firstDayOfWork(hired)
                    .preferredTimeZone(ZONES.get(number % ZONES.size()));
            if (number % 8 == 2) {
                employment
                        .terminationDate(TODAY.plusDays(number % 20 - 10))
                        .primaryReason("Terminate_Employee_Voluntary_Move");
            }
            people.add(employment.build());
        }
        return people;
    }

    /** Counts by decisions who works. */
    static int decide(Decider decider, List<Employment> people) {
        int working = 0;
        for (Employment employment : people) {
            LifecycleState state =
                    decider.decide(employment, Optional.empty(), NOW).state();
            working += state == LifecycleState.ACTIVE ? 1 : 0;
        }
        return working;
    }

    /** Counts by bare instants who works. */
    static int instants(List<Employment> people) {
        int working = 0;
        for (Employment employment : people) {
            ZoneId zone = ZoneId.of(employment.preferredTimeZone().orElseThrow());
            Instant start =
                    employment.hireDate().orElseThrow().atStartOfDay(zone).toInstant();
            boolean over = employment.terminationDate().isPresent()
                    && !NOW.isBefore(employment
                            .terminationDate()
                            .get()
                            .plusDays(1)
                            .atStartOfDay(zone)
                            .toInstant());
            working += !NOW.isBefore(start) && !over ? 1 : 0;
        }
        return working;
    }

    private static long counted(int working, List<Employment> people) {
        if (working == 0) {
            throw new IllegalStateException("Nobody works");
        }
        return people.size();
    }
}
