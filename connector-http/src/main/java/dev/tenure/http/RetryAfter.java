package dev.tenure.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;

/** Reads {@code Retry-After}, which names seconds or a date. */
public final class RetryAfter {

    /** The longest wait that is believed: who names more is asked again after this. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /**
     * Reads the header.
     *
     * @param headers the headers of the answer
     * @param now when the answer came, by our clock
     * @return the instant by our clock before which the server wants no further call, at most a day ahead; empty if it
     *     names none or it cannot be read
     */
    public static Optional<Instant> read(Headers headers, Instant now) {
        String text = headers.get("Retry-After");
        if (text == null) {
            return Optional.empty();
        }
        String value = text.strip();
        Instant latest = now.plus(LONGEST);
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(value.length() > 9 ? latest : earlier(now.plusSeconds(Long.parseLong(value)), latest));
        }
        return ServerTime.httpDate(value)
                .map(date -> ServerTime.toLocal(date, headers, now))
                .map(date -> earlier(date.isBefore(now) ? now : date, latest));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
