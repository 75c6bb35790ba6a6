package dev.tenure.http;

import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;

/** Finds the announced rate limit in the headers of an answer. Each system writes it in its own way. */
@FunctionalInterface
public interface LimitReader {

    /** For systems that announce nothing. */
    LimitReader NONE = (headers, now) -> Optional.empty();

    /**
     * Reads the limit.
     *
     * @param headers the headers of the answer
     * @param now when it came, by our clock
     * @return the limit, empty if the answer announces none
     */
    Optional<AnnouncedLimit> read(Headers headers, Instant now);
}
