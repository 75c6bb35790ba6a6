package dev.tenure.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What time it is at the other side: its clock may differ from ours, and the times it names are by its own. */
public final class ServerTime {

    private ServerTime() {}

    /**
     * Turns an instant that the server named into one by our clock, with the help of its {@code Date} header.
     *
     * @param named the instant by the server's clock
     * @param headers the headers of the answer
     * @param now when the answer came, by our clock
     * @return the instant by our clock; unchanged if the answer says no time
     */
    public static Instant toLocal(Instant named, Headers headers, Instant now) {
        return named.minus(skew(headers, now));
    }

    /**
     * Measures by how much the server's clock is ahead.
     *
     * @param headers the headers of the answer
     * @param now when the answer came, by our clock
     * @return the lead, negative for a lag; exact to about a second; zero if the answer says no time
     */
    public static Duration skew(Headers headers, Instant now) {
        return httpDate(headers.get("Date"))
                .map(date -> Duration.between(now, date))
                .filter(skew -> skew.abs().compareTo(Duration.ofSeconds(1)) > 0)
                .orElse(Duration.ZERO);
    }

    static Optional<Instant> httpDate(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
