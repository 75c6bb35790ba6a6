package dev.tenure.workday.internal.wire;

import java.util.Set;

/** How truth is written: {@code 1} and {@code 0}, sometimes {@code true} and {@code false}. */
public final class Flags {

    /** What means yes. */
    public static final Set<String> TRUE = Set.of("1", "true");

    /** What means no. */
    public static final Set<String> FALSE = Set.of("0", "false");

    private Flags() {}
}
