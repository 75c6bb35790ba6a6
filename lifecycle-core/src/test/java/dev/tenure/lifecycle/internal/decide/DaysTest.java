package dev.tenure.lifecycle.internal.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Property
    void c3_aDayStartsWhereJavaTimeSays(@ForAll("days") LocalDate day, @ForAll("zones") ZoneId zone) {
        assertThat(Days.startOf(day, zone)).isEqualTo(day.atStartOfDay(zone).toInstant());
    }

    @Test
    void c3_whereMidnightDoesNotExist_theDayStartsAtItsFirstInstant() {
        assertThat(Days.startOf(LocalDate.of(2018, 11, 4), ZoneId.of("America/Sao_Paulo")))
                .as("the clock goes from midnight to one")
                .isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
        assertThat(Days.startOf(LocalDate.of(1919, 3, 31), ZoneId.of("America/Toronto")))
                .as("the clock went from half past eleven to half past midnight")
                .isEqualTo(Instant.parse("1919-03-31T04:30:00Z"));
    }

    @Test
    void c3_whereMidnightComesTwice_theDayStartsAtTheFirst() {
        assertThat(Days.startOf(LocalDate.of(2021, 11, 7), ZoneId.of("America/Havana")))
                .isEqualTo(Instant.parse("2021-11-07T04:00:00Z"));
    }

    @Property
    void c3_everyDayOfAZoneThatChanges_startsWhereJavaTimeSays(@ForAll("zones") ZoneId zone) {
        for (LocalDate day = LocalDate.of(2018, 1, 1); day.getYear() < 2020; day = day.plusDays(1)) {
            assertThat(Days.startOf(day, zone)).isEqualTo(day.atStartOfDay(zone).toInstant());
        }
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 200 * 365)
                .map(days -> LocalDate.of(1900, 1, 1).plusDays(days));
    }

    @Provide
    static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds()))
                .map(ZoneId::of)
                .edgeCases(cases -> cases.add(ZoneOffset.ofHours(10)));
    }
}
