package dev.tenure.simulators.okta;

import java.util.concurrent.atomic.AtomicLong;

/** Ids as Okta's: a prefix that says of what, and 20 characters in all. They count up, so that listings are in order. */
final class Ids {

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 20;

    private final AtomicLong next = new AtomicLong(1);

    String next(String prefix) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (long left = next.getAndIncrement(); left > 0; left /= DIGITS.length()) {
            id.insert(0, DIGITS.charAt((int) (left % DIGITS.length())));
        }
        while (id.length() < LENGTH - prefix.length()) {
            id.insert(0, '0');
        }
        return id.insert(0, prefix).toString();
    }
}
