package dev.tenure.lifecycle.testkit.report;

import static dev.tenure.lifecycle.testkit.report.ReportWorld.endsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.ref;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.startsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.report.Forecast;
import dev.tenure.lifecycle.report.ForecastEvent;
import dev.tenure.lifecycle.report.ForecastKind;
import dev.tenure.lifecycle.report.ReportPage;
import dev.tenure.lifecycle.worker.EmploymentEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private final ReportWorld world = new ReportWorld();

    @Test
    void h3_forecast_listsStartsChangesAndEndsInOrderAtTheirInstants() {
        world.hr.put(
                worker("start", startsOn("2026-03-09")),
                worker("end", endsOn("2026-03-06")),
                worker(
                        "sydney",
                        employment -> endsOn("2026-03-06").apply(employment).preferredTimeZone("Australia/Sydney")),
                worker(
                        "move",
                        employment -> employment.timeline(List.of(
                                new EmploymentEvent(EmploymentEvent.Kind.CHANGE, LocalDate.parse("2026-03-04"))))),
                worker("later", endsOn("2026-06-30")));
        world.engine().run(ImportKind.FULL);

        Forecast forecast = world.engine().forecast(14);

        assertThat(forecast.events())
                .extracting(ForecastEvent::worker, ForecastEvent::kind, ForecastEvent::at, ForecastEvent::rule)
                .containsExactly(
                        tuple(ref("move"), ForecastKind.CHANGE, Instant.parse("2026-03-04T00:00:00Z"), "C11"),
                        tuple(ref("sydney"), ForecastKind.END, Instant.parse("2026-03-06T13:00:00Z"), "C1"),
                        tuple(ref("end"), ForecastKind.END, Instant.parse("2026-03-07T00:00:00Z"), "C1"),
                        tuple(ref("start"), ForecastKind.START, Instant.parse("2026-03-09T00:00:00Z"), "B3"));
        assertThat(forecast.text()).contains("hr/sydney ends", "access ends with the termination date");
        assertThat(ReportPage.builder().forecast(forecast).build().html())
                .contains("Sat 7 Mar 2026, 00:00 Australia/Sydney", "Access begins", "hr/move");
    }

    @Test
    void h3_forecast_doesWhatAdvanceThenDoes() {
        world.hr.put(worker("end", endsOn("2026-03-06")), worker("stay"));
        world.engine().run(ImportKind.FULL);
        ForecastEvent end = world.engine().forecast(14).events().get(0);

        world.clock.set(end.at().minus(Duration.ofNanos(1)));
        assertThat(world.engine().advance().applied()).isEmpty();
        world.clock.set(end.at());
        Forecast due = world.engine().forecast(0);
        assertThat(due.events()).singleElement().satisfies(event -> {
            assertThat(event.at()).isEqualTo(end.at());
            assertThat(due.isDue(event)).isTrue();
        });
        assertThat(world.engine().advance().applied()).hasSize(1);
        assertThat(world.engine().forecast(14).events()).isEmpty();
    }

    @Test
    void h3_forecast_knowsThatAContractorConverts() {
        world.hr.put(
                worker(
                        "contractor",
                        employment -> endsOn("2026-03-06").apply(employment).universalId("U1")),
                worker(
                        "employee",
                        employment -> startsOn("2026-03-07").apply(employment).universalId("U1")));
        world.engine().run(ImportKind.FULL);

        assertThat(world.engine().forecast(14).events()).singleElement().satisfies(event -> {
            assertThat(event.worker()).isEqualTo(ref("contractor"));
            assertThat(event.kind()).isEqualTo(ForecastKind.CONVERSION);
            assertThat(event.successor()).isEqualTo(Optional.of(ref("employee")));
        });
    }

    @Test
    void d1_forecast_aRecordBesideOneThatWorksDoesNotBegin() {
        world.hr.put(
                worker("old", employment -> employment.universalId("U1")),
                worker(
                        "next",
                        employment -> startsOn("2026-03-07").apply(employment).universalId("U1")));
        world.engine(policy -> policy.preStartDays(7)).run(ImportKind.FULL);

        assertThat(world.engine(policy -> policy.preStartDays(7)).forecast(14).events())
                .isEmpty();
    }

    @Test
    void d3_forecast_afterAGapTheNextRecordBeginsOnItsOwnHireDate() {
        world.hr.put(
                worker(
                        "contractor",
                        employment -> endsOn("2026-03-04").apply(employment).universalId("U1")),
                worker(
                                "employee",
                                employment ->
                                        startsOn("2026-03-12").apply(employment).universalId("U1"))
                        .with("userName", "contractor@example.com")
                        .with("email", "contractor@example.com"));
        LifecycleEngine engine = world.engine(policy -> policy.preStartDays(7));
        engine.run(ImportKind.FULL);

        assertThat(engine.forecast(14).events())
                .extracting(ForecastEvent::worker, ForecastEvent::kind, ForecastEvent::at)
                .containsExactly(
                        tuple(ref("contractor"), ForecastKind.END, Instant.parse("2026-03-05T00:00:00Z")),
                        tuple(ref("employee"), ForecastKind.START, Instant.parse("2026-03-12T00:00:00Z")));
        // And so it comes.
        for (String at : List.of("2026-03-05T00:00:00Z", "2026-03-11T23:59:59Z")) {
            world.clock.set(Instant.parse(at));
            engine.advance();
            assertThat(world.okta
                            .account("contractor@example.com")
                            .orElseThrow()
                            .status())
                    .isEqualTo(AccountStatus.DEACTIVATED);
        }
        world.clock.set(Instant.parse("2026-03-12T00:00:00Z"));
        engine.advance();
        assertThat(world.okta.account("contractor@example.com").orElseThrow().status())
                .isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void h3_forecast_refusesNegativeDays() {
        assertThatThrownBy(() -> world.engine().forecast(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
