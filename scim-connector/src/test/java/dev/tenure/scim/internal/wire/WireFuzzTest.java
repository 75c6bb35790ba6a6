package dev.tenure.scim.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okio.Buffer;

/** Any bytes either parse or are a malformed answer; nothing else comes out. */
class WireFuzzTest {

    private static final byte[] PAGE =
            bytes("{\"totalResults\":2,\"nextCursor\":\"c\",\"Resources\":[{\"id\":\"1\",\"userName\":\"a\","
                    + "\"active\":\"True\",\"emails\":[{\"value\":\"a@b.c\",\"type\":\"work\",\"primary\":true},7,null],\"x\":-1.5e3,"
                    + "\"members\":[{\"value\":\"2\",\"type\":\"User\"},{\"$ref\":\"/Groups/3\",\"value\":\"3\"}],"
                    + "\"urn:a:b\":{\"c\":[]},\"meta\":{\"version\":\"W/\\\"1\\\"\"}}]}");
    private static final byte[] SCHEMA = bytes(
            "[{\"id\":\"urn:ietf:params:scim:schemas:core:2.0:User\",\"attributes\":[{\"name\":\"emails\","
                    + "\"type\":\"complex\",\"multiValued\":true,\"subAttributes\":[{\"name\":\"type\",\"canonicalValues\":[\"work\",1]}]}]}]");
    private static final byte[] TYPES =
            bytes("{\"Resources\":[{\"schema\":\"urn:ietf:params:scim:schemas:core:2.0:User\","
                    + "\"schemaExtensions\":[{\"schema\":\"urn:x\",\"required\":false}]}]}");
    private static final byte[] CONFIG = bytes(
            "{\"patch\":{\"supported\":true},\"bulk\":{\"supported\":true,\"maxOperations\":10,"
                    + "\"maxPayloadSize\":1000},\"pagination\":{\"cursor\":true,\"index\":false},\"etag\":{\"supported\":\"false\"}}");
    private static final byte[] BULK =
            bytes("{\"Operations\":[{\"status\":\"204\"},{\"status\":404},{\"status\":{\"code\":\"400\"}},{},7]}");
    private static final byte[] ERROR =
            bytes("{\"schemas\":[],\"status\":400,\"scimType\":\"invalidValue\",\"detail\":\"userName is taken\"}");

    /** A good document with one byte changed, some cut out, or the end missing. */
    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.of(PAGE, SCHEMA, TYPES, CONFIG, BULK, ERROR)
                .flatMap(good -> Arbitraries.integers()
                        .between(0, good.length - 1)
                        .flatMap(at -> Arbitraries.bytes().map(value -> damage(good, at, value))));
    }

    @Property
    void damagedAnswers(@ForAll("damaged") byte[] bytes) {
        readEverything(bytes);
    }

    @Property
    void anyBytes(@ForAll byte[] bytes) {
        readEverything(bytes);
    }

    @Property
    void aPath_isReadAsItIsWritten(@ForAll String text) {
        ScimPath.parse(text)
                .ifPresent(path -> assertThat(ScimPath.parse(path.toString())).contains(path));
    }

    @Property
    void text_survivesWritingAndReading(@ForAll String text) throws MalformedAnswer {
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(Json.readAny(new Buffer().writeUtf8(Json.quoted(wellFormed))))
                .isEqualTo(wellFormed);
    }

    @Example
    void depth_isBounded() {
        String deep = "[".repeat(200) + "]".repeat(200);
        assertThatThrownBy(() -> Json.readAny(new Buffer().writeUtf8(deep))).isInstanceOf(MalformedAnswer.class);
    }

    @Example
    void hugeNumbers_areNotComputedWith() {
        assertThatThrownBy(() -> Json.readAny(new Buffer().writeUtf8("1e999999999")))
                .isInstanceOf(MalformedAnswer.class);
    }

    private static void readEverything(byte[] bytes) {
        orMalformed(() -> ListAnswer.read(buffer(bytes)).resources().stream()
                .map(resource -> resource.memberIds() + resource.displayName() + resource.active())
                .toList());
        orMalformed(() -> Resource.read(buffer(bytes)));
        orMalformed(() -> SchemaAttribute.readAll(buffer(bytes)));
        orMalformed(() -> SchemaAttribute.userExtensions(buffer(bytes)));
        orMalformed(() -> ServiceConfig.read(buffer(bytes)));
        orMalformed(() -> BulkOperation.statuses(buffer(bytes)));
        assertThat(ScimError.read(buffer(bytes)).type()).matches("[A-Za-z]{0,20}");
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

    private static byte[] damage(byte[] good, int at, byte value) {
        if (value % 3 == 0) {
            return Arrays.copyOf(good, at);
        }
        byte[] bytes = good.clone();
        bytes[at] = value;
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Buffer buffer(byte[] bytes) {
        return new Buffer().write(bytes);
    }
}
