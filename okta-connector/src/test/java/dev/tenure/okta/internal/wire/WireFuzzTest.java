package dev.tenure.okta.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import okio.Buffer;

/** Any bytes either parse or are a malformed answer; nothing else comes out. */
class WireFuzzTest {

    private static final byte[] PAGE =
            ("[{\"id\":\"00u1\",\"status\":\"ACTIVE\",\"transitioningToStatus\":null,\"profile\":"
                            + "{\"login\":\"a@b.c\",\"n\":-1.5e3,\"b\":true,\"l\":[\"x\",1,null],\"o\":{\"p\":1}},\"_links\":{}}]")
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] SCHEMA =
            ("{\"definitions\":{\"base\":{\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":"
                            + "\"array\",\"items\":{\"type\":\"string\"},\"enum\":[\"x\",1],\"maxLength\":3,\"required\":true}}}}}")
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] ERROR = ("{\"errorCode\":\"E0000001\",\"errorId\":\"x\",\"errorSummary\":\"s\","
                    + "\"errorCauses\":[{\"errorSummary\":\"login: taken\"},3]}")
            .getBytes(StandardCharsets.UTF_8);

    private static final byte[] TYPES = ("[{\"id\":\"oty1\",\"name\":\"user\",\"_links\":{\"schema\":"
                    + "{\"href\":\"https://x/y/osc1\"},\"self\":[]}}]")
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] MASTER =
            ("{\"definitions\":{\"custom\":{\"properties\":{\"a\":{\"master\":{\"type\":\"OVERRIDE\","
                            + "\"priority\":[{\"type\":\"APP\",\"value\":\"0oa1\"},3]}}}}}}")
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] TOKEN =
            "{\"token_type\":\"DPoP\",\"access_token\":\"x.y\",\"expires_in\":3600,\"error\":null}"
                    .getBytes(StandardCharsets.UTF_8);

    /** A good document with one byte changed, some cut out, or the end missing. */
    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.of(PAGE, SCHEMA, ERROR, TYPES, MASTER, TOKEN)
                .flatMap(good -> Arbitraries.integers()
                        .between(0, good.length - 1)
                        .flatMap(at -> Arbitraries.bytes().map(value -> damage(good, at, value))));
    }

    private static byte[] damage(byte[] good, int at, byte value) {
        if (value % 3 == 0) {
            return Arrays.copyOf(good, at);
        }
        byte[] bytes = good.clone();
        bytes[at] = value;
        return bytes;
    }

    @Property
    void damagedAnswers(@ForAll("damaged") byte[] bytes) {
        readEverything(bytes);
    }

    @Property
    void anyBytes(@ForAll byte[] bytes) {
        readEverything(bytes);
    }

    /** A large answer of nothing but repetition, at whatever place it repeats, is read in moments. */
    @Property(tries = 40)
    void repetition_isReadInBoundedTime(@ForAll("damaged") byte[] bytes, @ForAll @IntRange(max = 400) int at) {
        int from = Math.min(at, bytes.length);
        byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 7));
        Buffer large = new Buffer().write(bytes, 0, from);
        for (int i = 0; i < 20_000; i++) {
            large.write(piece);
        }
        byte[] answer = large.write(bytes, from, bytes.length - from).readByteArray();
        assertTimeout(Duration.ofSeconds(10), () -> readEverything(answer));
    }

    private static void readEverything(byte[] bytes) {
        orMalformed(() -> OktaUser.readAll(buffer(bytes), new ProfileNames()));
        orMalformed(() -> OktaUser.read(buffer(bytes), new ProfileNames()));
        orMalformed(() -> OktaGroup.readAll(buffer(bytes)));
        orMalformed(() -> SchemaProperty.readAll(buffer(bytes)));
        orMalformed(() -> OktaGroup.read(buffer(bytes)));
        orMalformed(() -> UserType.readAll(buffer(bytes)));
        orMalformed(() -> AppUser.readAll(buffer(bytes)));
        orMalformed(() -> AppUser.read(buffer(bytes)));
        assertThat(TokenAnswer.read(buffer(bytes)).toString()).doesNotContain("x.y");
        OktaError error = OktaError.read(buffer(bytes));
        assertThat(error.code()).matches("|E[0-9]{7}");
        assertThat(error.id()).matches("[A-Za-z0-9_-]{0,64}");
    }

    private interface Reading {
        Object read() throws MalformedAnswer;
    }

    private static void orMalformed(Reading reading) {
        try {
            assertThat(reading.read()).isNotNull();
        } catch (MalformedAnswer expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    private static Buffer buffer(byte[] bytes) {
        return new Buffer().write(bytes);
    }
}
