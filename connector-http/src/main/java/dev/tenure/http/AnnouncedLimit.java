package dev.tenure.http;

import java.time.Instant;

/**
 * What an answer says of the rate limit that it counted against.
 *
 * @param limit how many calls a window allows to everybody together
 * @param remaining how many are left in the present one
 * @param resetsAt when the next window begins, by our clock
 */
public record AnnouncedLimit(long limit, long remaining, Instant resetsAt) {}
