package dev.tenure.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Ids by which a request is found again in the logs of both sides: one prefix per channel, and a count. */
final class CorrelationIds {

    private final String prefix;
    private final AtomicLong count = new AtomicLong();

    CorrelationIds() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        this.prefix = HexFormat.of().formatHex(random);
    }

    String next() {
        return prefix + "-" + count.incrementAndGet();
    }
}
