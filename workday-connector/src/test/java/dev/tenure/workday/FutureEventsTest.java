package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.worker.EmploymentEvent;
import dev.tenure.lifecycle.worker.EmploymentEvent.Kind;
import dev.tenure.simulators.workday.Termination;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What HR knows of the time after the dates that a record shows (rule C11). */
final class FutureEventsTest {

    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);
    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final LocalDate BACK = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();

    @BeforeEach
    void hire() {
        workday.hire("1", HIRED, edit -> edit.name("First", "Last"));
    }

    @AfterEach
    void stop() {
        workday.close();
    }

    @Test
    void c11_aHireBehindAnEnding_andTheEndingBehindThat_areKept() {
        workday.terminate("1", Termination.on(END));
        workday.rehire("1", BACK);
        workday.terminate("1", Termination.on(LAST));

        var employment = Reading.all(source().build()).get("1").employment();

        assertThat(employment.terminationDate()).contains(END);
        assertThat(employment.hireDate()).contains(HIRED);
        assertThat(employment.timeline())
                .containsExactly(new EmploymentEvent(Kind.HIRE, BACK), new EmploymentEvent(Kind.TERMINATION, LAST));
        assertThat(Reading.one(source().build(), "1").employment()).isEqualTo(employment);
    }

    @Test
    void c11_anEndingThatWasMoved_countsOnItsLastDayAlone() {
        workday.terminate("1", Termination.on(END));
        workday.terminate("1", Termination.on(LAST));

        var employment = Reading.all(source().build()).get("1").employment();

        assertThat(employment.terminationDate()).contains(LAST);
        assertThat(employment.timeline()).isEmpty();
    }

    @Test
    void c11_whatWasTakenBack_isNoEvent() {
        workday.terminate("1", Termination.on(END));
        workday.rehire("1", BACK);
        workday.rescindHire("1");

        assertThat(Reading.all(source().build()).get("1").employment().timeline())
                .isEmpty();
    }

    @Test
    void c11_aTransferIsAnEvent() {
        workday.change("1", BACK, edit -> edit.title("Director"));

        assertThat(Reading.all(source().build()).get("1").employment().timeline())
                .isEqualTo(List.of(new EmploymentEvent(Kind.CHANGE, BACK)));
    }

    @Test
    void switchedOff_nothingMoreIsAsked() {
        workday.terminate("1", Termination.on(END));
        workday.rehire("1", BACK);

        var worker = Reading.all(source().futureEvents(false).build()).get("1");

        assertThat(worker.employment().timeline()).isEmpty();
        assertThat(workday.calls("Get_Workers")).isEqualTo(1);
    }

    private WorkdaySourceBuilder source() {
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .clock(clock);
    }
}
