package dev.tenure.simulators.okta;

import dev.tenure.simulators.internal.http.SimReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Counts calls by bucket and window, and announces what is left. */
final class RateWindows {

    /** What Okta counts apart. */
    enum Bucket {
        USERS,
        READ_USER,
        WRITE_USER,
        GROUPS,
        GROUP,
        APPS,
        REST
    }

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private static final class Window {
        private Instant from = Instant.MIN;
        private long used;
    }

    /** The state of a bucket after a call was counted. */
    record Count(long limit, long used, Instant resetsAt) {
        boolean exceeded() {
            return used > limit;
        }

        SimReply announce(SimReply reply) {
            long epoch = resetsAt.getEpochSecond() + (resetsAt.getNano() > 0 ? 1 : 0);
            return reply.with("X-Rate-Limit-Limit", Long.toString(limit))
                    .with("X-Rate-Limit-Remaining", Long.toString(Math.max(0, limit - used)))
                    .with("X-Rate-Limit-Reset", Long.toString(epoch));
        }
    }

    private final InstantSource clock;
    private final Map<Bucket, Window> windows = new EnumMap<>(Bucket.class);
    private RateLimits limits;
    private long refused;

    RateWindows(InstantSource clock, RateLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    synchronized void limits(RateLimits newLimits) {
        limits = newLimits;
        windows.clear();
    }

    synchronized int atOnce() {
        return limits.atOnce();
    }

    synchronized Count count(Bucket bucket) {
        Window window = current(bucket);
        window.used++;
        Count count = new Count(limit(bucket), window.used, window.from.plus(WINDOW));
        if (count.exceeded()) {
            refused++;
        }
        return count;
    }

    /** Somebody else spends everything that is left. */
    synchronized Count exhaust(Bucket bucket) {
        Window window = current(bucket);
        window.used = limit(bucket) + 1;
        return new Count(limit(bucket), window.used, window.from.plus(WINDOW));
    }

    synchronized long refused() {
        return refused;
    }

    private Window current(Bucket bucket) {
        Instant now = clock.instant();
        Window window = windows.computeIfAbsent(bucket, name -> new Window());
        if (!now.isBefore(window.from.plus(WINDOW))) {
            window.from = now;
            window.used = 0;
        }
        return window;
    }

    private long limit(Bucket bucket) {
        return switch (bucket) {
            case USERS -> limits.users();
            case READ_USER -> limits.readUser();
            case WRITE_USER -> limits.writeUser();
            case GROUPS -> limits.groups();
            case GROUP -> limits.group();
            case APPS -> limits.apps();
            case REST -> limits.rest();
        };
    }
}
