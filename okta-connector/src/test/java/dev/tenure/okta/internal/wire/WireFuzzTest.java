package dev.tenure.okta.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    /** A good document with one byte changed, some cut out, or the end missing. */
    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.of(PAGE, SCHEMA, ERROR)
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

    private static void readEverything(byte[] bytes) {
        orMalformed(() -> OktaUser.readAll(buffer(bytes)));
        orMalformed(() -> OktaUser.read(buffer(bytes)));
        orMalformed(() -> OktaGroup.readAll(buffer(bytes)));
        orMalformed(() -> SchemaProperty.readAll(buffer(bytes)));
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
