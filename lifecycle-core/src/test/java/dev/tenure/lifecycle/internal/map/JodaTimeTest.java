package dev.tenure.lifecycle.internal.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;

/** Time patterns against Joda-Time itself. */
class JodaTimeTest {

    private static final long FIRST = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("2090-01-01T00:00:00Z").toEpochMilli();

    @Property
    void print_isAsJodaPrints(
            @ForAll("patterns") String pattern, @ForAll("instants") long millis, @ForAll("zones") String zone) {
        DateTime time = new DateTime(millis, DateTimeZone.forID(zone));
        ZoneId ours = zone.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(zone);

        assertThat(JodaPattern.of(pattern).print(Instant.ofEpochMilli(millis).atZone(ours)))
                .as(pattern)
                .isEqualTo(joda(pattern).print(time));
    }

    @Property
    void whatWasPrinted_isParsedAsJodaParses(@ForAll("parseable") String pattern, @ForAll("instants") long millis) {
        String text = joda(pattern).print(new DateTime(millis, DateTimeZone.UTC));

        assertThat(JodaPattern.of(pattern).parse(text).toEpochMilli())
                .as("%s by %s", text, pattern)
                .isEqualTo(joda(pattern).withZoneUTC().parseMillis(text));
    }

    @Property
    void otherText_isParsedOrRefusedAsByJoda(@ForAll("simple") String pattern, @ForAll("digits") String text) {
        assertThat(ours(pattern, text)).as("%s by %s", text, pattern).isEqualTo(jodas(pattern, text));
    }

    private static Optional<Long> ours(String pattern, String text) {
        try {
            return Optional.of(JodaPattern.of(pattern).parse(text).toEpochMilli());
        } catch (Fault refused) {
            return Optional.empty();
        }
    }

    private static Optional<Long> jodas(String pattern, String text) {
        try {
            return Optional.of(joda(pattern).withZoneUTC().parseMillis(text));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter joda(String pattern) {
        return DateTimeFormat.forPattern(pattern)
                .withLocale(Locale.ENGLISH)
                .withPivotYear(2000)
                .withDefaultYear(2000);
    }

    @Provide
    Arbitrary<Long> instants() {
        return Arbitraries.longs().between(FIRST, LAST);
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of("UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Europe/London");
    }

    @Provide
    Arbitrary<String> patterns() {
        List<String> fields = List.of(
                "G",
                "C",
                "CC",
                "y",
                "yy",
                "yyy",
                "yyyy",
                "Y",
                "YY",
                "YYYY",
                "x",
                "xx",
                "xxxx",
                "w",
                "ww",
                "e",
                "ee",
                "E",
                "EEE",
                "EEEE",
                "D",
                "DDD",
                "M",
                "MM",
                "MMM",
                "MMMM",
                "d",
                "dd",
                "a",
                "K",
                "KK",
                "h",
                "hh",
                "H",
                "HH",
                "k",
                "kk",
                "m",
                "mm",
                "s",
                "ss",
                "S",
                "SS",
                "SSS",
                "SSSSSS",
                "Z",
                "ZZ",
                "'T'",
                "''",
                "'o''clock'",
                "''''");
        return Arbitraries.of(fields).list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join("/ ", parts));
    }

    @Provide
    Arbitrary<String> parseable() {
        return Arbitraries.of(
                "yyyy-MM-dd HH:mm:ss",
                "YYYY-MM-dd",
                "yyyyMMddHHmmssSSS",
                "dd/MM/yyyy HH:mm",
                "d MMM yyyy",
                "d MMMM, yyyy",
                "EEE, d MMM yyyy HH:mm:ss Z",
                "EEEE d/M/yyyy",
                "yyyy-DDD",
                "xxxx-'W'ww-e",
                "hh:mm a",
                "h:mm:ss a d/M/yyyy",
                "K a yyyy",
                "kk:mm yyyy-MM-dd",
                "yyyy-MM-dd'T'HH:mm:ss.SSSZZ",
                "MM-dd",
                "yyyy",
                "yyyy-MM",
                "HH:mm",
                "yyMMdd",
                "YYYY-MM-dd'T'HH:mm:ssZZ",
                "xxxx-ww",
                "M/d/yyyy G",
                "ss.S");
    }

    @Provide
    Arbitrary<String> simple() {
        return Arbitraries.of("yyyy-MM-dd", "d/M/yyyy", "yyyyMMdd", "HH:mm", "h:mm", "yyyy-DDD", "MM", "dd", "k:m");
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789-/:+").ofMaxLength(10),
                Arbitraries.of(
                        "1999-2-3", "31/2/2024", "29/2/2024", "24:00", "0:60", "12:5", "20240230", "13", "2024-366"));
    }
}
