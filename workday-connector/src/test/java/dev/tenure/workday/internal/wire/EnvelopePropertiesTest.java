package dev.tenure.workday.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

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
