package com.example.host.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints who did what, and when by the clock of the demo. */
final class Stage {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final InstantSource clock;

    Stage(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    void says(String who, String what) {
        out.println(String.format(Locale.ROOT, "%s  %-7s %s", time(clock.instant()), who, what));
    }

    static String time(Instant instant) {
        return WHEN.format(instant);
    }

    void line(String text) {
        out.println(text);
    }
}
