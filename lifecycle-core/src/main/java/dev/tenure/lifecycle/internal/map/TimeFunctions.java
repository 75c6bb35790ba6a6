package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The functions of {@code Time}. Windows time counts units of 100 ns since 1601, Unix time seconds since 1970. */
final class TimeFunctions {

    private static final long TICKS_PER_SECOND = 10_000_000;
    private static final long SECONDS_FROM_1601_TO_1970 = 11_644_473_600L;
    private static final int NANOS_PER_TICK = 100;

    private TimeFunctions() {}

    static Object now(Arguments arguments) {
        Instant now = arguments.evaluation().input().now();
        if (now == null) {
            throw new Fault("no time was given to be now");
        }
        ZoneId zone = arguments.count() == 0 ? ZoneOffset.UTC : zone(arguments.text(0));
        if (arguments.count() < 2) {
            return AttributeValue.of(Iso8601.write(now, zone));
        }
        return AttributeValue.of(
                JodaPattern.of(arguments.text(1)).print(Iso8601.inRange(now).atZone(zone)));
    }

    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id, ZoneId.SHORT_IDS);
        } catch (DateTimeException unknown) {
            throw new Fault("the time zone is unknown");
        }
    }

    static Object fromWindows(Arguments arguments) {
        long ticks = count(arguments);
        long seconds = Math.floorDiv(ticks, TICKS_PER_SECOND) - SECONDS_FROM_1601_TO_1970;
        return iso(instant(seconds, Math.floorMod(ticks, TICKS_PER_SECOND) * NANOS_PER_TICK));
    }

    static Object fromUnix(Arguments arguments) {
        return iso(instant(count(arguments), 0));
    }

    static Object fromString(Arguments arguments) {
        return iso(JodaPattern.of(arguments.text(1)).parse(arguments.text(0)));
    }

    static Object toWindows(Arguments arguments) {
        Instant instant = Iso8601.read(arguments.text(0));
        long seconds = instant.getEpochSecond() + SECONDS_FROM_1601_TO_1970;
        return AttributeValue.of(Long.toString(seconds * TICKS_PER_SECOND + instant.getNano() / NANOS_PER_TICK));
    }

    static Object toUnix(Arguments arguments) {
        return AttributeValue.of(Long.toString(Iso8601.read(arguments.text(0)).getEpochSecond()));
    }

    static Object toText(Arguments arguments) {
        Instant instant = Iso8601.read(arguments.text(0));
        return AttributeValue.of(JodaPattern.of(arguments.text(1)).print(instant.atZone(ZoneOffset.UTC)));
    }

    private static AttributeValue iso(Instant instant) {
        return AttributeValue.of(Iso8601.write(instant, ZoneOffset.UTC));
    }

    /** Gives a number of ticks or seconds, an integer or its text. */
    private static long count(Arguments arguments) {
        if (Values.isNumber(arguments.value(0))) {
            return arguments.integer(0);
        }
        if (!Values.isText(arguments.value(0))) {
            throw new Fault("argument 1 must be text or an integer, not " + Values.kind(arguments.value(0)));
        }
        Object number = ConvertFunctions.toInt(arguments);
        return ((AttributeValue.Int) number).value();
    }

    private static Instant instant(long seconds, long nanos) {
        try {
            return Iso8601.inRange(Instant.ofEpochSecond(seconds, nanos));
        } catch (DateTimeException tooFar) {
            throw Iso8601.outOfRange();
        }
    }
}
