package dev.tenure.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void seconds() {
        assertThat(RetryAfter.read(Headers.of("Retry-After", " 120 "), NOW)).contains(NOW.plusSeconds(120));
    }

    @Test
    void aDate_isByTheServersClock() {
        Headers headers =
                Headers.of("Date", "Mon, 02 Mar 2026 10:05:00 GMT", "Retry-After", "Mon, 02 Mar 2026 10:06:00 GMT");
        assertThat(RetryAfter.read(headers, NOW)).contains(NOW.plusSeconds(60));
    }

    @Test
    void aDateThatHasPassed_isNow() {
        assertThat(RetryAfter.read(Headers.of("Retry-After", "Sun, 01 Mar 2026 10:06:00 GMT"), NOW))
                .contains(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "99999999999999999999"})
    void absurdWaits_areCut(String seconds) {
        assertThat(RetryAfter.read(Headers.of("Retry-After", seconds), NOW)).contains(NOW.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "Mon, 99 Mar 2026 10:06:00 GMT"})
    void whatCannotBeRead_isNothing(String text) {
        assertThat(RetryAfter.read(Headers.of("Retry-After", text), NOW)).isEmpty();
    }

    @Property
    void anyText_givesNothingOrATimeWithinADay(@ForAll @CharRange(from = ' ', to = '~') String text) {
        assertThat(RetryAfter.read(Headers.of("Retry-After", text), NOW).orElse(NOW))
                .isBetween(NOW, NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void aSkewOfASecond_isNone() {
        assertThat(ServerTime.skew(Headers.of("Date", "Mon, 02 Mar 2026 10:00:01 GMT"), NOW))
                .isZero();
        assertThat(ServerTime.skew(Headers.of("Date", "Mon, 02 Mar 2026 09:55:00 GMT"), NOW))
                .isEqualTo(Duration.ofMinutes(-5));
        assertThat(ServerTime.skew(Headers.of(), NOW)).isZero();
    }
}
