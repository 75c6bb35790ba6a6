package dev.tenure.lifecycle.internal.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.decision.Transition;
import dev.tenure.lifecycle.decision.ZoneOrigin;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.EmploymentEvent.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An event of the timeline may be meant in another zone than the worker's own. */
class EventZoneTest {

    private static final LocalDate HIRED = LocalDate.parse("2020-01-06");
    private static final LocalDate LAST = LocalDate.parse("2026-03-20");
    private static final Optional<String> LOS_ANGELES = Optional.of("America/Los_Angeles");

    private final Decider aware = new Decider(LifecyclePolicy.recommended());

    @Test
    void c3_theEndOfTheEmploymentItself_isMeantInTheZoneThatItsEventNames_andTheStartIsNot() {
        Employment berlin = employment()
                .addTimeline(new EmploymentEvent(Kind.TERMINATION, LAST, LOS_ANGELES))
                .build();
        Decision before = aware.decide(berlin, Optional.empty(), Instant.parse("2026-03-21T06:59:59Z"));
        assertThat(before.state()).isEqualTo(LifecycleState.ACTIVE);
        assertThat(before.effectiveAt()).contains(Instant.parse("2020-01-05T23:00:00Z"));
        assertThat(before.next()).contains(at(LifecycleState.TERMINATED, "2026-03-21T07:00:00Z"));
        assertThat(aware.decide(berlin, Optional.empty(), Instant.parse("2026-03-21T07:00:00Z"))
                        .state())
                .isEqualTo(LifecycleState.TERMINATED);
    }

    @Test
    void c3_withoutSuchAnEvent_orWhereZonesDoNotCount_nothingChanges() {
        Employment plain = employment().build();
        Employment elsewhere = employment()
                .addTimeline(new EmploymentEvent(Kind.TERMINATION, LAST, LOS_ANGELES))
                .build();
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        assertThat(aware.decide(plain, Optional.empty(), now).next())
                .contains(at(LifecycleState.TERMINATED, "2026-03-20T23:00:00Z"));
        assertThat(new Decider(LifecyclePolicy.oktaParity())
                        .decide(elsewhere, Optional.empty(), now)
                        .next())
                .contains(at(LifecycleState.TERMINATED, "2026-03-21T00:00:00Z"));
    }

    @Test
    void c11_aLaterEmployment_beginsInTheZoneThatItsEventNames() {
        Employment returns = employment()
                .addTimeline(new EmploymentEvent(Kind.RETURN, LocalDate.parse("2026-04-01"), LOS_ANGELES))
                .build();
        assertThat(aware.decide(returns, Optional.empty(), Instant.parse("2026-03-25T09:00:00Z"))
                        .next())
                .contains(at(LifecycleState.ACTIVE, "2026-04-01T07:00:00Z"));
    }

    @Test
    void c3_theOriginOfTheZone_isSaid() {
        Employment elsewhere = employment()
                .addTimeline(new EmploymentEvent(Kind.TERMINATION, LAST, LOS_ANGELES))
                .build();
        Employment none = employment().locationTimeZone("nowhere").build();
        assertThat(origin(aware, employment().build())).isEqualTo(ZoneOrigin.LOCATION);
        assertThat(origin(aware, employment().preferredTimeZone("Asia/Tokyo").build()))
                .isEqualTo(ZoneOrigin.PREFERRED);
        assertThat(origin(aware, employment().preferredTimeZone("nowhere").build()))
                .isEqualTo(ZoneOrigin.LOCATION);
        assertThat(origin(aware, none)).isEqualTo(ZoneOrigin.FALLBACK);
        assertThat(origin(aware, elsewhere)).isEqualTo(ZoneOrigin.TIMELINE);
        assertThat(origin(new Decider(LifecyclePolicy.oktaParity()), elsewhere)).isEqualTo(ZoneOrigin.POLICY);
    }

    private static ZoneOrigin origin(Decider decider, Employment employment) {
        return decider.zoneOrigin(
                decider.decide(employment, Optional.empty(), Instant.parse("2026-03-02T09:00:00Z")), employment);
    }

    @Test
    void events_areInOrderWhateverTheirZone() {
        EmploymentEvent one = new EmploymentEvent(Kind.HIRE, LAST);
        EmploymentEvent other = new EmploymentEvent(Kind.HIRE, LAST, LOS_ANGELES);
        assertThat(employment().addTimeline(other, one).build().timeline()).isEqualTo(List.of(one, other));
    }

    private static Transition at(LifecycleState state, String at) {
        return new Transition(state, Instant.parse(at));
    }

    private static dev.tenure.lifecycle.worker.EmploymentBuilder employment() {
        return Employment.builder()
                .hireDate(HIRED)
                .firstDayOfWork(HIRED)
                .terminationDate(LAST)
                .locationTimeZone("Europe/Berlin");
    }
}
