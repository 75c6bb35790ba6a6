package dev.tenure.successfactors.internal.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.decision.Transition;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.successfactors.internal.wire.Row;
import dev.tenure.successfactors.options.InactiveSince;
import dev.tenure.successfactors.options.PreHireFrom;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * The facts that are handed over make the engine decide what the job records say: at the moment of the read, and, without
 * another read, at every later one.
 */
final class StandingPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    /** A history: days from the first record on, and the status from there. */
    record Story(List<Integer> gaps, List<String> statuses, int now, int preStart, PreHireFrom from) {}

    @Provide
    Arbitrary<Story> stories() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12).list().ofSize(4),
                        Arbitraries.of("A", "A", "U", "T").list().ofSize(4),
                        Arbitraries.integers().between(-15, 50),
                        Arbitraries.of(0, 0, 3, 7),
                        Arbitraries.of(PreHireFrom.class))
                .as(Story::new);
    }

    @Property(tries = 2_000)
    void theEngineDecidesWhatTheRecordsSay(@ForAll("stories") Story story) {
        SuccessFactorsPolicy policy = SuccessFactorsPolicy.oktaParity()
                .with(builder -> builder.preStartDays(story.preStart())
                        .preHireFrom(story.from())
                        .inactiveSince(InactiveSince.SPELL_START));
        Instant now = instant(story.now());
        Translated.Person person = person(story, policy, now);
        Decider decider = new Decider(policy.applyTo(LifecyclePolicy.oktaParity()));
        Decision decision = decider.decide(person.employment(), Optional.empty(), now);
        assertThat(hasAccess(decision.state()))
                .as("%s: %s", story, decision)
                .isEqualTo(saysAccess(story, policy, story.now()));
        // Whatever comes next comes on the day on which a fresh read would see it.
        for (int later = story.now() + 1; later < story.now() + 40; later++) {
            Optional<Transition> next = decision.next();
            if (next.isPresent() && !next.get().at().isAfter(instant(later))) {
                assertThat(hasAccess(next.get().state()))
                        .as("%s: day %s, %s", story, later, decision)
                        .isEqualTo(saysAccess(story, policy, later));
                break;
            }
            assertThat(saysAccess(story, policy, later))
                    .as("%s: day %s, %s", story, later, decision)
                    .isEqualTo(hasAccess(decision.state()));
        }
    }

    private static boolean hasAccess(LifecycleState state) {
        return state.hasAccess();
    }

    private static boolean saysAccess(Story story, SuccessFactorsPolicy policy, int day) {
        Translated.Person person = person(story, policy, instant(day));
        Standing standing = Standing.of(person.assignments(), policy, instant(day));
        return standing.state() == Standing.State.ACTIVE || standing.state() == Standing.State.PRE_START;
    }

    private static Instant instant(int day) {
        return FIRST.plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Translated.Person person(Story story, SuccessFactorsPolicy policy, Instant now) {
        List<Row> jobs = new ArrayList<>();
        LocalDate day = FIRST;
        for (int i = 0; i < story.gaps().size(); i++) {
            jobs.add(row(Map.of(
                    "userId",
                    "u1",
                    "startDate",
                    date(day),
                    "seqNumber",
                    "1",
                    "emplStatus",
                    story.statuses().get(i))));
            day = day.plusDays(story.gaps().get(i));
        }
        Map<String, @Nullable Object> employment = new LinkedHashMap<>();
        employment.put("userId", "u1");
        employment.put("startDate", date(FIRST));
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        person.put("personIdExternal", "1");
        person.put("employmentNav", Map.of("results", List.of(employment)));
        return (Translated.Person) new Translator(policy, Picklists.NONE).translate(new Row(person), user -> jobs, now);
    }

    private static Row row(Map<String, Object> values) {
        return new Row(new LinkedHashMap<>(values));
    }

    private static String date(LocalDate day) {
        return "/Date(" + day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() + ")/";
    }
}
