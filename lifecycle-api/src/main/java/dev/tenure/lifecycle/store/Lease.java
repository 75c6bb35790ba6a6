package dev.tenure.lifecycle.store;

import java.time.Instant;

/**
 * The right to run imports of a source, until an instant.
 *
 * @param source the source's name
 * @param holder who holds it
 * @param token grows with every lease of the source, so that a holder who was overtaken can be told
 * @param until when it ends unless it is renewed
 * @param takenOver whether the lease before this one was never given back: its import was cut off
 */
public record Lease(String source, String holder, long token, Instant until, boolean takenOver) {}
