package dev.tenure.workday.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents in whatever encoding they say they have. */
final class EncodingsTest {

    private static final String TEXT = "Zoë Weiß 東京 𝒜";

    private final Documents documents = new Documents();

    /** What is not ASCII may stand anywhere, so that a piece that is decoded at once ends within it. */
    @Property(tries = 200)
    void anyText_isReadAsItWasWritten(@ForAll("texts") String text, @ForAll @IntRange(max = 9000) int before)
            throws IOException {
        String written = "x".repeat(before) + text;
        assertThat(read(("<a>" + written + "</a>").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(written);
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("aä€東").ofMaxLength(2000).map(text -> text.replace("東", "𝒜東"));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, <?xml version='1.0'?>",
        "UTF-8, <?xml version=\"1.0\" encoding = \"utf-8\"?>",
        "UTF-8, \uFEFF<?xml version='1.0' encoding='UTF-8' standalone='yes'?>",
        "UTF-8, \uFEFF",
        "UTF-8, <!-- ü -->",
        "UTF-16, <?xml version='1.0'?>",
        "UTF-16BE, \uFEFF",
        "UTF-16LE, <?xml version='1.0' encoding='UTF-16LE'?>",
    })
    void aDocument_isReadInTheEncodingThatItSays(String charset, String declaration) throws IOException {
        assertThat(read((declaration + "<a>" + TEXT + "</a>").getBytes(Charset.forName(charset))))
                .isEqualTo(TEXT);
    }

    @Test
    void aDocumentOfAnotherEncoding_isReadInIt() throws IOException {
        String document = "<?xml version='1.0' encoding='ISO-8859-1'?><a>Zoë</a>";
        assertThat(read(document.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("Zoë");
    }

    @ParameterizedTest
    @CsvSource({"C3, cut off", "C328, no second byte", "C0AF, longer than it has to be", "EDA080, half of a pair"})
    void whatIsNoUtf8_isRefused(String hexadecimal, String why) throws IOException {
        byte[] broken = java.util.HexFormat.of().parseHex(hexadecimal);
        for (String beginning : new String[] {"<a>", "<a>" + "x".repeat(5000)}) {
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            document.writeBytes(beginning.getBytes(StandardCharsets.UTF_8));
            document.writeBytes(broken);
            document.writeBytes("</a>".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> read(document.toByteArray()))
                    .as(why)
                    .isInstanceOf(UnreadableAnswerException.class)
                    .hasMessageContaining("no well-formed XML");
        }
        assertThatThrownBy(() -> read(new byte[] {'<', 'a', '>', (byte) 0xE6, (byte) 0x9D}))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFFFE", "\uFFFF"})
    void whatIsNoCharacterOfXml_isRefused_inTextsAndAttributes(String character) {
        for (String document : new String[] {
            "<a>x" + character + "</a>",
            "<a>" + "x".repeat(5000) + character + "</a>",
            "<a>x<![CDATA[" + character + "]]></a>",
        }) {
            assertThatThrownBy(() -> read(document.getBytes(StandardCharsets.UTF_8)))
                    .as(document.substring(0, 4))
                    .isInstanceOf(UnreadableAnswerException.class)
                    .hasMessageContaining("no well-formed XML")
                    .hasMessageNotContaining(character);
        }
        byte[] attribute = ("<a b='" + character + "'/>").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> documents.read(new ByteArrayInputStream(attribute), cursor -> {
                    cursor.nextChildOfAnyNamespace();
                    return String.valueOf(cursor.attribute("b"));
                }))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    private String read(byte[] document) throws IOException {
        return documents.read(new ByteArrayInputStream(document), cursor -> {
            cursor.nextChildOfAnyNamespace();
            String text = cursor.text();
            cursor.finish();
            return text;
        });
    }
}
