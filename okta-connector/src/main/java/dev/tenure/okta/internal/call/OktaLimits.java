package dev.tenure.okta.internal.call;

import dev.tenure.http.AnnouncedLimit;
import dev.tenure.http.LimitReader;
import dev.tenure.http.RetryAfter;
import dev.tenure.http.ServerTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;

/**
 * Reads Okta's rate-limit headers. They may come twice, once for the endpoint and once for a small limit on messages: the
 * larger one is that of the endpoint. The reset is in seconds by Okta's clock, and a second is added to be sure.
 */
final class OktaLimits implements LimitReader {

    private static final long MARGIN_SECONDS = 1;
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Nobody announces a window that ends later; what does is not believed. */
    private static final long LATEST_SECONDS = 3_600;

    @Override
    public Optional<AnnouncedLimit> read(Headers headers, Instant now) {
        List<Long> limits = numbers(headers, "X-Rate-Limit-Limit");
        List<Long> remaining = numbers(headers, "X-Rate-Limit-Remaining");
        List<Long> resets = numbers(headers, "X-Rate-Limit-Reset");
        int count = Math.min(limits.size(), Math.min(remaining.size(), resets.size()));
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (best < 0 || limits.get(i) > limits.get(best)) {
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        Instant reset = ServerTime.toLocal(Instant.ofEpochSecond(resets.get(best)), headers, now)
                .plusSeconds(MARGIN_SECONDS);
        Instant latest = now.plusSeconds(LATEST_SECONDS);
        return Optional.of(
                new AnnouncedLimit(limits.get(best), remaining.get(best), reset.isAfter(latest) ? latest : reset));
    }

    /**
     * Says when a refused call may be made again: a limit of nothing means that too many were under way, which is over soon.
     */
    static Optional<Instant> opensAt(Headers headers, Instant now) {
        return new OktaLimits()
                .read(headers, now)
                .map(limit -> limit.limit() <= 0 ? now.plus(SOON) : limit.resetsAt())
                .or(() -> RetryAfter.read(headers, now));
    }

    private static List<Long> numbers(Headers headers, String name) {
        List<Long> numbers = new ArrayList<>();
        for (String value : headers.values(name)) {
            for (String part : value.split(",", -1)) {
                String text = part.strip();
                if (text.matches("[0-9]{1,11}")) {
                    numbers.add(Long.parseLong(text));
                }
            }
        }
        return numbers;
    }
}
