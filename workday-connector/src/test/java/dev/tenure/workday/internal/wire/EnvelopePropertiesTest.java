package dev.tenure.workday.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import okio.Buffer;

/** Whatever comes over the wire, the reader either understands it or says that it does not. */
final class EnvelopePropertiesTest {

    private static final String SOUND = "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>"
            + "<w:Get_Workers_Response xmlns:w=\"urn:com.workday/bsvc\"><w:Response_Results><w:Total_Results>1"
            + "</w:Total_Results></w:Response_Results><w:Response_Data><w:Worker><w:Worker_Reference>"
            + "<w:ID w:type=\"WID\">0</w:ID></w:Worker_Reference><w:Worker_Data><w:User_ID>u &amp; v</w:User_ID>"
            + "</w:Worker_Data></w:Worker></w:Response_Data></w:Get_Workers_Response></e:Body></e:Envelope>";

    private final Envelope envelope = new Envelope();

    @Property
    void anyBytes_areReadOrRefused(@ForAll @Size(max = 400) byte[] bytes) throws IOException {
        readOrRefuse(bytes);
    }

    @Property
    void anyCutOfASoundAnswer_isRefused(@ForAll @IntRange(max = 490) int length) throws IOException {
        byte[] whole = SOUND.getBytes(StandardCharsets.UTF_8);
        assertThat(readOrRefuse(Arrays.copyOf(whole, Math.min(length, whole.length - 1))))
                .isFalse();
    }

    @Property
    void anyChangedByteOfASoundAnswer_isReadOrRefused(
            @ForAll @IntRange(max = 490) int position, @ForAll byte replacement) throws IOException {
        byte[] changed = SOUND.getBytes(StandardCharsets.UTF_8);
        changed[Math.min(position, changed.length - 1)] = replacement;
        readOrRefuse(changed);
    }

    /** Whatever piece of a sound answer comes again and again: memory and time stay in proportion to the bytes. */
    @Property(tries = 60)
    void anyPieceRepeated_isReadOrRefusedInBoundedTime(
            @ForAll @IntRange(max = 490) int from, @ForAll @IntRange(min = 1, max = 60) int length) {
        byte[] whole = SOUND.getBytes(StandardCharsets.UTF_8);
        int start = Math.min(from, whole.length - 1);
        byte[] piece = Arrays.copyOfRange(whole, start, Math.min(whole.length, start + length));
        Buffer large = new Buffer().write(whole, 0, start);
        for (int i = 0; i < 20_000; i++) {
            large.write(piece);
        }
        byte[] answer = large.write(whole, start, whole.length - start).readByteArray();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readOrRefuse(answer));
    }

    @Property(tries = 20)
    void entitiesOfEntities_areRefusedBeforeTheyAreUnpacked(@ForAll @IntRange(min = 2, max = 60) int levels)
            throws IOException {
        StringBuilder type = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
        for (int level = 1; level < levels; level++) {
            type.append("<!ENTITY e").append(level).append(" \"");
            type.append(("&e" + (level - 1) + ";").repeat(10)).append("\">");
        }
        String bomb = type + "]>" + SOUND.replace("u &amp; v", "&e" + (levels - 1) + ";");
        assertThat(readOrRefuse(bomb.getBytes(StandardCharsets.UTF_8))).isFalse();
        String outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\" [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                + SOUND.replace("u &amp; v", "&f;");
        assertThat(readOrRefuse(outside.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Property(tries = 20)
    void depthTextAndAttributesWithoutEnd_areRefused(@ForAll @IntRange(min = 200, max = 100_000) int size)
            throws IOException {
        String deep = "<w:a>".repeat(size) + "</w:a>".repeat(size);
        assertThat(readOrRefuse(SOUND.replace("u &amp; v", deep).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        StringBuilder attributes = new StringBuilder("<w:a");
        for (int i = 0; i < size; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        assertThat(readOrRefuse(
                        SOUND.replace("u &amp; v", attributes.append("/>")).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(readOrRefuse(
                        SOUND.replace("u &amp; v", "x".repeat((1 << 20) + size)).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        String cut = "<![CDATA[" + "x".repeat(1 << 19) + "]]>";
        assertThat(readOrRefuse(SOUND.replace("u &amp; v", cut.repeat(3)).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    private boolean readOrRefuse(byte[] bytes) throws IOException {
        try {
            envelope.workers(new ByteArrayInputStream(bytes), 10);
            return true;
        } catch (UnreadableAnswerException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
    }
}
